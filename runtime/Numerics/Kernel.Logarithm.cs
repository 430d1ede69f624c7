namespace SoftKernels.Numerics;

/// <remarks>
/// log(1 + s) by the argument reduction of P. T. P. Tang, "Table-Driven Implementation of the Logarithm Function" (1990),
/// without a table: 1 + s = 2^k·(1 + g), z = g/(2 + g), log(1 + g) = g − g²/2 + z·(g²/2 + R(z²)).
/// </remarks>
internal static partial class Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>e^x as 2^exponent · (significand + low): the sum of both holds what the rounded significand lost.</summary>
    public static (TVector BiasedExponent, TVector Significand, TVector Low) Split(TVector x)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector one = lanes.Create(format.One);
        TVector y = lanes.Max(lanes.Create(format.LowestLogit), x);
        TVector exponent = BiasedExponent(y);
        TVector minusOne = SignificandMinusOne(y, exponent);
        TVector significand = lanes.Add(one, minusOne);
        return (exponent, significand, lanes.Subtract(minusOne, lanes.Subtract(significand, one)));
    }

    /// <summary>value · 2^n for an integer n ≤ 0, rounded once however far into the subnormals it falls.</summary>
    public static TVector ScaleDown(TVector value, TVector n)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector rounder = lanes.Create(format.Rounder);
        TVector first = lanes.Max(lanes.Create(format.FirstStepFloor), n);
        TVector second = lanes.Max(lanes.Create(format.SecondStepFloor), lanes.Subtract(n, first));
        value = lanes.Multiply(value, PowerOfTwo(lanes.Add(first, rounder)));
        return lanes.Multiply(value, PowerOfTwo(lanes.Add(second, rounder)));
    }

    /// <summary>log(1 + s) for s ≥ 0, within 1.5 ULP.</summary>
    public static TVector Log1p(TVector s)
    {
        TLanes lanes = default;
        (TVector exponentPart, TVector fraction, TVector correction) = LogParts(s);
        return lanes.Add(exponentPart, lanes.Subtract(fraction, correction));
    }

    /// <summary>max + log(1 + s): added in parts, because the two may cancel.</summary>
    public static TVector MaxPlusLog1p(TVector max, TVector s)
    {
        TLanes lanes = default;
        TFormat format = default;
        (TVector exponentPart, TVector fraction, TVector correction) = LogParts(s);

        TVector sum = lanes.Add(max, exponentPart);
        TVector share = lanes.Subtract(sum, max);
        TVector lost = lanes.Add(lanes.Subtract(max, lanes.Subtract(sum, share)), lanes.Subtract(exponentPart, share));

        // + 0 turns −0 into +0.
        TVector tail = lanes.Add(lanes.Subtract(fraction, correction), lost);
        return lanes.Add(lanes.Add(sum, tail), lanes.Create(format.Zero));
    }

    /// <summary>log(1 + s) = exponentPart + (fraction − correction).</summary>
    private static (TVector ExponentPart, TVector Fraction, TVector Correction) LogParts(TVector s)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector one = lanes.Create(format.One);

        // u + low = 1 + s exactly.
        TVector u = lanes.Add(one, s);
        TVector share = lanes.Subtract(u, one);
        TVector low = lanes.Add(lanes.Subtract(one, lanes.Subtract(u, share)), lanes.Subtract(s, share));

        // u = 2^k · m, m in [√½, √2).
        int significandBits = format.SignificandBits;
        TBits bits = lanes.ToBits(u);
        TBits k = lanes.ShiftRight(lanes.SubtractBits(bits, lanes.CreateBits(format.RootHalfBits)), significandBits);
        TVector m = lanes.FromBits(lanes.SubtractBits(bits, lanes.ShiftLeft(k, significandBits)));
        TVector inversePower = lanes.FromBits(lanes.ShiftLeft(lanes.SubtractBits(lanes.CreateBits(format.ExponentBias), k), significandBits));
        TVector exponent = lanes.Subtract(
            lanes.FromBits(lanes.AddBits(k, lanes.CreateBits(format.IntegerBits))), lanes.Create(format.Integer));

        TVector g = lanes.MultiplyAdd(low, inversePower, lanes.Subtract(m, one));
        TVector halfSquare = lanes.Multiply(lanes.Multiply(lanes.Create(format.Half), g), g);
        TVector z = lanes.Divide(g, lanes.Add(lanes.Create(format.Two), g));
        TVector series = format.LogSeries<TLanes, TVector, TBits>(lanes.Multiply(z, z));
        TVector bent = lanes.MultiplyAdd(
            exponent, lanes.Create(format.Ln2AfterShort), lanes.Multiply(z, lanes.Add(halfSquare, series)));
        return (lanes.Multiply(exponent, lanes.Create(format.Ln2Short)), g, lanes.Subtract(halfSquare, bent));
    }
}
