using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// What is computed once a row, from the row's maximum and its sum of weights; for as many rows as a register has lanes. The logarithms
/// are calls: inlined, they would use up the locals that the JIT allows a method, and the helpers after them would be calls. The sums
/// they take are turned into pairs before: within, that spills registers.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Reciprocal(ExactTotals<TBits> totals)
    {
        TLanes lanes = default;
        return typeof(T) == typeof(float) ? lanes.Reciprocal(totals) : Reciprocal(ToPair(totals));
    }

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Reciprocal(RegisterTotal total)
    {
        TLanes lanes = default;
        TFormat format = default;
        return lanes.Create(typeof(T) == typeof(float) ? format.Narrow(1 / total.Sum) : format.Reciprocal(new ExactTotal(total.Coarse, total.Fine)));
    }

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Reciprocal(ExactTotal total) => default(TLanes).Create(default(TFormat).Reciprocal(total));

    /// <summary>log-sum-exp − max: log(1 + s), s = Σ exp(xᵢ − max) over all values but one maximum; lane by lane.</summary>
    /// <param name="rest">The weights of those values, summed at the scale of <paramref name="second"/>: so they keep their digits however small they are.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="second">The greatest value but that one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogOfRest(ExactTotals<TBits> rest, TVector max, TVector second) => LogsOfRest(ToPair(rest), max, second);

    /// <summary>log-sum-exp, lane by lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSumExp(ExactTotals<TBits> rest, TVector max, TVector second) => LogSumExps(ToPair(rest), max, second);

    /// <summary>log-sum-exp − max of one row, whose values every lane has, in every lane.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    /// <remarks>The total's two counts are handed over as numbers of their bits: numbers stay in registers, where registers would go through memory.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogOfRestOfRow(ExactTotals<TBits> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        return lanes.Create(default(TFormat).LogOfRest(
            lanes.ToScalar(lanes.FromBits(rest.Coarse)), lanes.ToScalar(lanes.FromBits(rest.Fine)), lanes.ToScalar(max), lanes.ToScalar(second)));
    }

    /// <summary>log-sum-exp of one row, whose values every lane has, in every lane.</summary>
    /// <inheritdoc cref="LogOfRestOfRow"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LogSumExpOfRow(ExactTotals<TBits> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        return lanes.Create(default(TFormat).LogSumExp(
            lanes.ToScalar(lanes.FromBits(rest.Coarse)), lanes.ToScalar(lanes.FromBits(rest.Fine)), lanes.ToScalar(max), lanes.ToScalar(second)));
    }

    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogOfRest(Pair<TVector> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        TVector exponentPart = Log1p(RelativeToMax(rest, max, second), out TVector fraction, out TVector correction);
        return lanes.Add(exponentPart, lanes.Add(fraction, correction));
    }

    /// <summary>max + log(1 + s): added in parts, because the two may cancel.</summary>
    /// <inheritdoc cref="LogOfRest(ExactTotals{TBits}, TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector LogSumExp(Pair<TVector> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        TVector exponentPart = Log1p(RelativeToMax(rest, max, second), out TVector fraction, out TVector correction);
        Pair<TVector> sum = TwoSum(max, exponentPart);
        Pair<TVector> all = TwoSum(sum.High, fraction);
        TVector lost = lanes.Add(lanes.Add(sum.Low, all.Low), correction);

        // Never −0: a maximum of −0 has become +0 in the sum with the exponent's part, which is +0 or more.
        return lanes.Add(all.High, lost);
    }

    /// <summary>The logarithm of a positive integer.</summary>
    internal TVector LogOfInteger(int value)
    {
        TLanes lanes = default;
        TVector exponentPart = Log1p(new(lanes.Create(default(TFormat).FromInteger(value - 1)), Zero()), out TVector fraction, out TVector correction);
        return lanes.Add(exponentPart, lanes.Add(fraction, correction));
    }

    [MethodImpl(KernelOptions.Optimized)]
    private TVector LogsOfRest(Pair<TVector> rest, TVector max, TVector second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return LogOfRest(rest, max, second);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private TVector LogSumExps(Pair<TVector> rest, TVector max, TVector second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        return LogSumExp(rest, max, second);
    }

    /// <summary>rest / e^max, as a pair: both the quotient and e^max keep what rounding loses of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Pair<TVector> RelativeToMax(Pair<TVector> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector significand = Significand(max, out TVector exponent, out TVector significandLow);
        TVector restExponent = lanes.MultiplyAdd(lanes.Max(lanes.Create(format.LowestLogit), second), format.Log2E, format.Rounder);
        TVector power = lanes.Subtract(restExponent, exponent);

        TVector inverse = lanes.Divide(lanes.Create(format.One), significand);
        TVector quotient = lanes.Multiply(rest.High, inverse);
        TVector remainder = lanes.Add(
            Remainder(rest.High, quotient, significand), lanes.Subtract(rest.Low, lanes.Multiply(quotient, significandLow)));
        Pair<TVector> exact = FastTwoSum(quotient, lanes.Multiply(remainder, inverse));
        return new(lanes.ScaledDown(exact.High, power), lanes.ScaledDown(exact.Low, power));
    }
}
