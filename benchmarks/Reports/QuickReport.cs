using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;
using Spectre.Console;

namespace SoftKernels.Benchmarks.Reports;

/// <summary>A table in the console, missed targets in red.</summary>
internal static class QuickReport
{
    public static void Print(Scenario scenario, IReadOnlyList<SizeResult> results)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{scenario.Title}[/]");
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Description}[/]");
        AnsiConsole.MarkupLineInterpolated($"[grey]{Rivals.Legend}[/]");
        AnsiConsole.Write(Table(scenario, results));
        AnsiConsole.MarkupLineInterpolated($"{Targets.Verdict(scenario, results)}");
    }

    private static Table Table(Scenario scenario, IReadOnlyList<SizeResult> results)
    {
        Rival[] rivals = [.. results[0].Slower.Keys];
        ILookup<string, Target> targets = Targets.For(scenario).ToLookup(target => target.Name);
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string title in (string[])["N", "ns a row", "ns a value", .. rivals.Select(rival => rival.Column())])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (SizeResult result in results)
        {
            table.AddRow(
            [
                Text($"{result.Size}"),
                Text($"{result.NanosecondsARow:F1}"),
                Text($"{result.NanosecondsAValue:F3}"),
                .. rivals.Select(rival => Cell(result.Ratio(rival), targets[rival.Column()].Any(target => target.MissOf(result) is not null))),
            ]);
        }

        return table;
    }

    private static string Cell(double ratio, bool missed) => missed ? Text($"[red]{ratio:F2}[/]") : Text($"{ratio:F2}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
