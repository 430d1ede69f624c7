using System;

namespace Playground.Softmax;

/// <summary>The slider of temperatures: from 0.01 to 10 each step is the same factor, and the one at the left end is 0 itself.</summary>
internal static class TemperatureScale
{
    public const int Last = 301;

    private const double Least = 0.01;
    private const double Greatest = 10;

    /// <summary>With three digits, as it is shown.</summary>
    public static float At(int position) => position <= 0
        ? 0
        : Rounded(Least * Math.Pow(Greatest / Least, (position - 1.0) / (Last - 1)));

    /// <summary>Of the step nearest to a temperature.</summary>
    public static int PositionOf(float temperature) => temperature < (float)Least
        ? 0
        : 1 + (int)Math.Round((Last - 1) * Math.Log(temperature / Least) / Math.Log(Greatest / Least));

    private static float Rounded(double temperature)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(temperature)) - 2);
        return (float)Math.Round(Math.Round(temperature / unit) * unit, 6);
    }
}
