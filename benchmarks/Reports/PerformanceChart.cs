using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Reports;

/// <summary>Nanoseconds a value against N, both on logarithmic axes.</summary>
internal static class PerformanceChart
{
    private const int Width = 800;
    private const int Height = 500;

    private static readonly double[] s_sizeTicks = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096];
    private static readonly double[] s_timeTicks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

    private static readonly (Rival Rival, Color Color)[] s_rivals =
    [
        (Rival.ScalarLoop, Color.FromHex("#bdbdbd")),
        (Rival.TensorPrimitives, Color.FromHex("#fdae6b")),
        (Rival.StableComposition, Color.FromHex("#e6550d")),
        (Rival.OnnxRuntime, Color.FromHex("#74c476")),
        (Rival.Fallback, Color.FromHex("#9ecae1")),
    ];

    private static readonly Color s_ours = Color.FromHex("#08519c");
    private static readonly Color s_roofline = Color.FromHex("#636363");

    private static readonly string s_font = new[] { "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Liberation Sans" }
        .FirstOrDefault(SKFontManager.Default.FontFamilies.Contains, Fonts.Default);

    public static string Svg(Scenario scenario, IReadOnlyList<SizeResult> results)
    {
        Plot plot = NewPlot($"{scenario.Title}, {Machine.Registers}");
        foreach (var (rival, color) in s_rivals)
        {
            Draw(plot, results, rival.Name(), 2, color, result => result.NanosecondsAValueOf(rival));
        }

        Draw(plot, results, "SoftKernels, generated", 3.5f, s_ours, result => result.NanosecondsAValue);
        Draw(plot, results, Rival.Roofline.Name(), 1.5f, s_roofline, result => result.NanosecondsAValueOf(Rival.Roofline)).LinePattern = LinePattern.Dashed;

        plot.Font.Set(s_font);

        // The reader's machine may lack the font that this one has.
        return plot.GetSvgXml(Width, Height).Replace($"font-family=\"{s_font}\"", $"font-family=\"{s_font}, sans-serif\"", StringComparison.Ordinal);
    }

    private static Plot NewPlot(string title)
    {
        Plot plot = new();
        plot.Title(title, size: 22);
        plot.XLabel("N, values in a row", size: 16);
        plot.YLabel("nanoseconds a value", size: 16);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Bottom.TickGenerator = Ticks(s_sizeTicks);
        plot.Axes.Left.TickGenerator = Ticks(s_timeTicks);
        plot.Legend.FontSize = 13;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    private static NumericManual Ticks(double[] values) =>
        new([.. values.Select(Math.Log10)], [.. values.Select(value => value.ToString(CultureInfo.InvariantCulture))]);

    private static ScottPlot.Plottables.Scatter Draw(
        Plot plot, IReadOnlyList<SizeResult> results, string label, float width, Color color, Func<SizeResult, double> time)
    {
        double[] sizes = [.. results.Select(result => Math.Log10(result.Size))];
        double[] times = [.. results.Select(result => Math.Log10(time(result)))];
        var line = plot.Add.ScatterLine(sizes, times, color);
        line.LegendText = label;
        line.LineWidth = width;
        return line;
    }
}
