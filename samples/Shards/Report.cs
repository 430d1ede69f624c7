using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;

namespace Shards;

/// <summary>What is printed. What differs from run to run goes to the error stream.</summary>
internal static class Report
{
    private static readonly IAnsiConsole s_errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>A bar that grows shard by shard, where someone may see it grow.</summary>
    public static async Task Loading(Search search, TimeSpan within, CancellationToken cancellation)
    {
        var what = $"Loading {Number(search.Catalogue.Items)} items";
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"{what}.");
            await search.Load(_ => { }, within, cancellation);
            Console.Error.WriteLine("Loaded.");
            return;
        }

        await s_errors.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async progress =>
        {
            var bar = progress.AddTask(what, maxValue: search.Catalogue.Items);
            await search.Load(items => bar.Increment(items), within, cancellation);
        });
    }

    public static void Print(Catalogue catalogue, long query, Answer answer)
    {
        Console.WriteLine($"{Number(catalogue.Items)} items of {catalogue.Dimensions} dimensions in {catalogue.Shards} shards, seed {catalogue.Seed}. Query {query}:");
        Console.WriteLine($"log-sum-exp {answer.LogSumExp:G9}, checksum of all probabilities {answer.Checksum:x16}");
        Print("Top", answer.Top);
        Print("Drawn", answer.Drawn);
    }

    public static void Print(int silos, TimeSpan elapsed) => s_errors.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"Two rounds with {silos} {(silos == 1 ? "silo" : "silos")}: {elapsed.TotalMilliseconds:F1} ms, without the checksum."));

    public static void Print(string? difference) => Console.WriteLine(
        difference is null ? "Every bit is that of SoftMath over the whole row in one process." : $"Not the bits of SoftMath over the whole row in one process: {difference}.");

    public static void Print(int silos, Load load)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{silos} {(silos == 1 ? "silo" : "silos")}: {load.Rate:F1} queries/s, median {load.Percentile(50):F0} ms, 99th percentile {load.Percentile(99):F0} ms"));
        Console.WriteLine($"{load.Answered} answered, {load.Wrong} with other bits than the whole row's, {load.Failed} failed");
        foreach (var (failure, count) in load.Failures)
        {
            Console.WriteLine($"{count} × {failure}");
        }
    }

    private static void Print(string title, IReadOnlyList<Hit> hits)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).Title(title);
        foreach (var header in new[] { "item", "score", "probability" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (var hit in hits)
        {
            table.AddRow($"{hit.Item}", $"{hit.Score:G9}", $"{hit.Probability:G9}");
        }

        Console.WriteLine();
        AnsiConsole.Write(table);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
