using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Playground.Softmax;

/// <summary>The README's two relations, of the scores (x, 0), as curves by the kernel.</summary>
internal static class Curves
{
    public const double Reach = 3;

    /// <summary>Beside 0, so that a step is seen as one.</summary>
    private static readonly double[] s_x = [.. Enumerable.Range(-120, 241).Select(i => i / 40.0).Append(-1e-9).Order()];

    public static IEnumerable<(double X, double Y)> ArgMax() => s_x.Select(x => (x, Hard(x)));

    public static IEnumerable<(double X, double Y)> Softmax(double temperature) => s_x.Select(x => (x, Soft(x, temperature)));

    public static IEnumerable<(double X, double Y)> Max() => s_x.Select(x => (x, Pair.Max2([x, 0])));

    public static IEnumerable<(double X, double Y)> LogSumExp(double temperature) => s_x.Select(x => (x, Pair.LogSumExp2([x, 0], temperature)));

    /// <summary>A path through points, on a canvas of this size whose lower left corner is (−Reach, low).</summary>
    public static string Path(IEnumerable<(double X, double Y)> points, double width, double height, double low, double high)
    {
        StringBuilder path = new();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L')
                .Append(Shown.Css((x + Reach) / (2 * Reach) * width)).Append(' ')
                .Append(Shown.Css((high - y) / (high - low) * height));
        }

        return path.ToString();
    }

    private static double Hard(double x)
    {
        Span<double> oneHot = stackalloc double[2];
        Pair.HardMax2([x, 0], oneHot);
        return oneHot[0];
    }

    private static double Soft(double x, double temperature)
    {
        Span<double> shares = stackalloc double[2];
        Pair.Softmax2([x, 0], temperature, shares);
        return shares[0];
    }
}
