using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// log(1 + s) by the argument reduction of P. T. P. Tang, "Table-Driven Implementation of the Logarithm Function" (1990),
/// without a table: 1 + s = 2^k·(1 + g), z = g/(2 + g), log(1 + g) = g − g²/2 + z·(g²/2 + R(z²)).
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>e^x as 2^n · (significand + low): the sum of both holds what the rounded significand lost.</summary>
    /// <param name="x">x.</param>
    /// <param name="exponent">n + <c>Rounder</c>.</param>
    /// <param name="low">What the significand lost.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Significand(TVector x, out TVector exponent, out TVector low)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector one = lanes.Create(format.One);
        TVector y = lanes.Max(lanes.Create(format.LowestLogit), x);
        exponent = lanes.MultiplyAdd(y, format.Log2E, format.Rounder);
        TVector minusOne = SignificandMinusOne(y, exponent);
        TVector significand = lanes.Add(one, minusOne);
        low = lanes.Subtract(minusOne, lanes.Subtract(significand, one));
        return significand;
    }

    /// <summary>log(1 + s) for s ≥ 0 = exponentPart + (fraction + correction), each of lesser magnitude than the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Log1p(Pair<TVector> s, out TVector fraction, out TVector correction)
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
        TVector exponent = lanes.Subtract(lanes.FromBits(lanes.AddBits(k, lanes.CreateBits(format.IntegerBits))), format.IntegerUnit);

        // g + gLow = m − 1 + low · 2^-k.
        TVector exactPart = lanes.Subtract(m, one);
        TVector scaledLow = lanes.Multiply(low, inversePower);
        TVector g = lanes.Add(exactPart, scaledLow);
        TVector gLow = lanes.Subtract(scaledLow, lanes.Subtract(g, exactPart));

        TVector halfSquare = lanes.Multiply(lanes.Multiply(lanes.Create(format.Half), g), g);
        TVector z = lanes.Divide(g, lanes.Add(g, format.Two));
        TVector series = format.LogSeries<TLanes, TVector, TBits>(lanes.Multiply(z, z));
        TVector bent = lanes.MultiplyAdd(exponent, format.Ln2AfterShort, lanes.Multiply(z, lanes.Add(halfSquare, series)));

        // The derivative at 1 + g, to first order.
        bent = lanes.Add(bent, lanes.Subtract(gLow, lanes.Multiply(gLow, g)));
        fraction = g;
        correction = lanes.Subtract(bent, halfSquare);
        return lanes.Multiply(exponent, lanes.Create(format.Ln2Short));
    }
}
