using System;

namespace Policy;

/// <summary>Draws its moves from the probabilities that a network gives them.</summary>
internal sealed class LearntPlayer(Network network) : IPlayer
{
    public string Name => "the policy";

    public int Move(Board board, double uniform)
    {
        Span<float> logits = stackalloc float[Board.Squares];
        network.Evaluate(board, logits);
        return Moves.MaskedSample9(logits, board.Free, uniform);
    }

    public int MostProbableMove(Board board)
    {
        Span<float> logits = stackalloc float[Board.Squares];
        network.Evaluate(board, logits);
        return Moves.MaskedArgMax9(logits, board.Free);
    }

    /// <summary>Of each square; 0 where it is taken.</summary>
    public float[] Probabilities(Board board)
    {
        var probabilities = new float[Board.Squares];
        network.Evaluate(board, probabilities);
        Moves.MaskedSoftmax9(probabilities, board.Free, probabilities);
        return probabilities;
    }
}
