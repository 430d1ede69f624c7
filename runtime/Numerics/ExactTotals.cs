using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>An exact sum in each lane: of as many rows as a register has lanes, or of one row. See <see cref="ExactTotal"/>.</summary>
/// <remarks>Without a constructor, as <see cref="Pair{T}"/>.</remarks>
/// <typeparam name="TBits">A register of integers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ExactTotals<TBits>
{
    internal TBits Coarse;

    internal TBits Fine;
}
