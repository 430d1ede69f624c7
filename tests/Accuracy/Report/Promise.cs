using System.Collections.Generic;
using SoftKernels.Accuracy.Survey;

namespace SoftKernels.Accuracy.Report;

/// <summary>A row of the summary: a quantity over a range of sizes, and what docs/numerics.md promises of it.</summary>
internal sealed record Promise(string Name, Quantity Quantity, int From, int To, double? Bound)
{
    private const int LargestTightSize = 256;

    public static IReadOnlyList<Promise> All { get; } =
    [
        new("softmax, N ≤ 256", Quantity.Softmax, 1, LargestTightSize, 4),
        new("softmax, N > 256", Quantity.Softmax, LargestTightSize + 1, int.MaxValue, 5),
        new("log-softmax", Quantity.LogSoftmax, 1, int.MaxValue, 4),
        new("log-sum-exp", Quantity.LogSumExp, 1, int.MaxValue, 4),
        new("\\|sum − 1\\|, N ≤ 256", Quantity.Sum, 1, LargestTightSize, 2),
        new("\\|sum − 1\\|, N > 256", Quantity.Sum, LargestTightSize + 1, int.MaxValue, null),
    ];

    public bool Covers(Sample sample) => sample.Size >= From && sample.Size <= To;
}
