namespace Policy;

/// <summary>Plays any legal move: a draw from equal logits.</summary>
internal sealed class RandomPlayer : IPlayer
{
    private static readonly float[] s_equal = new float[Board.Squares];

    public string Name => "random play";

    public int Move(Board board, double uniform) => Draw(board.Free, uniform);

    /// <summary>One of the squares of the mask, each as probable as the others.</summary>
    public static int Draw(ulong mask, double uniform) => Moves.MaskedSample9(s_equal, mask, uniform);
}
