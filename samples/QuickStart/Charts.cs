using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScottPlot;
using SkiaSharp;

namespace QuickStart;

/// <summary>The two relations as pictures, for the scores (x, 0).</summary>
internal static class Charts
{
    private const int Width = 800;
    private const int Height = 500;

    private static readonly double[] X = [.. Enumerable.Range(-300, 601).Select(i => i / 100.0)];

    private static readonly (double Temperature, Color Color)[] Soft =
    [
        (1.0, Color.FromHex("#9ecae1")),
        (0.5, Color.FromHex("#4292c6")),
        (0.1, Color.FromHex("#08519c")),
    ];

    private static readonly Color Hard = Color.FromHex("#fdae6b");

    private static readonly string Font = new[] { "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Liberation Sans" }
        .FirstOrDefault(SKFontManager.Default.FontFamilies.Contains, Fonts.Default);

    /// <summary>Draws both charts, then writes them; returns the paths of the files.</summary>
    public static IReadOnlyList<string> Save(string folder)
    {
        (string Path, string Svg)[] files =
        [
            (Path.Combine(folder, "softmax-argmax.svg"), Svg(SoftmaxAndArgMax())),
            (Path.Combine(folder, "logsumexp-max.svg"), Svg(LogSumExpAndMax())),
        ];

        foreach (var (path, svg) in files)
        {
            File.WriteAllText(path, svg);
        }

        return [.. files.Select(file => file.Path)];
    }

    private static Plot SoftmaxAndArgMax()
    {
        var plot = NewPlot("Softmax is the smooth argmax", "share of the first score");
        Draw(plot, "argmax(x, 0), one-hot", 7, Hard, FirstIsArgMax);
        foreach (var (temperature, color) in Soft)
        {
            Draw(plot, $"softmax((x, 0)/τ), τ = {temperature}", 2.5f, color, x => FirstShare(x, temperature));
        }

        plot.Axes.SetLimits(-3, 3, -0.05, 1.05);
        return plot;
    }

    private static Plot LogSumExpAndMax()
    {
        var plot = NewPlot("Log-sum-exp is the smooth max", "value");
        Draw(plot, "max(x, 0)", 7, Hard, x => Pair.Max2([x, 0.0]));
        foreach (var (temperature, color) in Soft)
        {
            Draw(plot, $"τ · log-sum-exp((x, 0)/τ), τ = {temperature}", 2.5f, color, x => Pair.LogSumExp2([x, 0.0], temperature));
        }

        plot.Axes.SetLimits(-3, 3, -0.15, 3.15);
        return plot;
    }

    private static double FirstIsArgMax(double x)
    {
        Span<double> oneHot = stackalloc double[2];
        Pair.HardMax2([x, 0.0], oneHot);
        return oneHot[0];
    }

    private static double FirstShare(double x, double temperature)
    {
        Span<double> probabilities = stackalloc double[2];
        Pair.Softmax2([x, 0.0], temperature, probabilities);
        return probabilities[0];
    }

    private static Plot NewPlot(string title, string vertical)
    {
        var plot = new Plot();
        plot.Title(title, size: 22);
        plot.XLabel("x, the first score (the second is 0)", size: 16);
        plot.YLabel(vertical, size: 16);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Legend.FontSize = 15;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static void Draw(Plot plot, string label, float width, Color color, Func<double, double> curve)
    {
        var line = plot.Add.ScatterLine(X, [.. X.Select(curve)], color);
        line.LegendText = label;
        line.LineWidth = width;
    }

    private static string Svg(Plot plot)
    {
        plot.Font.Set(Font);

        // The reader's machine may lack the font that this one has.
        return plot.GetSvgXml(Width, Height).Replace($"font-family=\"{Font}\"", $"font-family=\"{Font}, sans-serif\"", StringComparison.Ordinal);
    }
}
