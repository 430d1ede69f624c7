using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>An exact sum in each lane: of as many rows as a register has lanes, or of one row. See <see cref="ExactTotal"/>.</summary>
/// <typeparam name="TBits">A register of integers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExactTotals<TBits>(TBits coarse, TBits fine)
{
    internal readonly TBits Coarse = coarse;

    internal readonly TBits Fine = fine;
}
