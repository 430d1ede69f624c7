using System.Numerics;

namespace Policy;

/// <summary>A position of tic-tac-toe, as whoever is to move sees it.</summary>
/// <param name="Mine">The squares of the player to move: bit i for square i, row by row.</param>
/// <param name="Theirs">Those of the other.</param>
internal readonly record struct Board(int Mine, int Theirs)
{
    public const int Side = 3;
    public const int Squares = Side * Side;

    private const int All = (1 << Squares) - 1;

    private static readonly int[] s_lines =
    [
        0b111_000_000, 0b000_111_000, 0b000_000_111,
        0b100_100_100, 0b010_010_010, 0b001_001_001,
        0b100_010_001, 0b001_010_100,
    ];

    /// <summary>The mask of the moves that are legal.</summary>
    public ulong Free => (ulong)(All & ~(Mine | Theirs));

    private bool IsFirstToMove => BitOperations.PopCount((uint)(Mine | Theirs)) % 2 == 0;

    /// <summary>The last move made a line: only its player can have one.</summary>
    public bool IsLost
    {
        get
        {
            foreach (var line in s_lines)
            {
                if ((Theirs & line) == line)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool IsOver => Free == 0 || IsLost;

    public bool IsTurnOf(bool first) => IsFirstToMove == first;

    /// <summary>Of a board that is over: 1 if the side won, 0 for a draw, -1 if it lost.</summary>
    public int Result(bool first) => !IsLost ? 0 : IsTurnOf(first) ? -1 : 1;

    public bool IsFree(int square) => (Free >> square & 1) != 0;

    public Board After(int square) => new(Theirs, Mine | 1 << square);
}
