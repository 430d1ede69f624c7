using System;
using System.Numerics;

namespace Shards;

/// <summary>
/// Draws from softmax: the item whose score and noise are greatest together, where the noise has Gumbel's distribution, and the k greatest are k draws without replacement. An item's noise is a function of the query's seed
/// and of its place, so that it is drawn alike however items are shared out.
/// </summary>
/// <remarks>
/// Only what IEEE 754 rounds alike everywhere: + − · /, none of them fused. <see cref="Math.Log(double)"/> is the platform's, and differs in last bits from one to another.
/// </remarks>
internal static class Gumbel
{
    private const ulong Purpose = 3;
    private const double Log2 = 0.6931471805599453;

    // Above log 2 by more than anything here is rounded by.
    private const double AboveLog2 = 0.7;

    public static ulong Sequence(long query) => Hash.Sequence(query, Purpose);

    /// <summary>An item's rank among draws: its score, and its noise.</summary>
    public static double Key(float score, ulong sequence, int item) => score + Noise(Hash.At(sequence, (ulong)item));

    /// <summary>Not below the key, and found with a count of zeros: nearly all items are out of the question by it.</summary>
    public static double AboveKey(float score, ulong sequence, int item) =>
        score + AboveLog2 * (BitOperations.LeadingZeroCount(Hash.At(sequence, (ulong)item)) + 1);

    /// <summary>−log(−log(1 − v)), where v is the hash's first 52 bits as a number between 0 and 1.</summary>
    public static double Noise(ulong hash)
    {
        var v = ((hash >> 12) + 0.5) * (1.0 / (1UL << 52));
        var waiting = v < 0.5 ? TwiceArtanh(v / (2 - v)) : -Log(1 - v);
        return -Log(waiting);
    }

    /// <summary>Of a normal number above 0.</summary>
    public static double Log(double value)
    {
        var exponent = Math.ILogB(value);
        var significand = Math.ScaleB(value, -exponent);
        if (significand > 1.5)
        {
            (significand, exponent) = (significand / 2, exponent + 1);
        }

        return TwiceArtanh((significand - 1) / (significand + 1)) + exponent * Log2;
    }

    /// <summary>log((1 + s) / (1 − s)), for |s| up to 1/3: 2s(1 + s²/3 + s⁴/5 + …), the smallest terms first.</summary>
    private static double TwiceArtanh(double s)
    {
        var square = s * s;
        var sum = 0.0;
        for (var odd = 35; odd > 1; odd -= 2)
        {
            sum = (sum + 1.0 / odd) * square;
        }

        return 2 * (s + s * sum);
    }
}
