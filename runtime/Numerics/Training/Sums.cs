using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>
/// Sums that may have terms of either sign, by one tree that the number of terms alone decides: term i goes to the accumulator i mod 8, in order, and the eight are added in
/// halves. So the bits are the same at every width. Of floats in doubles, whose products are exact; of doubles in pairs, with what each product and each sum has lost, after
/// T. Ogita, S. M. Rump and S. Oishi, "Accurate Sum and Dot Product" (2005).
/// </summary>
internal static class Sums
{
    private const int Accumulators = 8;

    /// <summary>Σ left·right.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double OfProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[Accumulators];
        sums.Clear();
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> lower = Vector256<double>.Zero;
            Vector256<double> upper = Vector256<double>.Zero;
            for (; i <= left.Length - Accumulators; i += Accumulators)
            {
                Vector256<float> x = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(left), (nuint)i);
                Vector256<float> y = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(right), (nuint)i);
                lower += Vector256.WidenLower(x) * Vector256.WidenLower(y);
                upper += Vector256.WidenUpper(x) * Vector256.WidenUpper(y);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Vector256<double>.Count));
        }
#endif
        for (; i < left.Length; i++)
        {
            sums[i % Accumulators] += (double)left[i] * right[i];
        }

        return InHalves(sums);
    }

    /// <summary>Σ values.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double Of(ReadOnlySpan<float> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[Accumulators];
        sums.Clear();
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> lower = Vector256<double>.Zero;
            Vector256<double> upper = Vector256<double>.Zero;
            for (; i <= values.Length - Accumulators; i += Accumulators)
            {
                Vector256<float> x = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)i);
                lower += Vector256.WidenLower(x);
                upper += Vector256.WidenUpper(x);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Vector256<double>.Count));
        }
#endif
        for (; i < values.Length; i++)
        {
            sums[i % Accumulators] += values[i];
        }

        return InHalves(sums);
    }

    /// <summary>Σ left·right, to twice the digits of a double.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static Pair<double> OfProducts(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[2 * Accumulators];
        sums.Clear();
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> lower = Vector256<double>.Zero;
            Vector256<double> upper = Vector256<double>.Zero;
            Vector256<double> lowerLost = Vector256<double>.Zero;
            Vector256<double> upperLost = Vector256<double>.Zero;
            for (; i <= left.Length - Accumulators; i += Accumulators)
            {
                ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(left), i);
                ref double y = ref Unsafe.Add(ref MemoryMarshal.GetReference(right), i);
                DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddProduct(Vector256.LoadUnsafe(ref x), Vector256.LoadUnsafe(ref y), ref lower, ref lowerLost);
                DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddProduct(
                    Vector256.LoadUnsafe(ref x, (nuint)Vector256<double>.Count), Vector256.LoadUnsafe(ref y, (nuint)Vector256<double>.Count), ref upper, ref upperLost);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Accumulators / 2));
            lowerLost.CopyTo(sums.Slice(Accumulators));
            upperLost.CopyTo(sums.Slice(3 * Accumulators / 2));
        }
#endif
        for (; i < left.Length; i++)
        {
            DoubleKernel<DoubleScalar, double, long>.AddProduct(left[i], right[i], ref sums[i % Accumulators], ref sums[Accumulators + (i % Accumulators)]);
        }

        return PairInHalves(sums);
    }

    /// <summary>Σ values, to twice the digits of a double.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static Pair<double> Of(ReadOnlySpan<double> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[2 * Accumulators];
        sums.Clear();
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> lower = Vector256<double>.Zero;
            Vector256<double> upper = Vector256<double>.Zero;
            Vector256<double> lowerLost = Vector256<double>.Zero;
            Vector256<double> upperLost = Vector256<double>.Zero;
            for (; i <= values.Length - Accumulators; i += Accumulators)
            {
                ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), i);
                DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddTerm(Vector256.LoadUnsafe(ref x), ref lower, ref lowerLost);
                DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddTerm(Vector256.LoadUnsafe(ref x, (nuint)Vector256<double>.Count), ref upper, ref upperLost);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Accumulators / 2));
            lowerLost.CopyTo(sums.Slice(Accumulators));
            upperLost.CopyTo(sums.Slice(3 * Accumulators / 2));
        }
