using System.Collections.Generic;
using SoftKernels.Accuracy.Survey;

namespace SoftKernels.Accuracy.Report;

/// <summary>A row of the summary: a quantity over a range of sizes, and what docs/numerics.md promises of it.</summary>
internal sealed record Promise(string Name, Quantity Quantity, int From, int To, double? OfFloat, double? OfDouble)
{
    private const int LargestSizeOfExactSum = 256;

    public static IReadOnlyList<Promise> All { get; } =
    [
        new("softmax", Quantity.Softmax, 1, int.MaxValue, 4, 4),
        new("log-softmax", Quantity.LogSoftmax, 1, int.MaxValue, 3, 4),
        new("log-sum-exp", Quantity.LogSumExp, 1, int.MaxValue, 3, 4),
        new("\\|sum − 1\\|, N ≤ 256", Quantity.Sum, 1, LargestSizeOfExactSum, 2, 2),
        new("\\|sum − 1\\|, N > 256", Quantity.Sum, LargestSizeOfExactSum + 1, int.MaxValue, null, null),
    ];

    public double? Bound(string type) => type == Findings.Types[0] ? OfFloat : OfDouble;

    public bool Covers(Sample sample) => sample.Size >= From && sample.Size <= To;
}
