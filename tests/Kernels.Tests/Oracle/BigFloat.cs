using System;
using System.Numerics;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>Mantissa·2^Exponent, cut to <see cref="Precision"/> bits after every operation.</summary>
internal readonly record struct BigFloat(BigInteger Mantissa, int Exponent)
{
    public const int Precision = 256;

    public static readonly BigFloat Zero = new(BigInteger.Zero, 0);
    public static readonly BigFloat One = new(BigInteger.One, 0);

    public bool IsZero => Mantissa.IsZero;

    /// <summary>floor(log2 |value|).</summary>
    public int Magnitude => Exponent + Bits(Mantissa) - 1;

    public static BigFloat Of(double value)
    {
        if (value == 0)
        {
            return Zero;
        }

        var exponent = Math.Max(Math.ILogB(value), -1022) - 52;
        return new(new BigInteger(Math.ScaleB(value, -exponent)), exponent);
    }

    public static BigFloat operator -(BigFloat value) => new(-value.Mantissa, value.Exponent);

    public static BigFloat operator -(BigFloat left, BigFloat right) => left + -right;

    public static BigFloat operator +(BigFloat left, BigFloat right)
    {
        if (left.IsZero || right.IsZero)
        {
            return left.IsZero ? right : left;
        }

        var (large, small) = left.Magnitude >= right.Magnitude ? (left, right) : (right, left);
        if (large.Magnitude - small.Magnitude > 2 * Precision)
        {
            return large;
        }

        var exponent = Math.Min(large.Exponent, small.Exponent);
        return Cut((large.Mantissa << (large.Exponent - exponent)) + (small.Mantissa << (small.Exponent - exponent)), exponent);
    }

    public static BigFloat operator *(BigFloat left, BigFloat right) => Cut(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    public static BigFloat operator /(BigFloat left, BigFloat right)
    {
        var shift = Math.Max(0, Precision + Bits(right.Mantissa) - Bits(left.Mantissa) + 1);
        return Cut((left.Mantissa << shift) / right.Mantissa, left.Exponent - right.Exponent - shift);
    }

    /// <summary>Value·2^fractionBits, as an integer.</summary>
    public BigInteger ToFixed(int fractionBits) => Shift(Mantissa, Exponent + fractionBits);

    public double ToDouble() => ToReference().ToDouble();

    public Reference ToReference()
    {
        // Two doubles hold 106 bits; each half must convert exactly.
        const int half = 53;
        var excess = Bits(Mantissa) - 2 * half;
        var top = Shift(BigInteger.Abs(Mantissa), -excess);
        var high = top >> half;
        var low = top - (high << half);
        return Reference.Of(Mantissa.Sign * Math.ScaleB((double)high, half), Mantissa.Sign * (double)low, Exponent + excess);
    }

    private static BigFloat Cut(BigInteger mantissa, int exponent)
    {
        var excess = Bits(mantissa) - Precision;
        return excess > 0 ? new(mantissa >> excess, exponent + excess) : new(mantissa, exponent);
    }

    private static int Bits(BigInteger mantissa) => (int)BigInteger.Abs(mantissa).GetBitLength();

    private static BigInteger Shift(BigInteger value, int left) => left >= 0 ? value << left : value >> -left;
}
