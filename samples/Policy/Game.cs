using System.Collections.Generic;
using System.Linq;

namespace Policy;

/// <summary>A game that was played.</summary>
/// <param name="Moves">The squares, from the first move on.</param>
internal sealed record Game(IReadOnlyList<int> Moves)
{
    private Board End => Moves.Aggregate(default(Board), (board, square) => board.After(square));

    public static Game Play(IPlayer first, IPlayer second, SplitMix64 random)
    {
        List<int> moves = [];
        var board = default(Board);
        while (!board.IsOver)
        {
            var player = board.IsTurnOf(first: true) ? first : second;
            moves.Add(player.Move(board, random.NextDouble()));
            board = board.After(moves[^1]);
        }

        return new(moves);
    }

    /// <summary>1 if the side won, 0 for a draw, -1 if it lost.</summary>
    public int Result(bool first) => End.Result(first);
}
