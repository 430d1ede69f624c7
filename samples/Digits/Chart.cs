using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Digits;

/// <summary>Lines over epochs, written as SVG by hand: a chart of this size needs no library.</summary>
internal sealed class Chart(string title, int epochs, double lowest, double highest)
{
    private const int Width = 800;
    private const int Height = 480;
    private const int Left = 70;
    private const int Right = 20;
    private const int Top = 105;
    private const int Bottom = 60;
    private const int EpochStep = 10;

    private readonly StringBuilder _grid = new();
    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _legend = new();
    private int _lineCount;

    /// <summary>A line across the chart at a value, with its name.</summary>
    public void AddTick(double value, string name)
    {
        var y = Y(value);
        _grid.Append($"<path d=\"M{Left} {y:F1}H{Width - Right}\" stroke=\"#ddd\"/>\n");
        _grid.Append(Text(Left - 8, y + 5, "end", name));
    }

    /// <summary>One value for each epoch, and a name in the legend above: two names to a column.</summary>
    public void AddLine(string name, string color, IEnumerable<double> values, bool isDashed = false)
    {
        var style = $"fill=\"none\" stroke=\"{color}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"{(isDashed ? " stroke-dasharray=\"7 4\"" : "")}";
        var points = string.Join(' ', values.Select((value, i) => $"{X(i + 1):F1},{Y(value):F1}"));
        _lines.Append($"<polyline points=\"{points}\" {style}/>\n");

        var (column, row) = Math.DivRem(_lineCount++, 2);
        var (x, y) = (Left + 360 * column, 60 + 22 * row);
        _legend.Append($"<path d=\"M{x} {y}h36\" {style}/>\n");
        _legend.Append(Text(x + 46, y + 5, "start", name));
    }

    public string ToSvg()
    {
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#333\">\n");
        svg.Append($"<title>{title}</title>\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n");
        svg.Append($"<text x=\"{Left}\" y=\"34\" font-size=\"20\">{title}</text>\n");
        svg.Append(_grid);
        for (var epoch = EpochStep; epoch <= epochs; epoch += EpochStep)
        {
            svg.Append(Text(X(epoch), Height - Bottom + 20, "middle", $"{epoch}"));
        }

        svg.Append(Text((Left + Width - Right) / 2.0, Height - 14, "middle", "epoch"));
        svg.Append(_lines).Append(_legend).Append("</svg>\n");
        return svg.ToString();
    }

    private double X(double epoch) => Left + (Width - Left - Right) * epoch / epochs;

    private double Y(double value) => Height - Bottom - (Height - Top - Bottom) * (value - lowest) / (highest - lowest);

    private static string Text(double x, double y, string anchor, string text) => $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\">{text}</text>\n";
}
