#if NET8_0_OR_GREATER
using System;
using System.Numerics;

namespace SoftKernels.Numerics;

/// <summary>Rows, at a temperature, of a type without kernels of its own: so many at a time as a pooled array of moderate length holds, one at least.</summary>
internal static class WidenedRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ValuesAtOnce = 16_384;

    /// <summary>An operation on rows at a temperature.</summary>
    internal delegate void OfRows<TWide>(ReadOnlySpan<TWide> values, TWide temperature, Span<TWide> results, int size);

    /// <summary>As many results as values.</summary>
    public static void Fill(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, OfRows<float> ofSingles, OfRows<double> ofDoubles)
    {
        if (Widened<T>.FitsSingle)
        {
            Run(values, float.CreateTruncating(temperature), results, size, isFold: false, ofSingles);
        }
        else
        {
            Run(values, double.CreateTruncating(temperature), results, size, isFold: false, ofDoubles);
        }
    }

    /// <summary>One value a row.</summary>
    public static void Fold(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, OfRows<float> ofSingles, OfRows<double> ofDoubles)
    {
        if (Widened<T>.FitsSingle)
        {
            Run(values, float.CreateTruncating(temperature), results, size, isFold: true, ofSingles);
        }
        else
        {
            Run(values, double.CreateTruncating(temperature), results, size, isFold: true, ofDoubles);
        }
    }

    private static void Run<TWide>(ReadOnlySpan<T> values, TWide temperature, Span<T> results, int size, bool isFold, OfRows<TWide> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        int length = Math.Max(1, ValuesAtOnce / size) * size;
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            using Widened<T>.Copy<TWide> copy = new(part);
            if (isFold)
            {
                using Widened<T>.Copy<TWide> folded = new(results.Slice(from / size, part.Length / size));
                operation(copy.Values, temperature, folded.Values, size);
                folded.CopyTo(results.Slice(from / size, part.Length / size));
            }
            else
            {
                operation(copy.Values, temperature, copy.Values, size);
                copy.CopyTo(results.Slice(from, part.Length));
            }
        }
    }
}
#endif