#endif
        for (; i < values.Length; i++)
        {
            DoubleKernel<DoubleScalar, double, long>.AddTerm(values[i], ref sums[i % Accumulators], ref sums[Accumulators + (i % Accumulators)]);
        }

        return PairInHalves(sums);
    }

    /// <summary>Σ weights·(max − values); of what has no weight, and of the maximum itself, nothing, whatever the distance.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static double OfDistances(ReadOnlySpan<float> weights, ReadOnlySpan<float> values, float max)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[Accumulators];
        sums.Clear();
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> lower = Vector256<double>.Zero;
            Vector256<double> upper = Vector256<double>.Zero;
            Vector256<double> greatest = Vector256.Create((double)max);
            for (; i <= weights.Length - Accumulators; i += Accumulators)
            {
                Vector256<float> w = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(weights), (nuint)i);
                Vector256<float> x = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)i);
                lower += WeighedDistance(Vector256.WidenLower(w), Vector256.WidenLower(x), greatest);
                upper += WeighedDistance(Vector256.WidenUpper(w), Vector256.WidenUpper(x), greatest);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Vector256<double>.Count));
        }
#endif
        for (; i < weights.Length; i++)
        {
            sums[i % Accumulators] += WeighedDistance(weights[i], values[i], max);
        }

        return InHalves(sums);
    }

    /// <inheritdoc cref="OfDistances(ReadOnlySpan{float}, ReadOnlySpan{float}, float)"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static Pair<double> OfDistances(ReadOnlySpan<double> weights, ReadOnlySpan<double> values, double max)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[2 * Accumulators];
        sums.Clear();
        int i = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> lower = Vector256<double>.Zero;
            Vector256<double> upper = Vector256<double>.Zero;
            Vector256<double> lowerLost = Vector256<double>.Zero;
            Vector256<double> upperLost = Vector256<double>.Zero;
            Vector256<double> greatest = Vector256.Create(max);
            for (; i <= weights.Length - Accumulators; i += Accumulators)
            {
                ref double w = ref Unsafe.Add(ref MemoryMarshal.GetReference(weights), i);
                ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), i);
                DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddTerm(WeighedDistance(Vector256.LoadUnsafe(ref w), Vector256.LoadUnsafe(ref x), greatest), ref lower, ref lowerLost);
                DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddTerm(
                    WeighedDistance(Vector256.LoadUnsafe(ref w, (nuint)Vector256<double>.Count), Vector256.LoadUnsafe(ref x, (nuint)Vector256<double>.Count), greatest), ref upper, ref upperLost);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Accumulators / 2));
            lowerLost.CopyTo(sums.Slice(Accumulators));
            upperLost.CopyTo(sums.Slice(3 * Accumulators / 2));
        }
#endif
        for (; i < weights.Length; i++)
        {
            DoubleKernel<DoubleScalar, double, long>.AddTerm(
                WeighedDistance(weights[i], values[i], max), ref sums[i % Accumulators], ref sums[Accumulators + (i % Accumulators)]);
        }

        return PairInHalves(sums);
    }

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WeighedDistance(Vector256<double> weights, Vector256<double> values, Vector256<double> max)
    {
        Vector256<double> isNone = Vector256.Equals(weights, Vector256<double>.Zero) | Vector256.Equals(values, max);
        Vector256<double> distances = max - values;
        Vector256<double> half = Vector256.Create(0.5);
        Vector256<double> byHalves = weights * ((max * half) - (values * half)) * Vector256.Create(2d);
        Vector256<double> weighed = Vector256.ConditionalSelect(Vector256.Equals(distances, Vector256.Create(double.PositiveInfinity)), byHalves, weights * distances);
        return Vector256.AndNot(weighed, isNone);
    }
#endif

    /// <summary>A distance beyond range may be within it once it is weighed.</summary>
    private static double WeighedDistance(double weight, double value, double max)
    {
        double distance = max - value;
        return weight == 0 || value == max ? 0
            : double.IsPositiveInfinity(distance) ? weight * ((max * 0.5) - (value * 0.5)) * 2
            : weight * distance;
    }

    private static double InHalves(Span<double> sums)
    {
        for (int half = Accumulators / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                sums[i] += sums[half + i];
            }
        }

        return sums[0];
    }

    private static Pair<double> PairInHalves(Span<double> sums)
    {
        for (int half = Accumulators / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                DoubleKernel<DoubleScalar, double, long>.AddTerm(sums[half + i], ref sums[i], ref sums[Accumulators + i]);
                sums[Accumulators + i] += sums[Accumulators + half + i];
            }
        }

        // What infinities, and products beyond range, have lost is no number.
        double high = sums[0] + sums[Accumulators];
        return double.IsNaN(high) || double.IsInfinity(high) ? new() { High = sums[0] } : new() { High = high, Low = sums[Accumulators] - (high - sums[0]) };
    }
}
