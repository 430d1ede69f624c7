using System;
using System.Collections.Generic;

namespace Policy;

/// <summary>Plays any of the best moves, found by looking at every continuation (minimax).</summary>
internal sealed class PerfectPlayer : IPlayer
{
    private readonly Dictionary<Board, int> _values = [];

    public string Name => "perfect play";

    public int Move(Board board, double uniform) => RandomPlayer.Draw(BestMoves(board), uniform);

    /// <summary>What the player to move gets if both play perfectly: 1 for a win, 0 for a draw, -1 for a loss.</summary>
    public int Value(Board board)
    {
        if (board.IsOver)
        {
            return board.IsLost ? -1 : 0;
        }

        if (!_values.TryGetValue(board, out var best))
        {
            best = -1;
            for (var square = 0; square < Board.Squares; square++)
            {
                if (board.IsFree(square))
                {
                    best = Math.Max(best, -Value(board.After(square)));
                }
            }

            _values.Add(board, best);
        }

        return best;
    }

    private ulong BestMoves(Board board)
    {
        var best = 0UL;
        for (var square = 0; square < Board.Squares; square++)
        {
            if (board.IsFree(square) && -Value(board.After(square)) == Value(board))
            {
                best |= 1UL << square;
            }
        }

        return best;
    }
}
