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
    /// <summary>New ÷ old from which on a case counts as slower.</summary>
    private const double Tolerance = 1.03;

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

        DuelResult[] slower = [.. results.Where(IsSlower)];
        DuelResult[] otherBits = [.. results.Where(result => !result.SameBits)];
        double mean = Math.Exp(results.Average(result => Math.Log(result.Ratio)));
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Processor}, {duel.Registers}[/]");
        AnsiConsole.MarkupLine(Text($"New ÷ old, geometric mean of {results.Count} cases: [bold]{mean:F3}[/]. Above {Tolerance}: {slower.Length}."));
        foreach (DuelResult result in slower)
        {
            AnsiConsole.MarkupLineInterpolated($"  {Case(result)}: [red]{result.Ratio.ToString("F3", CultureInfo.InvariantCulture)}[/]");
        }

        foreach (DuelResult result in otherBits)
        {
            AnsiConsole.MarkupLineInterpolated($"  {Case(result)}: [red]other bits[/]");
        }
    }

    private static Table Table(IEnumerable<DuelResult> results)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string title in (string[])["N", "old, ns a row", "new, ns a row", "new ÷ old", "pairs", "bits"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (DuelResult result in results)
        {
            table.AddRow(
                Text($"{result.Size}"),
                Text($"{result.OldNanoseconds:F2}"),
                Text($"{result.NewNanoseconds:F2}"),
                IsSlower(result) ? Text($"[red]{result.Ratio:F3}[/]") : Text($"{result.Ratio:F3}"),
                Text($"[grey]{result.Ratios[0]:F2}–{result.Ratios[^1]:F2}[/]"),
                result.SameBits ? "same" : "[red]other[/]");
        }

        return table;
    }

    private static bool IsSlower(DuelResult result) => result.Ratio > Tolerance;

    private static string Case(DuelResult result) => Text($"{result.Course.Title}, N = {result.Size}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
