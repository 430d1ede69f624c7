using System;
using System.Globalization;

namespace Playground.Softmax;

/// <summary>How numbers are written here.</summary>
internal static class Shown
{
    public static string Number(float value) => value switch
    {
        _ when float.IsNaN(value) => "NaN",
        float.PositiveInfinity => "∞",
        float.NegativeInfinity => "−∞",
        _ => Minus(value.ToString("G6", CultureInfo.InvariantCulture)),
    };

    public static string Share(float value) => float.IsFinite(value) ? value.ToString("0.000", CultureInfo.InvariantCulture) : Number(value);

    public static string Logit(float value) => Minus(value.ToString("0.#", CultureInfo.InvariantCulture));

    public static string Temperature(float value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Bits(float value) => $"0x{BitConverter.SingleToUInt32Bits(value):X8}";

    /// <summary>For style and path attributes.</summary>
    public static string Css(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Minus(string number) => number.Replace('-', '−');
}
