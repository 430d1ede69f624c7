using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Benchmarks.Pay;
using Spectre.Console;

namespace SoftKernels.Benchmarks.Reports;

/// <summary>Prices in the console, a table a list; those that are too high in red, and named again at the end.</summary>
internal static class PayReport
{
    public static void Print(IEnumerable<Func<PriceList>> measurements)
    {
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Description}[/]");
        List<PriceList> lists = [];
        foreach (Func<PriceList> measure in measurements)
        {
            PriceList list = measure();
            AnsiConsole.MarkupLineInterpolated($"[bold]{list.Title}[/]");
            AnsiConsole.Write(Table(list));
            lists.Add(list);
        }

        lists.RemoveAll(list => !list.Lines.Any(IsMissed));
        AnsiConsole.MarkupLine(lists.Count == 0 ? "No target missed." : "Missed:");
        foreach (PriceList list in lists)
        {
            AnsiConsole.MarkupLineInterpolated($"  {list.Title}");
            foreach (PriceLine line in list.Lines.Where(IsMissed))
            {
                AnsiConsole.MarkupLineInterpolated($"    {Misses(list, line)}");
            }
        }
    }

    private static bool IsMissed(PriceLine line) => line.Prices.Any(price => price.IsMissed);

    private static string Misses(PriceList list, PriceLine line)
    {
        IEnumerable<string> misses = list.Columns.Zip(line.Prices)
            .Where(cell => cell.Second.IsMissed)
            .Select(cell => $"{cell.First} ({Number(cell.Second.Amount)} > {Number(cell.Second.AtMost!.Value)})");
        return $"{line.Name}: {string.Join(", ", misses)}";
    }

    private static Table Table(PriceList list)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn("");
        foreach (string column in list.Columns.Append("at most"))
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (PriceLine line in list.Lines)
        {
            IEnumerable<string> targets = line.Prices.Select(price => price.AtMost).OfType<double>().Select(Number).Distinct();
            table.AddRow(
            [
                Markup.Escape(line.Name),
                .. line.Prices.Select(price => price.IsMissed ? $"[red]{Number(price.Amount)}[/]" : Number(price.Amount)),
                string.Join(" / ", targets),
            ]);
        }

        return table;
    }

    private static string Number(double number) =>
        number.ToString(number >= 100 ? "F0" : number >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
