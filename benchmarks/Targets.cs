using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks;

/// <summary>What we promised ourselves, as ratios within one run.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="AppliesTo">The tables it is about.</param>
/// <param name="Measured">The ratio, if it was measured.</param>
/// <param name="Bound">The least ratio by size, or the greatest.</param>
/// <param name="IsUpperBound">Whether the bound is the greatest.</param>
internal sealed record Target(
    string Name, Func<Scenario, bool> AppliesTo, Func<SizeResult, double?> Measured, Func<int, double> Bound, bool IsUpperBound)
{
    public double? MissOf(SizeResult result) =>
        Measured(result) is { } ratio && (IsUpperBound ? ratio > Bound(result.Size) : ratio < Bound(result.Size)) ? ratio : null;
}

/// <summary>All targets that a comparison can judge.</summary>
internal static class Targets
{
    // Two that take equally long differ by so much, by chance.
    private const double AtLeastEqual = 0.97;

    private static readonly Target[] s_all =
    [
        AtLeast(IsSoftmaxRowsSingle, Rival.ScalarLoop, _ => 1),
        AtLeast(IsSoftmaxRowsSingle, Rival.StableComposition, _ => 1),
        AtLeast(IsSoftmaxRowsSingle, Rival.TensorPrimitives, size => size <= 128 ? 4 : 2.5),
        AtLeast(IsSoftmaxRowsSingle, Rival.OnnxRuntime, size => size <= 64 ? 2 : 1.3),
        AtMost(IsSoftmaxRowsSingle, Rival.Roofline, size => size < 32 ? 2.2 : size <= 256 ? 1.6 : 1.4),

        AtLeast(IsSoftmaxRow, Rival.TensorPrimitives, size => size is >= 16 and <= 128 ? 3 : 2),
        AtLeast(IsSoftmaxRow, Rival.Fallback, _ => AtLeastEqual),

        AtLeast(IsSoftmaxRowsDouble, Rival.TensorPrimitives, _ => 2.5),
        AtLeast(IsSoftmaxRowsDouble, Rival.OnnxRuntime, _ => 1),

        AtMost(IsLogarithm, Rival.OurSoftmax, _ => 1.6),
        AtLeast(IsLogarithm, Rival.OnnxRuntime, _ => 2),

        AtLeast(IsMaximum, Rival.TensorPrimitives, size => size <= 64 ? 2 : AtLeastEqual),

        new("SoftMath against TensorPrimitives", _ => true, FallbackAgainstTensorPrimitives, size => size >= 8 ? 1 : 0, false),
        new("bytes allocated", _ => true, result => result.AllocatedBytes, _ => 0, true),
    ];

    public static IEnumerable<Target> For(Scenario scenario) => s_all.Where(target => target.AppliesTo(scenario));

    /// <summary>One sentence about the targets of a table.</summary>
    public static string Verdict(Scenario scenario, IReadOnlyList<SizeResult> results)
    {
        string[] missed = [.. For(scenario).Select(target => Misses(target, results)).OfType<string>()];
        return missed.Length == 0 ? "No target missed." : $"Missed: {string.Join("; ", missed)}.";
    }

    private static string? Misses(Target target, IReadOnlyList<SizeResult> results)
    {
        char sign = target.IsUpperBound ? '>' : '<';
        string[] sizes =
        [
            .. from result in results
               let miss = target.MissOf(result)
               where miss is not null
               select string.Create(CultureInfo.InvariantCulture, $"{result.Size} ({miss:F2} {sign} {target.Bound(result.Size)})"),
        ];
        return sizes.Length == 0 ? null : $"{target.Name} at N = {string.Join(", ", sizes)}";
    }

    private static Target AtLeast(Func<Scenario, bool> appliesTo, Rival rival, Func<int, double> bound) =>
        new(rival.Column(), appliesTo, Of(rival), bound, IsUpperBound: false);

    private static Target AtMost(Func<Scenario, bool> appliesTo, Rival rival, Func<int, double> bound) =>
        new(rival.Column(), appliesTo, Of(rival), bound, IsUpperBound: true);

    private static Func<SizeResult, double?> Of(Rival rival) =>
        result => result.Slower.ContainsKey(rival) ? result.Ratio(rival) : null;

    private static double? FallbackAgainstTensorPrimitives(SizeResult result) =>
        result.Slower.TryGetValue(Rival.TensorPrimitives, out double theirs) ? theirs / result.Slower[Rival.Fallback] : null;

    private static bool IsSoftmaxRowsSingle(Scenario scenario) => scenario == new Scenario(Operation.Softmax);

    private static bool IsSoftmaxRowsDouble(Scenario scenario) => scenario == new Scenario(Operation.Softmax, IsDouble: true);

    private static bool IsSoftmaxRow(Scenario scenario) => scenario is { Operation: Operation.Softmax, OneRowACall: true };

    private static bool IsLogarithm(Scenario scenario) => scenario.Operation is Operation.LogSumExp or Operation.LogSoftmax;

    private static bool IsMaximum(Scenario scenario) => scenario.Operation is Operation.Max or Operation.ArgMax;
}
