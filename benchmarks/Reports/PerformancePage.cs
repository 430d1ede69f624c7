using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Reports;

/// <summary>Every table for the registers of this machine, where it was measured and how to measure it again; and the chart of the first.</summary>
internal static class PerformancePage
{
    private static readonly Scenario[] s_scenarios =
    [
        new(Operation.Softmax),
        new(Operation.Softmax, OneRowACall: true),
        new(Operation.Softmax, IsDouble: true),
        new(Operation.LogSoftmax),
        new(Operation.LogSumExp),
        new(Operation.Max),
        new(Operation.ArgMax),
    ];

    public static int Write(string folder)
    {
        var tables = s_scenarios.Select(scenario => (Scenario: scenario, Results: Measured(scenario))).ToList();
        (string Path, string Text)[] files =
        [
            (Path.Combine(folder, Machine.Registers + ".svg"), PerformanceChart.Svg(tables[0].Scenario, tables[0].Results)),
            (Path.Combine(folder, Machine.Registers + ".md"), Page(tables)),
        ];
        try
        {
            foreach (var (path, text) in files)
            {
                File.WriteAllText(path, text);
                Console.WriteLine(path);
            }

            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The page could not be written: {failure.Message}");
            return 1;
        }
    }

    private static IReadOnlyList<SizeResult> Measured(Scenario scenario)
    {
        IReadOnlyList<SizeResult> results = Comparison.Run(scenario, Sizes.All);
        QuickReport.Print(scenario, results);
        return results;
    }

    private static string Page(IEnumerable<(Scenario Scenario, IReadOnlyList<SizeResult> Results)> tables)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $$"""
            # Performance: {{Machine.Registers}}

            {{Machine.Description}}

            One thread, rows of N values, some 16 thousand values in all, in L2. Ours and the others take turns in one process, in {{PairedTiming.Rounds}} rounds:
            times are medians, ratios medians of the rounds' ratios. Times depend on the machine and its mood; ratios much less.
            {{Rivals.Legend}}
            The roofline is a loop with the elementwise arithmetic of softmax and no reduction. `TensorPrimitives.SoftMax` is not stable;
            the stable composition is `Max`, `Subtract`, `Exp`, `Sum`, `Divide`. ONNX Runtime has a model of one node, bound beforehand.

            To measure it again:

            ```
            dotnet run -c Release --project benchmarks -- chart docs/performance
            dotnet run -c Release --project benchmarks -- quick
            ```

            ![Softmax, nanoseconds a value against N]({{Machine.Registers}}.svg)

            """);
        foreach (var (scenario, results) in tables)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {scenario.Title}\n\n{Table(results)}\n{Targets.Verdict(scenario, results)}\n");
        }

        return page.ToString();
    }

    private static string Table(IReadOnlyList<SizeResult> results)
    {
        Rival[] rivals = [.. results[0].Slower.Keys];
        string[] titles = ["N", "ns a row", "ns a value", .. rivals.Select(rival => rival.Column())];
        IEnumerable<string> rows = results.Select(result => Row(
        [
            Number(result.Size, "F0"),
            Number(result.NanosecondsARow, "F1"),
            Number(result.NanosecondsAValue, "F3"),
            .. rivals.Select(rival => Number(result.Ratio(rival), "F2")),
        ]));
        return string.Join("", [Row(titles), Row([.. titles.Select(_ => "---:")]), .. rows]);
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
