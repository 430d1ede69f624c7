using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>A number as an unevaluated sum, |Low| at most half a unit in the last place of High.</summary>
internal readonly struct Pair<T>(T high, T low)
{
    public T High { get; } = high;

    public T Low { get; } = low;
}

/// <summary>What is computed once a row, from the row's maximum and its sum of weights.</summary>
internal static class RowMath<TScalar, TFormat, TBits, T>
    where TScalar : struct, ILanes<T, TBits, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged
{
    /// <summary>The total in units of the fine grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> ToPair(ExactTotal total)
    {
        TScalar scalar = default;
        TFormat format = default;
        T coarse = format.FromInteger(total.Coarse);
        T rest = format.FromInteger(total.Coarse - format.ToInteger(coarse));
        return FastTwoSum(
            scalar.Multiply(coarse, format.CoarseUnit),
            scalar.MultiplyAdd(rest, format.CoarseUnit, format.FromInteger(total.Fine)));
    }

    public static Pair<T> Add(Pair<T> left, Pair<T> right)
    {
        TScalar scalar = default;
        Pair<T> high = TwoSum(left.High, right.High);
        return FastTwoSum(high.High, scalar.Add(high.Low, scalar.Add(left.Low, right.Low)));
    }

    /// <summary>1/sum, nearly correctly rounded where multiply and add are fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reciprocal(Pair<T> sum)
    {
        TScalar scalar = default;
        TFormat format = default;
        T reciprocal = scalar.Divide(format.One, sum.High);
        T minusHigh = scalar.Subtract(format.Zero, sum.High);
        T minusLow = scalar.Subtract(format.Zero, sum.Low);
        T error = scalar.IsFused
            ? scalar.MultiplyAdd(minusLow, reciprocal, scalar.MultiplyAdd(minusHigh, reciprocal, format.One))
            : scalar.Multiply(minusLow, reciprocal);
        return scalar.MultiplyAdd(reciprocal, error, reciprocal);
    }

    /// <summary>log-sum-exp − max: log(1 + s), s = Σ exp(xᵢ − max) over all values but one maximum.</summary>
    /// <param name="rest">The weights of those values, summed at the scale of <paramref name="second"/>: so they keep their digits however small they are.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="second">The greatest value but that one.</param>
    public static T LogOfRest(Pair<T> rest, T max, T second)
    {
        TScalar scalar = default;
        LogParts<T> log = Kernel<TScalar, TFormat, T, TBits, T>.Log1p(RelativeToMax(rest, max, second));
        return scalar.Add(log.ExponentPart, scalar.Add(log.Fraction, log.Correction));
    }

    /// <summary>The logarithm of a positive integer.</summary>
    public static T LogOfInteger(int value)
    {
        TScalar scalar = default;
        TFormat format = default;
        LogParts<T> log = Kernel<TScalar, TFormat, T, TBits, T>.Log1p(new(format.FromInteger(value - 1), format.Zero));
        return scalar.Add(log.ExponentPart, scalar.Add(log.Fraction, log.Correction));
    }

    /// <summary>max + log(1 + s): added in parts, because the two may cancel.</summary>
    /// <inheritdoc cref="LogOfRest"/>
    public static T LogSumExp(Pair<T> rest, T max, T second)
    {
        TScalar scalar = default;
        LogParts<T> log = Kernel<TScalar, TFormat, T, TBits, T>.Log1p(RelativeToMax(rest, max, second));
        Pair<T> sum = TwoSum(max, log.ExponentPart);
        Pair<T> all = TwoSum(sum.High, log.Fraction);
        T lost = scalar.Add(scalar.Add(sum.Low, all.Low), log.Correction);

        // + 0 turns −0 into +0.
        return scalar.Add(scalar.Add(all.High, lost), default(TFormat).Zero);
    }

    /// <summary>rest / e^max, as a pair: both the quotient and e^max keep what rounding loses of them.</summary>
    private static Pair<T> RelativeToMax(Pair<T> rest, T max, T second)
    {
        TScalar scalar = default;
        TFormat format = default;
        (T exponent, T significand, T significandLow) = Kernel<TScalar, TFormat, T, TBits, T>.Split(max);
        (T restExponent, _, _) = Kernel<TScalar, TFormat, T, TBits, T>.Split(second);
        T power = scalar.Subtract(restExponent, exponent);

        T inverse = scalar.Divide(format.One, significand);
        T quotient = scalar.Multiply(rest.High, inverse);
        Pair<T> product = TwoProduct(quotient, significand);
        T remainder = scalar.Subtract(scalar.Subtract(rest.High, product.High), product.Low);
        remainder = scalar.Add(remainder, scalar.Subtract(rest.Low, scalar.Multiply(quotient, significandLow)));
        Pair<T> exact = FastTwoSum(quotient, scalar.Multiply(remainder, inverse));
        return new(ScaleDown(exact.High, power), ScaleDown(exact.Low, power));
    }

    /// <summary>A number at the scale of weights, times 2^n for an integer n ≤ 0, at the scale of 1.</summary>
    private static T ScaleDown(T value, T n) => Kernel<TScalar, TFormat, T, TBits, T>.ScaleDown(
        default(TScalar).Multiply(value, default(TFormat).InverseWeightUnit), n);

    /// <summary>The product and what rounding lost of it; by T. J. Dekker's splitting (1971) where there is no fused multiply-add.</summary>
    private static Pair<T> TwoProduct(T left, T right)
    {
        TScalar scalar = default;
        T product = scalar.Multiply(left, right);
        if (scalar.IsFused)
        {
            return new(product, scalar.MultiplyAdd(left, right, scalar.Subtract(default(TFormat).Zero, product)));
        }

        Pair<T> a = Halve(left);
        Pair<T> b = Halve(right);
        T low = scalar.Subtract(scalar.Multiply(a.High, b.High), product);
        low = scalar.Add(scalar.Add(low, scalar.Multiply(a.High, b.Low)), scalar.Multiply(a.Low, b.High));
        return new(product, scalar.Add(low, scalar.Multiply(a.Low, b.Low)));
    }

    /// <summary>A number as two of half its digits.</summary>
    private static Pair<T> Halve(T value)
    {
        TScalar scalar = default;
        T scaled = scalar.Multiply(default(TFormat).Splitter, value);
        T high = scalar.Subtract(scaled, scalar.Subtract(scaled, value));
        return new(high, scalar.Subtract(value, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<T> FastTwoSum(T large, T small)
    {
        TScalar scalar = default;
        T sum = scalar.Add(large, small);
        return new(sum, scalar.Subtract(small, scalar.Subtract(sum, large)));
    }

    private static Pair<T> TwoSum(T left, T right)
    {
        TScalar scalar = default;
        T sum = scalar.Add(left, right);
        T rightShare = scalar.Subtract(sum, left);
        T leftShare = scalar.Subtract(sum, rightShare);
        return new(sum, scalar.Add(scalar.Subtract(left, leftShare), scalar.Subtract(right, rightShare)));
    }
}
