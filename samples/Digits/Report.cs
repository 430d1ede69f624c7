using System;
using System.Linq;
using System.Text;
using Spectre.Console;

namespace Digits;

/// <summary>Prints what the model has learnt.</summary>
internal static class Report
{
    private const int BarWidth = 8;
    private const string Shades = " ░▒▓█";

    /// <summary>A bar of <paramref name="steps"/> steps, on the error stream: so the report can be redirected, and compared, by itself.</summary>
    public static void Progress(int steps, Action<Action> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Start(progress =>
        {
            var task = progress.AddTask("Training", maxValue: steps);
            work(() => task.Increment(1));
        });
    }

    public static void Print(int trainingCount, Evaluation result)
    {
        AnsiConsole.WriteLine($"Learnt from {trainingCount} digits, judged by {result.Data.Count} held back.");
        AnsiConsole.MarkupLine($"Accuracy [bold green]{result.Accuracy:P1}[/] ({result.Right} right), mean loss [bold green]{result.MeanLoss:F4}[/]");

        Heading("Which digit (row) was taken for which (column)");
        AnsiConsole.Write(ConfusionTable(result.Confusion()));

        Heading("The five least certain digits");
        AnsiConsole.Write(new Columns(result.LeastCertain(5).Select(row => Card(result, row))).Collapse().Padding(0, 0, 3, 1));
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
        text.AppendLine($"truth [green]{actual}[/], guess [{(predicted == actual ? "green" : "red")}]{predicted}[/]");
        for (var digit = 0; digit < DigitData.Classes; digit++)
        {
            var color = digit == actual ? "green" : digit == predicted ? "red" : "blue";
            text.AppendLine(ProbabilityLine(digit, result.Probabilities(row)[digit], color));
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
