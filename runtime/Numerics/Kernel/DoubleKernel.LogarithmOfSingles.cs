using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>Logarithms of floats: a double has digits to spare, so nothing needs a remainder, and e^-max saves a division.</remarks>
internal readonly partial struct DoubleKernel<TLanes, TVector, TBits>
{
    /// <summary>log-sum-exp − max, from the total of the weights of all values but one maximum.</summary>
    /// <param name="rest">That total.</param>
    /// <param name="max">The maximum, below 8192 in magnitude.</param>
    /// <param name="power">The power of two in e^(greatest value but that one).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogOfRestOfSingles(TVector rest, TVector max, TVector power) => Log1pOfSingles(RelativeToMaxOfSingles(rest, max, power));

    /// <summary>s / (1 + s), s = rest / e^max.</summary>
    /// <inheritdoc cref="LogOfRestOfSingles(TVector, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector ShareOfRestOfSingles(TVector rest, TVector max, TVector power)
    {
        TVector s = RelativeToMaxOfSingles(rest, max, power);
        return default(TLanes).Divide(s, default(TLanes).Add(s, DoubleFormat.One));
    }

    /// <summary>rest / e^max.</summary>
    /// <inheritdoc cref="LogOfRestOfSingles(TVector, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector RelativeToMaxOfSingles(TVector rest, TVector max, TVector power)
    {
        TLanes lanes = default;

        // e^-max = e^t · 2^n: floats do not see what one double of log 2 lacks, n times.
        TVector rounded = lanes.MultiplyAdd(max, DoubleFormat.MinusLog2E, DoubleFormat.Rounder);
        TVector n = lanes.Subtract(rounded, DoubleFormat.Rounder);
        TVector t = lanes.Subtract(lanes.Create(DoubleFormat.Zero), lanes.MultiplyAdd(n, DoubleFormat.Ln2High, max));
        return RelativeToMaxOfSingles(rest, t, n, power);
    }

    /// <summary>The same at a temperature, divided by it.</summary>
    /// <param name="rest">That total.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="power">The power of two in e^(greatest value but that one, divided by the temperature).</param>
    /// <param name="rate">log₂e divided by the temperature.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogOfRestOfSingles(TVector rest, TVector max, TVector power, double rate)
    {
        TLanes lanes = default;
        TVector minusRate = lanes.Create(-rate);
        TVector rounded = lanes.MultiplyAdd(max, minusRate, DoubleFormat.Rounder);
        TVector n = lanes.Subtract(rounded, DoubleFormat.Rounder);
        TVector fraction = lanes.MultiplyAdd(max, minusRate, lanes.Subtract(lanes.Create(DoubleFormat.Zero), n));
        return Log1pOfSingles(RelativeToMaxOfSingles(rest, lanes.Multiply(fraction, lanes.Create(DoubleFormat.Ln2High)), n, power));
    }

    /// <summary>log-sum-exp at a temperature.</summary>
    /// <inheritdoc cref="LogOfRestOfSingles(TVector, TVector, TVector, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogSumExpOfSingles(TVector rest, TVector max, TVector power, double rate, double temperature) =>
        default(TLanes).MultiplyAdd(LogOfRestOfSingles(rest, max, power, rate), default(TLanes).Create(temperature), max);

    /// <summary>rest · e^-max from e^-max = e^t · 2^n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector RelativeToMaxOfSingles(TVector rest, TVector t, TVector n, TVector power)
    {
        TLanes lanes = default;
        TVector significand = default(DoubleFormat).ExpOfSingles<TLanes, TVector, TBits>(t);

        // Far below the subnormals of floats it is all the same.
        TVector scale = lanes.Subtract(lanes.Add(n, power), DoubleFormat.WeightExponentOfSingles);
        scale = lanes.Add(lanes.Max(lanes.Create(DoubleFormat.LowestPowerOfSingles), scale), DoubleFormat.Rounder);
        TVector inverse = lanes.FromBits(lanes.AddBits(lanes.ToBits(significand), lanes.ToExponents(lanes.ToBits(scale))));
        return lanes.Multiply(rest, inverse);
    }

    /// <summary>log-sum-exp.</summary>
    /// <inheritdoc cref="LogOfRestOfSingles(TVector, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogSumExpOfSingles(TVector rest, TVector max, TVector power) => default(TLanes).Add(max, LogOfRestOfSingles(rest, max, power));

    /// <summary>log(1 + s) for s ≥ 0: 1 + s = 2^k·(1 + g), z = g/(2 + g), log(1 + g) = log((1 + z)/(1 − z)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector Log1pOfSingles(TVector s)
    {
        TLanes lanes = default;
        TVector u = lanes.Add(s, DoubleFormat.One);
        TBits bits = lanes.ToBits(u);
        TBits k = lanes.FromExponents(lanes.SubtractBits(bits, lanes.CreateBits(DoubleFormat.RootHalfBits)));
        TVector m = lanes.FromBits(lanes.SubtractBits(bits, lanes.ToExponents(k)));
        TVector exponent = lanes.Subtract(lanes.FromBits(lanes.AddBits(k, lanes.CreateBits(DoubleFormat.IntegerBits))), DoubleFormat.IntegerUnit);

        // Where k = 0, what 1 + s has lost is added back, and g is s.
        TVector lost = lanes.ZeroWhereGreater(lanes.Subtract(s, lanes.Subtract(u, DoubleFormat.One)), s, lanes.Create(DoubleFormat.Half));
        TVector g = lanes.Add(lanes.Subtract(m, DoubleFormat.One), lost);
        TVector z = lanes.Divide(g, lanes.Add(g, DoubleFormat.Two));
        TVector square = lanes.Multiply(z, z);
        TVector series = default(DoubleFormat).LogSeriesOfSingles<TLanes, TVector, TBits>(square);
        TVector bent = lanes.MultiplyAdd(lanes.Multiply(z, square), series, lanes.Add(z, z));
        return lanes.MultiplyAdd(exponent, DoubleFormat.Ln2High, bent);
    }
}
