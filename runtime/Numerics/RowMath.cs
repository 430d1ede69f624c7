using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>A number as an unevaluated sum, |Low| at most half a unit in the last place of High.</summary>
internal readonly struct Pair<T>(T high, T low)
{
    public T High { get; } = high;

    public T Low { get; } = low;
}

/// <summary>What is computed once a row, from the row's maximum and its sum of weights; for as many rows as a register has lanes.</summary>
/// <remarks>
/// The logarithms of many rows are calls: inlined, they would use up the locals that the JIT allows a method, and the helpers after
/// them would be calls. The sums they take are turned into pairs before: within, that spills registers.
/// </remarks>
internal static class RowMath<TLanes, TFormat, TVector, TBits, T>
    where TLanes : struct, ILanes<TVector, TBits, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged
{
    /// <summary>Totals in units of the fine grid, one in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> ToPair(ExactTotals<TBits> totals)
    {
        TLanes lanes = default;
        Pair<TVector> coarse = lanes.FromIntegers(totals.Coarse);
        return ToPair(coarse.High, coarse.Low, lanes.FromIntegers(totals.Fine).High);
    }

    /// <summary>(coarse + rest) coarse units and fine fine ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> ToPair(TVector coarse, TVector rest, TVector fine)
    {
        TLanes lanes = default;
        TVector unit = lanes.Create(default(TFormat).CoarseUnit);
        return FastTwoSum(lanes.Multiply(coarse, unit), lanes.MultiplyAdd(rest, unit, fine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Add(Pair<TVector> left, Pair<TVector> right)
    {
        TLanes lanes = default;
        Pair<TVector> high = TwoSum(left.High, right.High);
        return FastTwoSum(high.High, lanes.Add(high.Low, lanes.Add(left.Low, right.Low)));
    }

    /// <summary>1/sum, nearly correctly rounded where multiply and add are fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Reciprocal(Pair<TVector> sum)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector reciprocal = lanes.Divide(lanes.Create(format.One), sum.High);
        TVector minusHigh = lanes.Subtract(lanes.Create(format.Zero), sum.High);
        TVector minusLow = lanes.Subtract(lanes.Create(format.Zero), sum.Low);
        TVector error = lanes.IsFused
            ? lanes.MultiplyAdd(minusLow, reciprocal, lanes.MultiplyAdd(minusHigh, reciprocal, lanes.Create(format.One)))
            : lanes.Multiply(minusLow, reciprocal);
        return lanes.MultiplyAdd(reciprocal, error, reciprocal);
    }

    /// <summary>log-sum-exp − max: log(1 + s), s = Σ exp(xᵢ − max) over all values but one maximum.</summary>
    /// <param name="rest">The weights of those values, summed at the scale of <paramref name="second"/>: so they keep their digits however small they are.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="second">The greatest value but that one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogOfRest(Pair<TVector> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        LogParts<TVector> log = Kernel<TLanes, TFormat, TVector, TBits, T>.Log1p(RelativeToMax(rest, max, second));
        return lanes.Add(log.ExponentPart, lanes.Add(log.Fraction, log.Correction));
    }

    /// <inheritdoc cref="LogOfRest"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static TVector LogsOfRest(Pair<TVector> rest, TVector max, TVector second) => LogOfRest(rest, max, second);

    /// <summary>The logarithm of a positive integer.</summary>
    public static TVector LogOfInteger(int value)
    {
        TLanes lanes = default;
        TFormat format = default;
        LogParts<TVector> log = Kernel<TLanes, TFormat, TVector, TBits, T>.Log1p(new(lanes.Create(format.FromInteger(value - 1)), lanes.Create(format.Zero)));
        return lanes.Add(log.ExponentPart, lanes.Add(log.Fraction, log.Correction));
    }

    /// <summary>max + log(1 + s): added in parts, because the two may cancel.</summary>
    /// <inheritdoc cref="LogOfRest"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogSumExp(Pair<TVector> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        LogParts<TVector> log = Kernel<TLanes, TFormat, TVector, TBits, T>.Log1p(RelativeToMax(rest, max, second));
        Pair<TVector> sum = TwoSum(max, log.ExponentPart);
        Pair<TVector> all = TwoSum(sum.High, log.Fraction);
        TVector lost = lanes.Add(lanes.Add(sum.Low, all.Low), log.Correction);

        // Never −0: a maximum of −0 has become +0 in the sum with the exponent's part, which is +0 or more.
        return lanes.Add(all.High, lost);
    }

    /// <inheritdoc cref="LogSumExp"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static TVector LogSumExps(Pair<TVector> rest, TVector max, TVector second) => LogSumExp(rest, max, second);

    /// <summary>rest / e^max, as a pair: both the quotient and e^max keep what rounding loses of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> RelativeToMax(Pair<TVector> rest, TVector max, TVector second)
    {
        TLanes lanes = default;
        TFormat format = default;
        (TVector exponent, TVector significand, TVector significandLow) = Kernel<TLanes, TFormat, TVector, TBits, T>.Split(max);
        (TVector restExponent, _, _) = Kernel<TLanes, TFormat, TVector, TBits, T>.Split(second);
        TVector power = lanes.Subtract(restExponent, exponent);

        TVector inverse = lanes.Divide(lanes.Create(format.One), significand);
        TVector quotient = lanes.Multiply(rest.High, inverse);
        TVector remainder = lanes.Add(
            Remainder(rest.High, quotient, significand), lanes.Subtract(rest.Low, lanes.Multiply(quotient, significandLow)));
        Pair<TVector> exact = FastTwoSum(quotient, lanes.Multiply(remainder, inverse));
        return new(
            Kernel<TLanes, TFormat, TVector, TBits, T>.ScaleDown(exact.High, power),
            Kernel<TLanes, TFormat, TVector, TBits, T>.ScaleDown(exact.Low, power));
    }

    /// <summary>dividend − quotient · divisor, rounded once; by T. J. Dekker's product (1971) where there is no fused multiply-add.</summary>
    /// <param name="dividend">The dividend.</param>
    /// <param name="quotient">Nearly dividend / divisor.</param>
    /// <param name="divisor">The divisor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Remainder(TVector dividend, TVector quotient, TVector divisor)
    {
        TLanes lanes = default;
        if (lanes.IsFused)
        {
            return lanes.MultiplyAdd(quotient, lanes.Subtract(lanes.Create(default(TFormat).Zero), divisor), dividend);
        }

        TVector product = lanes.Multiply(quotient, divisor);
        Pair<TVector> a = Halve(quotient);
        Pair<TVector> b = Halve(divisor);
        TVector low = lanes.Subtract(lanes.Multiply(a.High, b.High), product);
        low = lanes.Add(lanes.Add(low, lanes.Multiply(a.High, b.Low)), lanes.Multiply(a.Low, b.High));
        low = lanes.Add(low, lanes.Multiply(a.Low, b.Low));
        return lanes.Subtract(lanes.Subtract(dividend, product), low);
    }

    /// <summary>A number as two of half its digits.</summary>
    private static Pair<TVector> Halve(TVector value)
    {
        TLanes lanes = default;
        TVector scaled = lanes.Multiply(lanes.Create(default(TFormat).Splitter), value);
        TVector high = lanes.Subtract(scaled, lanes.Subtract(scaled, value));
        return new(high, lanes.Subtract(value, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> FastTwoSum(TVector large, TVector small)
    {
        TLanes lanes = default;
        TVector sum = lanes.Add(large, small);
        return new(sum, lanes.Subtract(small, lanes.Subtract(sum, large)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<TVector> TwoSum(TVector left, TVector right)
    {
        TLanes lanes = default;
        TVector sum = lanes.Add(left, right);
        TVector rightShare = lanes.Subtract(sum, left);
        TVector leftShare = lanes.Subtract(sum, rightShare);
        return new(sum, lanes.Add(lanes.Subtract(left, leftShare), lanes.Subtract(right, rightShare)));
    }
}
