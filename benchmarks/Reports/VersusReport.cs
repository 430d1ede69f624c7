using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Versus;
using Spectre.Console;

namespace SoftKernels.Benchmarks.Reports;

/// <summary>Two builds in the console: a table a course, and what got slower.</summary>
internal static class VersusReport
{
    public static void Print(Duel duel, IEnumerable<Course> courses)
    {
        List<DuelResult> results = [];
        foreach (Course course in courses)
        {
            IReadOnlyList<DuelResult> ofCourse = duel.Run(course);
            AnsiConsole.MarkupLineInterpolated($"[bold]{course.Title}[/] [grey]{duel.Registers}[/]");
            AnsiConsole.Write(Table(ofCourse));
            results.AddRange(ofCourse);
        }

        double mean = Math.Exp(results.Average(result => Math.Log(result.Ratio)));
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Processor}, {duel.Registers}[/]");
        AnsiConsole.MarkupLine(Text($"New ÷ old, geometric mean of {results.Count} cases: [bold]{mean:F3}[/]."));
        List("Slower", results.Where(result => result.IsSlower));
        List("Slower in the median of the processes only, not in the best", results.Where(result => result.IsSuspect && !result.IsSlower));
        List("Other bits", results.Where(result => !result.SameBits));
    }

    private static void List(string title, IEnumerable<DuelResult> results)
    {
        DuelResult[] all = [.. results];
        AnsiConsole.MarkupLine(Text($"{title}: {all.Length}"));
        foreach (DuelResult result in all)
        {
            AnsiConsole.MarkupLine(Text($"  {result.Course.Title}, N = {result.Size}: {result.Ratio:F3}, best {result.BestRatio:F3}"));
        }
    }

    private static Table Table(IEnumerable<DuelResult> results)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string title in (string[])["N", "old, ns a row", "new, ns a row", "new ÷ old", "pairs", "best ÷ best", "bits"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (DuelResult result in results)
        {
            table.AddRow(
                Text($"{result.Size}"),
                Text($"{result.Old:F2}"),
                Text($"{result.New:F2}"),
                Text($"[{(result.IsSlower ? "red" : result.IsSuspect ? "yellow" : "default")}]{result.Ratio:F3}[/]"),
                Text($"[grey]{result.LeastRatio:F2}–{result.GreatestRatio:F2}[/]"),
                Text($"{result.BestRatio:F3}"),
                result.SameBits ? "same" : "[red]other[/]");
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
