using System;
using System.Linq;
using System.Numerics;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>exp and log1p to more than 200 bits.</summary>
internal static class BigMath
{
    private const int FractionBits = BigFloat.Precision;
    private const int CoarseBits = 7;
    private const int FineBits = 14;

    // Half of log 2, in steps of 2^-7, rounded up.
    private const int CoarseReach = 45;

    private static readonly BigInteger One = BigInteger.One << FractionBits;
    private static readonly BigInteger Log2 = AtanhOfThird() << 1;

    // exp(a + b + t) = exp(a)·exp(b)·exp(t): two tables leave |t| < 2^-14, and a short Taylor series.
    private static readonly BigInteger[] Coarse =
        [.. Enumerable.Range(-CoarseReach - 1, 2 * CoarseReach + 2).Select(i => Taylor(new BigInteger(i) << (FractionBits - CoarseBits)))];

    private static readonly BigInteger[] Fine =
        [.. Enumerable.Range(0, 1 << (FineBits - CoarseBits)).Select(i => Taylor(new BigInteger(i) << (FractionBits - FineBits)))];

    /// <summary>e^y for y up to some thousands; zero where no format could hold it.</summary>
    public static BigFloat Exp(BigFloat y)
    {
        const int negligible = 5000;
        if (y.IsZero)
        {
            return BigFloat.One;
        }

        if (y.Magnitude > 20 || y.ToDouble() < -negligible)
        {
            return y.Mantissa.Sign < 0 ? BigFloat.Zero : throw new ArgumentOutOfRangeException(nameof(y));
        }

        var n = (int)Math.Round(y.ToDouble() / Math.Log(2));
        var t = y.ToFixed(FractionBits) - n * Log2;
        var coarse = (int)(t >> (FractionBits - CoarseBits));
        t -= new BigInteger(coarse) << (FractionBits - CoarseBits);
        var fine = (int)(t >> (FractionBits - FineBits));
        t -= new BigInteger(fine) << (FractionBits - FineBits);

        var head = (Coarse[coarse + CoarseReach + 1] * Fine[fine]) >> FractionBits;
        return new((head * Taylor(t)) >> FractionBits, n - FractionBits);
    }

    /// <summary>log(1 + s) for s ≥ 0, to full relative precision however small s is.</summary>
    public static BigFloat Log1P(BigFloat s)
    {
        if (s.IsZero)
        {
            return s;
        }

        var sum = BigFloat.One + s;
        if (s.Magnitude < -20)
        {
            return LogRatio(s, sum + BigFloat.One);
        }

        // The double's logarithm is right to 2^-50; the series sees only what it missed.
        var guess = BigFloat.Of(Math.Log(sum.ToDouble()));
        var reached = Exp(guess);
        return guess + LogRatio(sum - reached, sum + reached);
    }

    /// <summary>log(a / b) = 2·atanh((a − b) / (a + b)).</summary>
    private static BigFloat LogRatio(BigFloat difference, BigFloat sum)
    {
        var z = difference / sum;
        var square = z * z;
        var (power, total) = (z, z);
        for (var k = 3; !power.IsZero && power.Magnitude > z.Magnitude - BigFloat.Precision; k += 2)
        {
            power *= square;
            total += power / new BigFloat(k, 0);
        }

        return total + total;
    }

    private static BigInteger Taylor(BigInteger t)
    {
        var (term, sum) = (One, One);
        for (var k = 1; !term.IsZero && !term.Equals(BigInteger.MinusOne); k++)
        {
            term = ((term * t) >> FractionBits) / k;
            sum += term;
        }

        return sum;
    }

    private static BigInteger AtanhOfThird()
    {
        var (power, sum) = (One / 3, BigInteger.Zero);
        for (var k = 1; !power.IsZero; k += 2)
        {
            sum += power / k;
            power /= 9;
        }

        return sum;
    }
}
