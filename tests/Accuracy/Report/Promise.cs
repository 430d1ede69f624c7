using System.Collections.Generic;
using System.Linq;
using SoftKernels.Accuracy.Survey;

namespace SoftKernels.Accuracy.Report;

/// <summary>A row of a summary: a quantity over a range of sizes, and what docs/numerics.md promises of it.</summary>
internal sealed record Promise(string Name, Topic Topic, Quantity Quantity, int From, int To, double? OfFloat, double? OfDouble)
{
    private const int LargestSizeOfExactSum = 256;

    public static IReadOnlyList<Promise> Plain { get; } =
    [
        new("softmax", Topic.Plain, Quantity.Softmax, 1, int.MaxValue, 4, 4),
        new("log-softmax", Topic.Plain, Quantity.LogSoftmax, 1, int.MaxValue, 3, 4),
        new("log-sum-exp", Topic.Plain, Quantity.LogSumExp, 1, int.MaxValue, 3, 4),
        new("\\|sum − 1\\|, N ≤ 256", Topic.Plain, Quantity.Sum, 1, LargestSizeOfExactSum, 2, 2),
        new("\\|sum − 1\\|, N > 256", Topic.Plain, Quantity.Sum, LargestSizeOfExactSum + 1, int.MaxValue, null, null),
    ];

    /// <summary>Temperatures, masks and columns have the bounds of the plain methods.</summary>
    public static IReadOnlyList<Promise> Extras { get; } =
    [
        .. from topic in Topics.Extras
           from plain in Plain
           where plain.OfFloat is not null
           select plain with { Topic = topic, Name = $"{plain.Name}, {topic.Words()}" },
    ];

    public double? Bound(string type) => type == Findings.Types[0] ? OfFloat : OfDouble;

    public bool Covers(Sample sample) => sample.Topic == Topic && sample.Size >= From && sample.Size <= To;
}
