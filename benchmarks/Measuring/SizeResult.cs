using System.Collections.Generic;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>The generated methods at one size, and how the rivals compared in the same rounds.</summary>
/// <param name="Size">Values in a row.</param>
/// <param name="NanosecondsARow">The median of our time.</param>
/// <param name="Slower">A rival's time over ours, the median over the rounds.</param>
/// <param name="AllocatedBytes">What one pass of ours allocated.</param>
internal sealed record SizeResult(int Size, double NanosecondsARow, IReadOnlyDictionary<Rival, double> Slower, long AllocatedBytes)
{
    public double NanosecondsAValue => NanosecondsARow / Size;

    public double NanosecondsAValueOf(Rival rival) => NanosecondsAValue * Slower[rival];

    /// <summary>What the rival's column shows.</summary>
    public double Ratio(Rival rival) => rival.IsYardstick() ? 1 / Slower[rival] : Slower[rival];
}
