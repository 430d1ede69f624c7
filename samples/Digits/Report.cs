using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Spectre.Console;

namespace Digits;

/// <summary>Prints what the models have learnt.</summary>
internal static class Report
{
    private const int BarWidth = 8;
    private const string Shades = " ░▒▓█";

    /// <summary>A bar of <paramref name="steps"/> steps, on the error stream: so the report can be redirected, and compared, by itself.</summary>
    public static void Progress(string name, int steps, Action<Action> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Start(progress =>
        {
            var task = progress.AddTask(name, maxValue: steps);
            work(() => task.Increment(1));
        });
    }

    public static void Print(int trainingCount, IReadOnlyList<Evaluation> results)
    {
        AnsiConsole.WriteLine($"Learnt from {trainingCount} digits, judged by {results[0].Data.Count} held back.");
        AnsiConsole.Write(Summary(results));
        foreach (var result in results)
        {
            Heading($"Which digit (row) was taken for which (column): {result.Model.Name}");
            AnsiConsole.Write(ConfusionTable(result.Confusion()));
        }

        var last = results[^1];
        Heading($"The five least certain digits: {last.Model.Name}");
        AnsiConsole.Write(new Columns(last.LeastCertain(5).Select(row => Card(last, row))).Collapse().Padding(0, 0, 3, 1));
    }

    /// <summary>Not by the console, which would break long paths.</summary>
    public static void Print(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            Console.WriteLine(path);
        }
    }

    private static Table Summary(IReadOnlyList<Evaluation> results)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn("model");
        foreach (var header in new[] { "parameters", "accuracy", "right", "mean loss" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (var result in results)
        {
            table.AddRow(result.Model.Name, $"{result.Model.Parameters}", $"[bold green]{result.Accuracy:P1}[/]", $"{result.Right}", $"[bold green]{result.MeanLoss:F4}[/]");
        }

        return table;
    }

    private static Table ConfusionTable(int[,] counts)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn("");
        for (var predicted = 0; predicted < DigitData.Classes; predicted++)
        {
            table.AddColumn(new TableColumn($"[bold]{predicted}[/]").RightAligned());
        }

        for (var actual = 0; actual < DigitData.Classes; actual++)
        {
            var cells = Enumerable.Range(0, DigitData.Classes).Select(predicted => Cell(counts[actual, predicted], predicted == actual));
            table.AddRow([$"[bold]{actual}[/]", .. cells]);
        }

        return table;
    }

    private static string Cell(int count, bool isRight) => (count, isRight) switch
    {
        (0, _) => "[grey]·[/]",
        (_, true) => $"[green]{count}[/]",
        _ => $"[red]{count}[/]",
    };

    /// <summary>The image, what it is, what it was taken for, and the probability of each class.</summary>
    private static Markup Card(Evaluation result, int row)
    {
        var (actual, predicted) = (result.Data.Labels[row], result.Prediction(row));
        var text = new StringBuilder(Drawing(result.Data.Image(row)));
        text.AppendLine();
        var probabilities = result.Probabilities(row);
        text.AppendLine($"truth [green]{actual}[/], guess [{(predicted == actual ? "green" : "red")}]{predicted}[/]");
        for (var digit = 0; digit < DigitData.Classes; digit++)
        {
            var color = digit == actual ? "green" : digit == predicted ? "red" : "blue";
            text.AppendLine(ProbabilityLine(digit, probabilities[digit], color));
        }

        return new Markup(text.ToString());
    }

    /// <summary>Two characters for each pixel, for characters are about twice as high as wide.</summary>
    private static string Drawing(ReadOnlySpan<float> image)
    {
        var drawing = new StringBuilder();
        for (var i = 0; i < image.Length; i++)
        {
            drawing.Append(Shades[(int)MathF.Round(image[i] * (Shades.Length - 1))], 2);
            if (i % DigitData.Side == DigitData.Side - 1)
            {
                drawing.AppendLine();
            }
        }

        return drawing.ToString();
    }

    private static string ProbabilityLine(int digit, float probability, string color)
    {
        var bar = new string('█', (int)MathF.Round(probability * BarWidth));
        return $"{digit} [{color}]{bar.PadRight(BarWidth)}[/] {probability:F3}";
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{text}[/]");
    }
}
