using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// log(1 + s) by the argument reduction of P. T. P. Tang, "Table-Driven Implementation of the Logarithm Function" (1990),
/// without a table: 1 + s = 2^k·(1 + g), z = g/(2 + g), log(1 + g) = g − g²/2 + z·(g²/2 + R(z²)).
/// </remarks>
internal readonly partial struct DoubleKernel<TLanes, TVector, TBits>
{
    /// <summary>log-sum-exp − max, from the total of the weights of all values but one maximum.</summary>
    /// <param name="rest">That total.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="exponent">The exponent of the greatest value but that one, as <c>Kernel.Exponent</c> gives it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogOfRest(Pair<TVector> rest, TVector max, TVector exponent) => Log1p(RelativeToMax(rest, max, exponent));

    /// <summary>max + log(1 + s): added in parts, because the two may cancel.</summary>
    /// <inheritdoc cref="LogOfRest(Pair{TVector}, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogSumExp(Pair<TVector> rest, TVector max, TVector exponent)
    {
        TLanes lanes = default;
        TVector exponentPart = Log1p(RelativeToMax(rest, max, exponent), out TVector fraction, out TVector correction);
        Pair<TVector> sum = TwoSum(max, exponentPart);
        Pair<TVector> all = TwoSum(sum.High, fraction);
        TVector lost = lanes.Add(lanes.Add(sum.Low, all.Low), correction);

        // Never −0: a maximum of −0 has become +0 in the sum with the exponent's part, which is +0 or more.
        return lanes.Add(all.High, lost);
    }

    /// <summary><see cref="LogOfRest(Pair{TVector}, TVector, TVector)"/>, a call: totals are turned into pairs before it, since within, that spills registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    internal TVector LogsOfRest(Pair<TVector> rest, TVector max, TVector exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        TVector high = rest.High;
        TVector low = rest.Low;
        TVector greatest = max;
        TVector next = exponent;
        LogsOfRest(high, low, greatest, next, out TVector logs);
        return logs;
    }

    /// <summary><see cref="LogSumExp(Pair{TVector}, TVector, TVector)"/>, a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    internal TVector LogSumExps(Pair<TVector> rest, TVector max, TVector exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        TVector high = rest.High;
        TVector low = rest.Low;
        TVector greatest = max;
        TVector next = exponent;
        LogSumExps(high, low, greatest, next, out TVector logs);
        return logs;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogsOfRest(in TVector high, in TVector low, in TVector max, in TVector exponent, out TVector logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        logs = default(DoubleKernel<TLanes, TVector, TBits>).LogOfRest(new Pair<TVector> { High = high, Low = low }, max, exponent);
    }

    /// <summary>s / (1 + s), s = rest / e^max, a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    internal TVector SharesOfRest(Pair<TVector> rest, TVector max, TVector exponent)
    {
        // What a call takes by reference stays in memory wherever it is used: copies.
        TVector high = rest.High;
        TVector low = rest.Low;
        TVector greatest = max;
        TVector next = exponent;
        SharesOfRest(high, low, greatest, next, out TVector shares);
        return shares;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void SharesOfRest(in TVector high, in TVector low, in TVector max, in TVector exponent, out TVector shares)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        shares = default(DoubleKernel<TLanes, TVector, TBits>).ShareOfRest(new Pair<TVector> { High = high, Low = low }, max, exponent);
    }

    /// <summary>s / (1 + s), s = rest / e^max.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector ShareOfRest(Pair<TVector> rest, TVector max, TVector exponent)
    {
        Pair<TVector> s = RelativeToMax(rest, max, exponent);
        Pair<TVector> share = OverOnePlus(s, s);
        return default(TLanes).Add(share.High, share.Low);
    }

    /// <summary>value / (1 + s), s ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Pair<TVector> OverOnePlus(Pair<TVector> value, Pair<TVector> s)
    {
        TLanes lanes = default;
        Pair<TVector> divisor = Add(new Pair<TVector> { High = lanes.Create(DoubleFormat.One), Low = lanes.Create(DoubleFormat.Zero) }, s);
        TVector quotient = lanes.Divide(value.High, divisor.High);
        TVector remainder = lanes.Add(Remainder(value.High, quotient, divisor.High), lanes.Subtract(value.Low, lanes.Multiply(quotient, divisor.Low)));
        return new() { High = quotient, Low = lanes.Divide(remainder, divisor.High) };
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void LogSumExps(in TVector high, in TVector low, in TVector max, in TVector exponent, out TVector logs)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        logs = default(DoubleKernel<TLanes, TVector, TBits>).LogSumExp(new Pair<TVector> { High = high, Low = low }, max, exponent);
    }

    /// <summary>log(1 + s) for s ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector Log1p(Pair<TVector> s)
    {
        TLanes lanes = default;
        TVector exponentPart = Log1p(s, out TVector fraction, out TVector correction);
        return lanes.Add(exponentPart, lanes.Add(fraction, correction));
    }

    /// <summary>rest / e^max, as a pair: both the quotient and e^max keep what rounding loses of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Pair<TVector> RelativeToMax(Pair<TVector> rest, TVector max, TVector restExponent)
    {
        TLanes lanes = default;
        TVector y = lanes.Max(lanes.Create(DoubleFormat.LowestLogit), max);
        TVector exponent = lanes.MultiplyAdd(y, DoubleFormat.Log2E, DoubleFormat.Rounder);
        TVector minusOne = Kernel<TLanes, DoubleFormat, TVector, TBits, double>.SignificandMinusOne(y, exponent);
        return RelativeTo(rest, minusOne, lanes.Subtract(restExponent, exponent));
    }

    /// <summary>rest / ((1 + minusOne) · 2^-power).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> RelativeTo(Pair<TVector> rest, TVector minusOne, TVector power)
    {
        TLanes lanes = default;
        TVector one = lanes.Create(DoubleFormat.One);
        TVector significand = lanes.Add(one, minusOne);
        TVector significandLow = lanes.Subtract(minusOne, lanes.Subtract(significand, one));
        TVector inverse = lanes.Divide(one, significand);
        TVector quotient = lanes.Multiply(rest.High, inverse);
        TVector remainder = lanes.Add(
            Remainder(rest.High, quotient, significand), lanes.Subtract(rest.Low, lanes.Multiply(quotient, significandLow)));
        Pair<TVector> exact = FastTwoSum(quotient, lanes.Multiply(remainder, inverse));
        return new() { High = lanes.ScaledDown(exact.High, power), Low = lanes.ScaledDown(exact.Low, power) };
    }

    /// <summary>log(1 + s) for s ≥ 0 = exponentPart + (fraction + correction), each of lesser magnitude than the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Log1p(Pair<TVector> s, out TVector fraction, out TVector correction)
    {
        TLanes lanes = default;
        TVector one = lanes.Create(DoubleFormat.One);

        // u + low = 1 + s.
        TVector u = lanes.Add(one, s.High);
        TVector lost = lanes.Subtract(lanes.Min(one, s.High), lanes.Subtract(u, lanes.Max(one, s.High)));
        TVector low = lanes.Add(lost, s.Low);

        // u = 2^k · m, m in [√½, √2).
        TBits bits = lanes.ToBits(u);
        TBits k = lanes.FromExponents(lanes.SubtractBits(bits, lanes.CreateBits(DoubleFormat.RootHalfBits)));
        TVector m = lanes.FromBits(lanes.SubtractBits(bits, lanes.ToExponents(k)));
        TVector inversePower = lanes.FromBits(lanes.ToExponents(lanes.SubtractBits(lanes.CreateBits(DoubleFormat.ExponentBias), k)));
        TVector exponent = lanes.Subtract(lanes.FromBits(lanes.AddBits(k, lanes.CreateBits(DoubleFormat.IntegerBits))), DoubleFormat.IntegerUnit);

        // g + gLow = m − 1 + low · 2^-k.
        TVector exactPart = lanes.Subtract(m, one);
        TVector scaledLow = lanes.Multiply(low, inversePower);
        TVector g = lanes.Add(exactPart, scaledLow);
        TVector gLow = lanes.Subtract(scaledLow, lanes.Subtract(g, exactPart));

        TVector halfSquare = lanes.Multiply(lanes.Multiply(lanes.Create(DoubleFormat.Half), g), g);
        TVector z = lanes.Divide(g, lanes.Add(g, DoubleFormat.Two));
        TVector series = default(DoubleFormat).LogSeries<TLanes, TVector, TBits>(lanes.Multiply(z, z));
        TVector bent = lanes.MultiplyAdd(exponent, DoubleFormat.Ln2AfterShort, lanes.Multiply(z, lanes.Add(halfSquare, series)));

        // The derivative at 1 + g, to first order.
        bent = lanes.Add(bent, lanes.Subtract(gLow, lanes.Multiply(gLow, g)));
        fraction = g;
        correction = lanes.Subtract(bent, halfSquare);
        return lanes.Multiply(exponent, lanes.Create(DoubleFormat.Ln2Short));
    }
}
