using System;

namespace QuickStart;

internal static class Bar
{
    private const string Eighths = " ▏▎▍▌▋▊▉";

    /// <summary>A horizontal bar of block characters, exact to an eighth of a character, padded to <paramref name="width"/>, which stands for 1.</summary>
    public static string Of(double share, int width)
    {
        var (whole, rest) = Math.DivRem((int)Math.Round(share * width * 8), 8);
        var bar = new string('█', whole) + (rest == 0 ? "" : Eighths[rest]);
        return bar.PadRight(width);
    }
}
