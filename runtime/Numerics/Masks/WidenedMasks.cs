#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>Rows with masks, of a type without kernels of its own: carried to float or double and back, so many rows at a time as <see cref="WidenedBlocks{T}"/> carries.</summary>
internal static class WidenedMasks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>An operation on rows with masks.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="masks">Those of the rows, or one for all.</param>
    /// <param name="results">What comes out.</param>
    /// <param name="size">The values of a row.</param>
    internal delegate void OfRows<TWide, TResult, TMask>(ReadOnlySpan<TWide> values, ReadOnlySpan<TMask> masks, Span<TResult> results, int size);

    /// <summary>As many results as values.</summary>
    public static void Fill<TMask>(ReadOnlySpan<T> values, ReadOnlySpan<TMask> masks, Span<T> results, int size, OfRows<float, float, TMask> ofSingles, OfRows<double, double, TMask> ofDoubles)
        where TMask : unmanaged
    {
        if (Widened<T>.FitsSingle)
        {
            FillIn(values, masks, results, size, ofSingles);
        }
        else
        {
            FillIn(values, masks, results, size, ofDoubles);
        }
    }

    /// <summary>One value a row.</summary>
    public static void Fold<TMask>(ReadOnlySpan<T> values, ReadOnlySpan<TMask> masks, Span<T> results, int size, OfRows<float, float, TMask> ofSingles, OfRows<double, double, TMask> ofDoubles)
        where TMask : unmanaged
    {
        if (Widened<T>.FitsSingle)
        {
            FoldIn(values, masks, results, size, ofSingles);
        }
        else
        {
            FoldIn(values, masks, results, size, ofDoubles);
        }
    }

    /// <summary>One index a row.</summary>
    public static void Indices<TMask>(ReadOnlySpan<T> values, ReadOnlySpan<TMask> masks, Span<int> results, int size, OfRows<float, int, TMask> ofSingles, OfRows<double, int, TMask> ofDoubles)
        where TMask : unmanaged
    {
        if (Widened<T>.FitsSingle)
        {
            IndicesIn(values, masks, results, size, ofSingles);
        }
        else
        {
            IndicesIn(values, masks, results, size, ofDoubles);
        }
    }

    [SkipLocalsInit]
    private static void FillIn<TWide, TMask>(ReadOnlySpan<T> values, ReadOnlySpan<TMask> masks, Span<T> results, int size, OfRows<TWide, TWide, TMask> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
        where TMask : unmanaged
    {
        Span<TWide> block = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        int length = WidenedBlocks<T>.Length<TWide>(size, columns: 1);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            operation(copy.Values, Part(masks, from, count, size), copy.Values, size);
            copy.CopyTo(results.Slice(from, count));
        }
    }

    [SkipLocalsInit]
    private static void FoldIn<TWide, TMask>(ReadOnlySpan<T> values, ReadOnlySpan<TMask> masks, Span<T> results, int size, OfRows<TWide, TWide, TMask> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
        where TMask : unmanaged
    {
        Span<TWide> block = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        Span<TWide> ofBlock = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        int length = WidenedBlocks<T>.Length<TWide>(size, columns: 1);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            using Widened<T>.Copy<TWide> folded = new(count / size, ofBlock);
            operation(copy.Values, Part(masks, from, count, size), folded.Values, size);
            folded.CopyTo(results.Slice(from / size, count / size));
        }
    }

    [SkipLocalsInit]
    private static void IndicesIn<TWide, TMask>(ReadOnlySpan<T> values, ReadOnlySpan<TMask> masks, Span<int> results, int size, OfRows<TWide, int, TMask> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
        where TMask : unmanaged
    {
        Span<TWide> block = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        int length = WidenedBlocks<T>.Length<TWide>(size, columns: 1);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            operation(copy.Values, Part(masks, from, count, size), results.Slice(from / size, count / size), size);
        }
    }

    /// <summary>The masks of some rows: a flag for each value or a number for each row, unless those of one row serve all.</summary>
    private static ReadOnlySpan<TMask> Part<TMask>(ReadOnlySpan<TMask> masks, int from, int count, int size)
        where TMask : unmanaged
    {
        int ofRow = typeof(TMask) == typeof(bool) ? size : 1;
        return masks.Length == ofRow ? masks : masks.Slice(from / size * ofRow, count / size * ofRow);
    }
}
#endif
