using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// log(1 + s) by the argument reduction of P. T. P. Tang, "Table-Driven Implementation of the Logarithm Function" (1990),
/// without a table: 1 + s = 2^k·(1 + g), z = g/(2 + g), log(1 + g) = g − g²/2 + z·(g²/2 + R(z²)).
/// </remarks>
internal static partial class Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>e^x as 2^exponent · (significand + low): the sum of both holds what the rounded significand lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector Exponent, TVector Significand, TVector Low) Split(TVector x)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector one = lanes.Create(format.One);
        TVector y = lanes.Max(lanes.Create(format.LowestLogit), x);
        TVector exponent = Exponent(y);
        TVector minusOne = SignificandMinusOne(y, exponent);
        TVector significand = lanes.Add(one, minusOne);
        return (exponent, significand, lanes.Subtract(minusOne, lanes.Subtract(significand, one)));
    }

    /// <summary>A number at the scale of weights, times 2^n for an integer n ≤ 0, at the scale of 1: rounded once, however far into the subnormals it falls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ScaleDown(TVector value, TVector n)
    {
        TLanes lanes = default;
        TFormat format = default;
        if (lanes.ScalesByPowers)
        {
            return lanes.ScaleByPower(value, lanes.Subtract(n, lanes.Create(format.FromInteger(format.WeightExponent))));
        }

        TVector one = lanes.Create(format.One);
        TVector rounder = lanes.Create(format.Rounder);
        TVector first = lanes.Max(lanes.Create(format.FirstStepFloor), n);
        TVector second = lanes.Max(lanes.Create(format.SecondStepFloor), lanes.Subtract(n, first));
        value = lanes.Multiply(value, lanes.Create(format.InverseWeightUnit));
        value = lanes.Multiply(value, Scaled(one, lanes.Add(first, rounder)));
        return lanes.Multiply(value, Scaled(one, lanes.Add(second, rounder)));
    }

    /// <summary>log(1 + s) for s ≥ 0 = exponentPart + (fraction + correction), each of lesser magnitude than the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LogParts<TVector> Log1p(Pair<TVector> s)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector one = lanes.Create(format.One);

        // u + low = 1 + s.
        TVector u = lanes.Add(one, s.High);
        TVector lost = lanes.Subtract(lanes.Min(one, s.High), lanes.Subtract(u, lanes.Max(one, s.High)));
        TVector low = lanes.Add(lost, s.Low);

        // u = 2^k · m, m in [√½, √2).
        TBits bits = lanes.ToBits(u);
        TBits k = lanes.FromExponents(lanes.SubtractBits(bits, lanes.CreateBits(format.RootHalfBits)));
        TVector m = lanes.FromBits(lanes.SubtractBits(bits, lanes.ToExponents(k)));
        TVector inversePower = lanes.FromBits(lanes.ToExponents(lanes.SubtractBits(lanes.CreateBits(format.ExponentBias), k)));
        TVector exponent = lanes.Subtract(
            lanes.FromBits(lanes.AddBits(k, lanes.CreateBits(format.IntegerBits))), lanes.Create(format.Integer));

        // g + gLow = m − 1 + low · 2^-k.
        TVector exactPart = lanes.Subtract(m, one);
        TVector scaledLow = lanes.Multiply(low, inversePower);
        TVector g = lanes.Add(exactPart, scaledLow);
        TVector gLow = lanes.Subtract(scaledLow, lanes.Subtract(g, exactPart));

        TVector halfSquare = lanes.Multiply(lanes.Multiply(lanes.Create(format.Half), g), g);
        TVector z = lanes.Divide(g, lanes.Add(lanes.Create(format.Two), g));
        TVector series = format.LogSeries<TLanes, TVector, TBits>(lanes.Multiply(z, z));
        TVector bent = lanes.MultiplyAdd(
            exponent, lanes.Create(format.Ln2AfterShort), lanes.Multiply(z, lanes.Add(halfSquare, series)));

        // The derivative at 1 + g, to first order.
        bent = lanes.Add(bent, lanes.Subtract(gLow, lanes.Multiply(gLow, g)));
        return new(lanes.Multiply(exponent, lanes.Create(format.Ln2Short)), g, lanes.Subtract(bent, halfSquare));
    }
}

/// <summary>A logarithm in three parts.</summary>
internal readonly struct LogParts<TVector>(TVector exponentPart, TVector fraction, TVector correction)
{
    public TVector ExponentPart { get; } = exponentPart;

    public TVector Fraction { get; } = fraction;

    public TVector Correction { get; } = correction;
}
