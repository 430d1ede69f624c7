using System;
using System.Globalization;
using System.Linq;
using Playground.Safety;

namespace Playground.Numbers;

/// <summary>Rows of values: as they are drawn, pasted and shown.</summary>
internal static class Row
{
    private static readonly char[] s_separators = [' ', '\t', '\r', '\n', ',', ';', '[', ']', '{', '}'];

    /// <summary>Normally distributed, with so much spread; whole numbers of thousandths, so that they can be read.</summary>
    public static double[] Drawn(int size, double spread) => [.. Enumerable.Range(0, size).Select(_ => Math.Round(Normal() * spread, 3))];

    public static string Text(double[] row) => string.Join(", ", row.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Reads what was pasted; numbers apart by blanks, commas or semicolons. Otherwise says in a sentence what is wrong.</summary>
    public static string? TryRead(string text, bool isDouble, out double[] row)
    {
        var limit = isDouble ? Limits.Doubles : Limits.Floats;
        row = [];
        var words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return "A row has at least one value.";
        }

        if (words.Length > limit)
        {
            return $"{words.Length:N0} values are more than the {limit:N0} that are judged here.";
        }

        var values = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            // "1.5f" and "2d" are pasted from C#.
            if (!double.TryParse(words[i].Replace('−', '-').TrimEnd('f', 'F', 'd', 'D'), NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
            {
                return $"'{(words[i].Length > 20 ? words[i][..20] + "…" : words[i])}' is no number.";
            }

            if (!double.IsFinite(isDouble ? values[i] : (float)values[i]))
            {
                return $"{words[i]} is not finite in {(isDouble ? "double" : "float")}: the reference is for finite values.";
            }
        }

        row = values;
        return null;
    }

    /// <summary>By the method of Box and Muller.</summary>
    private static double Normal() => Math.Sqrt(-2 * Math.Log(1 - Random.Shared.NextDouble())) * Math.Cos(Math.Tau * Random.Shared.NextDouble());
}
