using System;
using System.IO;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>What the first call costs in a process that has just started, and that of a second size of the same operation after it.</summary>
internal static class FirstCalls
{
    private const int Processes = 7;

    /// <summary>Each with another that is laid out the same way.</summary>
    private static readonly (int First, int Second)[] s_sizes = [.. PayTargets.Sizes.Zip([12, 100, 512, 4096])];

    public static PriceList Measure(bool isDouble) => new(
        $"First call in a new process, {(isDouble ? "double" : "float")}, and of a second size then: processor time, ms (median of {Processes})",
        [.. s_sizes.SelectMany(pair => (string[])[$"N = {pair.First}", $"then {pair.Second}"])],
        [
            .. from operation in Enum.GetValues<Operation>()
               from oneRow in (bool[])[true, false]
               let scenario = new Scenario(operation, isDouble, oneRow)
               select new PriceLine(oneRow ? $"{operation}" : $"{operation}, rows", [.. s_sizes.SelectMany(pair => Measure(scenario, pair.First, pair.Second))]),
        ]);

    private static Price[] Measure(Scenario scenario, int first, int second)
    {
        double[][] times = [.. Enumerable.Range(0, Processes).Select(_ => FirstCall.Launch(scenario, first, second))];
        return
        [
            new(PairedTiming.Median(times.Select(each => each[0])), PayTargets.FirstCallMilliseconds),
            new(PairedTiming.Median(times.Select(each => each[1])), PayTargets.SecondSizeMilliseconds(IsServedByLibrary(scenario, second))),
        ];
    }

    /// <summary>Whether the method for rows hands them to the runtime's loop.</summary>
    private static bool IsServedByLibrary(Scenario scenario, int size)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "generated");
        string type = scenario.IsDouble ? nameof(Double) : nameof(Single);
        return !scenario.OneRowACall
            && Directory.GetFiles(folder, $"*{type}{size}.*").Any(file => File.ReadAllText(file).Contains($"Rows.{scenario.Operation}(", StringComparison.Ordinal));
    }
}
