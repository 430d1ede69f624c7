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

    /// <summary>Gradients of an upstream are promised in eps of the terms they are made of.</summary>
    public static IReadOnlyList<Promise> Training { get; } =
    [
        Of("cross-entropy of a label", Quantity.Loss, 3),
        Of("… its gradient, the label aside", Quantity.Gradient, 4),
        Of("… its gradient at the label", Quantity.GradientOfLabel, 4),
        Of("cross-entropy of targets", Quantity.LossOfTargets, 3),
        Of("… its gradient", Quantity.GradientOfTargets, 4),
        Of("entropy", Quantity.Entropy, 4),
        Of("gradient of softmax", Quantity.SoftmaxGradient, 4),
        Of("gradient of log-softmax", Quantity.LogSoftmaxGradient, 4),
    ];

    public double? Bound(string type) => type == Findings.Types[0] ? OfFloat : OfDouble;

    public bool Covers(Sample sample) => sample.Topic == Topic && sample.Size >= From && sample.Size <= To;

    private static Promise Of(string name, Quantity quantity, double ofFloat) => new(name, Topic.Training, quantity, 1, int.MaxValue, ofFloat, 4);
}
