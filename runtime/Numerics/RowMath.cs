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

    /// <summary>
    /// Σ exp(xᵢ − max) over all but one maximum. <paramref name="rest"/> is their sum of weights at the scale of
    /// <paramref name="second"/>, the greatest value but that one: so it keeps its digits however small it is.
    /// </summary>
    public static T RestRelativeToMax(Pair<T> rest, T max, T second)
    {
        TScalar scalar = default;
        TFormat format = default;
        (T exponent, T significand, T significandLow) = Kernel<TScalar, TFormat, T, TBits, T>.Split(max);
        (T restExponent, _, _) = Kernel<TScalar, TFormat, T, TBits, T>.Split(second);

        T inverse = scalar.Divide(format.One, significand);
        T quotient = scalar.Multiply(rest.High, inverse);
        T minusQuotient = scalar.Subtract(format.Zero, quotient);
        T remainder = scalar.MultiplyAdd(minusQuotient, significandLow, rest.Low);
        if (scalar.IsFused)
        {
            remainder = scalar.Add(scalar.MultiplyAdd(minusQuotient, significand, rest.High), remainder);
        }

        quotient = scalar.MultiplyAdd(remainder, inverse, quotient);
        return Kernel<TScalar, TFormat, T, TBits, T>.ScaleDown(
            scalar.Multiply(quotient, format.InverseWeightUnit),
            scalar.Subtract(restExponent, exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<T> FastTwoSum(T large, T small)
    {
        TScalar scalar = default;
        T sum = scalar.Add(large, small);
        return new(sum, scalar.Subtract(small, scalar.Subtract(sum, large)));
    }

    public static Pair<T> TwoSum(T left, T right)
    {
        TScalar scalar = default;
        T sum = scalar.Add(left, right);
        T rightShare = scalar.Subtract(sum, left);
        T leftShare = scalar.Subtract(sum, rightShare);
        return new(sum, scalar.Add(scalar.Subtract(left, leftShare), scalar.Subtract(right, rightShare)));
    }
}
