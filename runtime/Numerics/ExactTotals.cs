using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>Totals of as many rows as a register has lanes: see <see cref="ExactTotal"/>.</summary>
/// <typeparam name="TBits">A register of integers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExactTotals<TBits>(TBits coarse, TBits fine)
{
    internal TBits Coarse { get; } = coarse;

    internal TBits Fine { get; } = fine;
}
