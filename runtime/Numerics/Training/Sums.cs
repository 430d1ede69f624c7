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

    /// <summary>Σ values.</summary>
    public static Pair<double> Of(ReadOnlySpan<float> values) => OfSingles(default(LeftAlone), values, values);

    /// <inheritdoc cref="Of(ReadOnlySpan{float})"/>
    public static Pair<double> Of(ReadOnlySpan<double> values) => OfDoubles(default(LeftAlone), values, values);

    /// <summary>Σ left·right.</summary>
    public static Pair<double> OfProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => OfSingles(default(Product), left, right);

    /// <inheritdoc cref="OfProducts(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public static Pair<double> OfProducts(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => OfDoubles(default(Product), left, right);

    /// <summary>Σ weights·(max − values); of what has no weight, and of the maximum itself, nothing, whatever the distance.</summary>
    public static Pair<double> OfDistances(ReadOnlySpan<float> weights, ReadOnlySpan<float> values, float max) => OfSingles(new WeighedDistance(max), weights, values);

    /// <inheritdoc cref="OfDistances(ReadOnlySpan{float}, ReadOnlySpan{float}, float)"/>
    public static Pair<double> OfDistances(ReadOnlySpan<double> weights, ReadOnlySpan<double> values, double max) => OfDoubles(new WeighedDistance(max), weights, values);

    /// <summary>In doubles: of what a term or a sum loses there, a float sees nothing.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static Pair<double> OfSingles<TTerm>(TTerm term, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        where TTerm : struct, ITerm
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
                lower += term.Of(Vector256.WidenLower(x), Vector256.WidenLower(y));
                upper += term.Of(Vector256.WidenUpper(x), Vector256.WidenUpper(y));
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Vector256<double>.Count));
        }
#endif
        for (; i < left.Length; i++)
        {
            sums[i % Accumulators] += term.Of(Maps.ToDouble(left[i]), Maps.ToDouble(right[i]));
        }

        for (int half = Accumulators / 2; half > 0; half /= 2)
        {
            for (i = 0; i < half; i++)
            {
                sums[i] += sums[half + i];
            }
        }

        return new() { High = sums[0] };
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static Pair<double> OfDoubles<TTerm>(TTerm term, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
        where TTerm : struct, ITerm
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<double> sums = stackalloc double[2 * Accumulators];
        sums.Clear();
        Span<double> lost = sums.Slice(Accumulators);
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
                Add(term, Vector256.LoadUnsafe(ref x), Vector256.LoadUnsafe(ref y), ref lower, ref lowerLost);
                Add(term, Vector256.LoadUnsafe(ref x, (nuint)Vector256<double>.Count), Vector256.LoadUnsafe(ref y, (nuint)Vector256<double>.Count), ref upper, ref upperLost);
            }

            lower.CopyTo(sums);
            upper.CopyTo(sums.Slice(Vector256<double>.Count));
            lowerLost.CopyTo(lost);
            upperLost.CopyTo(lost.Slice(Vector256<double>.Count));
        }
#endif
        for (; i < left.Length; i++)
        {
            double one = term.Of(left[i], right[i]);
            DoubleKernel<DoubleScalar, double, long>.AddTerm(one, ref sums[i % Accumulators], ref lost[i % Accumulators]);
            lost[i % Accumulators] += term.LostBy(left[i], right[i], one);
        }

        for (int half = Accumulators / 2; half > 0; half /= 2)
        {
            for (i = 0; i < half; i++)
            {
                DoubleKernel<DoubleScalar, double, long>.AddTerm(sums[half + i], ref sums[i], ref lost[i]);
                lost[i] += lost[half + i];
            }
        }

        // What infinities, and products beyond range, have lost is no number.
        double high = sums[0] + lost[0];
        return double.IsNaN(high) || double.IsInfinity(high) ? new() { High = sums[0] } : new() { High = high, Low = lost[0] - (high - sums[0]) };
    }

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TTerm>(TTerm term, Vector256<double> x, Vector256<double> y, ref Vector256<double> sum, ref Vector256<double> lost)
        where TTerm : struct, ITerm
    {
        Vector256<double> terms = term.Of(x, y);
        DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>.AddTerm(terms, ref sum, ref lost);
        lost += term.LostBy(x, y, terms);
    }
#endif

    /// <summary>A term, and what rounding has taken from it as far as that counts; at both widths the same.</summary>
    private interface ITerm
    {
        double Of(double x, double y);

        double LostBy(double x, double y, double term);

#if NET8_0_OR_GREATER
        Vector256<double> Of(Vector256<double> x, Vector256<double> y);

        Vector256<double> LostBy(Vector256<double> x, Vector256<double> y, Vector256<double> term);
#endif
    }

    private readonly struct LeftAlone : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Of(double x, double y) => x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LostBy(double x, double y, double term) => 0;

#if NET8_0_OR_GREATER
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Of(Vector256<double> x, Vector256<double> y) => x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> LostBy(Vector256<double> x, Vector256<double> y, Vector256<double> term) => Vector256<double>.Zero;
#endif
    }

    private readonly struct Product : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Of(double x, double y) => x * y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LostBy(double x, double y, double term) => Kernel<DoubleScalar, DoubleFormat, double, long, double>.LostByProduct(x, y, term);

#if NET8_0_OR_GREATER
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Of(Vector256<double> x, Vector256<double> y) => x * y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> LostBy(Vector256<double> x, Vector256<double> y, Vector256<double> term) =>
            Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.LostByProduct(x, y, term);
#endif
    }

    /// <remarks>A distance beyond range may be within it once it is weighed.</remarks>
    private readonly struct WeighedDistance(double max) : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Of(double x, double y)
        {
            double distance = max - y;
            return x == 0 || y == max ? 0
                : double.IsPositiveInfinity(distance) ? x * ((max * 0.5) - (y * 0.5)) * 2
                : x * distance;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LostBy(double x, double y, double term) => 0;

#if NET8_0_OR_GREATER
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Of(Vector256<double> x, Vector256<double> y)
        {
            Vector256<double> greatest = Vector256.Create(max);
            Vector256<double> isNone = Vector256.Equals(x, Vector256<double>.Zero) | Vector256.Equals(y, greatest);
            Vector256<double> distance = greatest - y;
            Vector256<double> half = Vector256.Create(0.5);
            Vector256<double> byHalves = x * ((greatest * half) - (y * half)) * Vector256.Create(2d);
            return Vector256.AndNot(Vector256.ConditionalSelect(Vector256.Equals(distance, Vector256.Create(double.PositiveInfinity)), byHalves, x * distance), isNone);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> LostBy(Vector256<double> x, Vector256<double> y, Vector256<double> term) => Vector256<double>.Zero;
#endif
    }
}
