#if NET8_0_OR_GREATER
using System;
using System.Buffers;
using System.Numerics;

namespace SoftKernels.Numerics;

/// <summary>Blocks of columns of a type without kernels of its own: so many at a time as a pooled array of moderate length holds, one at least.</summary>
/// <remarks>Rows are blocks of one column.</remarks>
internal static class WidenedBlocks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ValuesAtOnce = 16_384;

    /// <summary>An operation on blocks of columns.</summary>
    internal delegate void OfBlocks<TWide, TResult>(ReadOnlySpan<TWide> values, Span<TResult> results, int size, int columns);

    /// <summary>As many results as values.</summary>
    public static void Fill(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float> ofSingles, OfBlocks<double, double> ofDoubles)
    {
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                ofSingles(copy.Values, copy.Values, size, columns);
                copy.CopyTo(results.Slice(from, part.Length));
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                ofDoubles(copy.Values, copy.Values, size, columns);
                copy.CopyTo(results.Slice(from, part.Length));
            }
        }
    }

    /// <summary>One value a column.</summary>
    public static void Fold(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float> ofSingles, OfBlocks<double, double> ofDoubles)
    {
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<T> written = results.Slice(from / size, part.Length / size);
            if (Widened<T>.FitsSingle)
            {
                Fold(part, written, size, columns, ofSingles);
            }
            else
            {
                Fold(part, written, size, columns, ofDoubles);
            }
        }
    }

    /// <summary>One index a column.</summary>
    public static void Indices(ReadOnlySpan<T> values, Span<int> results, int size, int columns, OfBlocks<float, int> ofSingles, OfBlocks<double, int> ofDoubles)
    {
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<int> written = results.Slice(from / size, part.Length / size);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                ofSingles(copy.Values, written, size, columns);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                ofDoubles(copy.Values, written, size, columns);
            }
        }
    }

    private static void Fold<TWide>(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<TWide, TWide> of)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        using Widened<T>.Copy<TWide> copy = new(values);
        TWide[] pooled = ArrayPool<TWide>.Shared.Rent(results.Length);
        of(copy.Values, pooled.AsSpan(0, results.Length), size, columns);
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Widened<T>.Rounded(pooled[i]);
        }

        ArrayPool<TWide>.Shared.Return(pooled);
    }

    private static int Length(int size, int columns) => Math.Max(1, ValuesAtOnce / (size * columns)) * size * columns;
}
#endif
