using System;
using System.Collections.Generic;
using System.Linq;

namespace Experts;

/// <summary>Upright bars, in lines of characters.</summary>
internal sealed class Bars
{
    private const int Width = 64;
    private const int MostLines = 8;
    private const double LeastStep = 0.5;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    private readonly double[] _values;

    public Bars(IEnumerable<double> values)
    {
        double[] all = [.. values];
        Group = (all.Length + Width - 1) / Width;
        _values = [.. all.Chunk(Group).Select(group => group.Average())];
        Step = Math.Max(LeastStep, _values.Max() / MostLines);
    }

    /// <summary>How many neighbours share a bar, as their mean: one has it to itself while there is room.</summary>
    public int Group { get; }

    private double Step { get; }

    /// <summary>From the top, each with the value at its upper edge.</summary>
    public IEnumerable<(double Value, string Bars)> Lines()
    {
        var thickness = Width / _values.Length;
        for (var line = (int)Math.Ceiling(_values.Max() / Step); line > 0; line--)
        {
            yield return (line * Step, string.Concat(_values.Select(value => new string(Part(value / Step - (line - 1)), thickness))));
        }
    }

    /// <summary>A character, as full as its share of a bar.</summary>
    private static char Part(double height) => Eighths[(int)Math.Round(Math.Clamp(height, 0, 1) * (Eighths.Length - 1))];
}
