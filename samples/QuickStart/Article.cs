using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using Spectre.Console;

namespace QuickStart;

/// <summary>"Why is Softmax called Softmax?", told with numbers.</summary>
internal static class Article
{
    private static readonly double[] X = [1.0, 2.0, 4.0, 3.5, -0.5];
    private static readonly double[] Temperatures = [1.0, 0.5, 0.1];

    public static void Print()
    {
        SmoothArgMaxAndMax();
        FallingTemperature();
        Gradient();
        Overflow();
    }

    private static void SmoothArgMaxAndMax()
    {
        Heading("Softmax is the smooth argmax, log-sum-exp the smooth max");
        Say("Argmax gives everything to the winner; softmax shares it out in the same order.");
        Say("Max hears the winner alone; log-sum-exp hears them all, and lies a little above.");

        var oneHot = HardMax(X);
        var probabilities = Softmax(X);

        var table = NewTable();
        table.AddColumn(Column("x").RightAligned());
        table.AddColumn(Column("argmax(x), one-hot", $"max(x) = {Scores.Max5(X):F3}"));
        table.AddColumn(Column("softmax(x)", $"log-sum-exp(x) = {Scores.LogSumExp5(X):F3}"));
        for (var i = 0; i < X.Length; i++)
        {
            table.AddRow($"{X[i]:F1}", Share(oneHot[i], 20), Share(probabilities[i], 20));
        }

        AnsiConsole.Write(table);
    }

    private static void FallingTemperature()
    {
        Heading("As the temperature τ falls, smooth turns hard");
        Say("At temperature τ, softmax(x/τ) tends to the one-hot argmax, and");
        Say("τ · log-sum-exp(x/τ), in the last line, to the max. At 0 they are there.");

        var table = NewTable();
        table.AddColumn(Column("x").RightAligned());
        var shares = new List<double[]>();
        foreach (var temperature in Temperatures)
        {
            var probabilities = new double[X.Length];
            Scores.Softmax5(X, temperature, probabilities);
            shares.Add(probabilities);
            table.AddColumn(Column($"τ = {temperature}", $"{Scores.LogSumExp5(X, temperature):F3}"));
        }

        shares.Add(HardMax(X));
        table.AddColumn(Column("argmax, max", $"{Scores.Max5(X):F3}"));
        for (var i = 0; i < X.Length; i++)
        {
            table.AddRow([$"{X[i]:F1}", .. shares.Select(share => Share(share[i], 8))]);
        }

        AnsiConsole.Write(table);
    }

    private static void Gradient()
    {
        Heading("Softmax is the gradient of log-sum-exp");
        Say("Nudge one score: log-sum-exp follows in proportion to the score's probability.");

        const double Step = 1e-5;
        var probabilities = Softmax(X);

        var table = NewTable();
        table.AddColumn(new TableColumn("x").RightAligned());
        table.AddColumns("softmax(x)", "central difference of log-sum-exp", "apart by");
        for (var i = 0; i < X.Length; i++)
        {
            var slope = (Nudged(i, Step) - Nudged(i, -Step)) / (2 * Step);
            table.AddRow($"{X[i]:F1}", $"{probabilities[i]:F9}", $"{slope:F9}", $"{Math.Abs(slope - probabilities[i]):0e-00}");
        }

        AnsiConsole.Write(table);
    }

    private static double Nudged(int index, double step)
    {
        double[] nudged = [.. X];
        nudged[index] += step;
        return Scores.LogSumExp5(nudged);
    }

    private static void Overflow()
    {
        Heading("Why this library exists");
        Say("A float can't hold exp(89), yet TensorPrimitives.SoftMax asks for it.");

        var table = NewTable();
        table.AddColumns("x", "TensorPrimitives.SoftMax", "Softmax2", "LogSumExp2");
        foreach (float[] x in new float[][] { [2, 1], [89, 1], [1000, 1000] })
        {
            var theirs = new float[2];
            var ours = new float[2];
            TensorPrimitives.SoftMax(x, theirs);
            Pair.Softmax2(x, ours);
            table.AddRow(List(x), List(theirs), List(ours), $"{Pair.LogSumExp2(x)}");
        }

        AnsiConsole.Write(table);
    }

    private static double[] Softmax(double[] scores)
    {
        var probabilities = new double[scores.Length];
        Scores.Softmax5(scores, probabilities);
        return probabilities;
    }

    private static double[] HardMax(double[] scores)
    {
        var oneHot = new double[scores.Length];
        Scores.HardMax5(scores, oneHot);
        return oneHot;
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());
    }

    private static void Say(string text) => AnsiConsole.WriteLine(text);

    private static Table NewTable() => new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);

    private static TableColumn Column(string header, string footer = "") => new TableColumn(header).Footer($"[yellow]{footer}[/]");

    private static string Share(double probability, int width) => $"{probability:F3} [blue]{Bar.Of(probability, width)}[/]";

    private static string List(float[] values)
    {
        var list = Markup.Escape($"[{string.Join(", ", values.Select(value => $"{value:G6}"))}]");
        return values.Any(float.IsNaN) ? $"[red]{list}[/]" : list;
    }
}
