using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Extras;

/// <summary>What has no method in other libraries against what one writes with them: a table of Markdown.</summary>
internal static class ExtrasReport
{
    private static readonly Operation[] s_operations = [Operation.Softmax, Operation.LogSoftmax, Operation.LogSumExp];

    public static IReadOnlyList<int> Sizes { get; } = [4, 10, 64, 256, 1000];

    public static void Print() => Print(Contests);

    public static void PrintTraining() => Print(OfTraining);

    public static void PrintChoice() => Print(OfChoice);

    private static void Print(Func<Data, IEnumerable<Contest>> of)
    {
        Contest[][] contests = [.. Sizes.Select(size => of(new(size)).ToArray())];
        try
        {
            PairedTiming.ReachFinalTier([.. contests.SelectMany(ofSize => ofSize).SelectMany(contest => contest.Contenders)]);
            Console.WriteLine(Machine.Description);
            Console.WriteLine();
            Console.WriteLine($"| | {string.Join(" | ", Sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} |");
            Console.WriteLine($"|---|{string.Concat(Sizes.Select(_ => "---|"))}");
            for (int i = 0; i < contests[0].Length; i++)
            {
                Print([.. contests.Select(ofSize => ofSize[i])]);
            }
        }
        finally
        {
            foreach (Contender contender in contests.SelectMany(ofSize => ofSize).SelectMany(contest => contest.Contenders))
            {
                contender.Dispose();
            }
        }
    }

    private static IEnumerable<Contest> Contests(Data data) =>
    [
        .. s_operations.Select(data.OfTemperature),
        .. s_operations.Select(data.OfTemperatureOneRow),
        .. s_operations.Select(data.OfMask),
        .. s_operations.Select(data.OfMaskOneRow),
        .. s_operations.Select(data.OfColumns),
        data.OfSoftmaxLogSumExp(),
        data.OfWinner(),
    ];

    private static IEnumerable<Contest> OfTraining(Data data) =>
        [data.OfLoss(), data.OfLossAndGradient(), data.OfLossOfTargets(), data.OfEntropy(), data.OfSoftmaxGradient(), data.OfLogSoftmaxGradient()];

    private static IEnumerable<Contest> OfChoice(Data data) =>
        [data.OfTopK(1), data.OfTopK(2), data.OfTopK(4), data.OfTopK(8), data.OfDraw(), data.OfRouting("TopKSoftmax"), data.OfRouting("SoftmaxTopK")];

    /// <summary>A line of nanoseconds, and one of each peer's time over ours.</summary>
    private static void Print(Contest[] sizes)
    {
        double[][][] times = [.. sizes.Select(contest => PairedTiming.Measure(contest.Contenders))];
        Line($"{sizes[0].Title}, ns a row", times.Select(ofSize => PairedTiming.Median(ofSize[0]).ToString("F1", CultureInfo.InvariantCulture)));
        for (int peer = 1; peer < sizes[0].Ways.Count; peer++)
        {
            Line(
                $"… {sizes[0].Ways[peer].Name}",
                times.Select(ofSize => PairedTiming.Median(ofSize[peer].Zip(ofSize[0], (theirs, ours) => theirs / ours)).ToString("F2", CultureInfo.InvariantCulture)));
        }
    }

    private static void Line(string title, IEnumerable<string> cells) => Console.WriteLine($"| {title} | {string.Join(" | ", cells)} |");
}
