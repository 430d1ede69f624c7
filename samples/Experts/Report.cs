using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Experts;

/// <summary>Prints where the tokens go, and how fast.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Layer> layers)
    {
        Load[] loads = [.. layers.Select(layer => new Load(layer, layer.Choose(layer.Ours.TopKSoftmax)))];
        AnsiConsole.WriteLine($"Tokens: {layers[0].Tokens}. Both orders and TensorPrimitives send each to the same k experts.");

        Heading("Load, in multiples of the fair share, and the weight that softmax first keeps");
        AnsiConsole.Write(Summary(layers, loads));
        foreach (var (layer, load) in layers.Zip(loads))
        {
            Print(layer, load);
        }

        Print(layers[^1]);
    }

    /// <summary>On the error stream, for it differs from run to run.</summary>
    public static void PrintSpeed(IEnumerable<Layer> layers)
    {
        var table = Table("experts", "k");
        table.AddColumn("order");
        foreach (var header in new[] { "tokens/s", "TensorPrimitives", "ratio of times" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (var layer in layers)
        {
            var choice = layer.Choose(layer.Ours.TopKSoftmax);
            foreach (var (order, ours, theirs) in new[]
            {
                ("top-k first", layer.Ours.TopKSoftmax, layer.Composed.TopKSoftmax),
                ("softmax first", layer.Ours.SoftmaxTopK, layer.Composed.SoftmaxTopK),
            })
            {
                var race = new Race(
                    () => ours(layer.Logits, choice.Experts, choice.Weights),
                    () => theirs(layer.Logits, choice.Experts, choice.Weights));
                table.AddRow($"{layer.Experts}", $"{layer.K}", order, Rate(layer.Tokens / race.Ours), Rate(layer.Tokens / race.Theirs), $"{race.Ratio:F2}");
            }
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.WriteLine();
        console.MarkupLine("[bold]Tokens a second, ours and of TensorPrimitives by turns[/]");
        console.Write(table);
    }

    private static Table Summary(IReadOnlyList<Layer> layers, IReadOnlyList<Load> loads)
    {
        var table = Table("experts", "k", "busiest", "idlest", "deviation", "weight kept");
        foreach (var (layer, load) in layers.Zip(loads))
        {
            table.AddRow(
                $"{layer.Experts}", $"{layer.K}", $"{load.Highest:F2} (#{load.Busiest})", $"{load.Lowest:F2} (#{load.Idlest})", $"{load.Deviation:F2}", $"{Kept(layer):F3}");
        }

        return table;
    }

    /// <summary>The weight that is not lost to experts that were not chosen, the mean of all tokens.</summary>
    private static double Kept(Layer layer) => layer.Choose(layer.Ours.SoftmaxTopK).Weights.Sum(weight => (double)weight) / layer.Tokens;

    private static void Print(Layer layer, Load load)
    {
        var bars = new Bars(load.Sorted);
        Heading($"Load of {layer.Experts} experts, the busiest first{(bars.Group > 1 ? $", {bars.Group} to a bar" : "")}");
        foreach (var (value, line) in bars.Lines())
        {
            AnsiConsole.MarkupLine($"{value,5:F1} [blue]{line}[/]");
        }
    }

    /// <summary>The first token's experts, and their weights by both orders.</summary>
    private static void Print(Layer layer)
    {
        var (first, second) = (layer.Choose(layer.Ours.TopKSoftmax), layer.Choose(layer.Ours.SoftmaxTopK));
        Heading($"Weights of the first token, {layer.K} of {layer.Experts} experts");
        var table = Table("expert", "logit", "top-k first", "softmax first");
        for (var i = 0; i < layer.K; i++)
        {
            var expert = first.Experts[i];
            table.AddRow($"{expert}", $"{layer.Logits[expert]:F3}", $"{first.Weights[i]:F4}", $"{second.Weights[i]:F4}");
        }

        table.AddEmptyRow();
        table.AddRow("sum", "", $"{first.Weights.Take(layer.K).Sum():F4}", $"{second.Weights.Take(layer.K).Sum():F4}");
        AnsiConsole.Write(table);
    }

    private static Table Table(params ReadOnlySpan<string> numbers)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var header in numbers)
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        return table;
    }

    private static string Rate(double tokens) => $"{tokens / 1e6:F2} M";

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{text}[/]");
    }
}
