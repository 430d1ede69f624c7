#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>Blocks of columns of a type without kernels of its own: so many at a time as a block of the stack holds, or one in a pooled array.</summary>
/// <remarks>Rows are blocks of one column. What is carried stays in the first cache, beside what it comes from.</remarks>
internal static class WidenedBlocks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows of 256 floats, as many as the widest register has lanes.</summary>
    private const int BytesOfBlock = 16 * 1024;

    /// <summary>The values of a block of the stack, and what is lost where that begins beside a line of the cache.</summary>
    public static int ValuesOnStack<TWide>()
        where TWide : unmanaged => ValuesOfBlock<TWide>() + Widened<T>.ValuesOfLine;

    private static int ValuesOfBlock<TWide>()
        where TWide : unmanaged => BytesOfBlock / Unsafe.SizeOf<TWide>();

    /// <summary>An operation on blocks.</summary>
    /// <param name="values">The blocks.</param>
    /// <param name="results">What comes out.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="argument">The number of columns, a temperature of rows, or both.</param>
    internal delegate void OfBlocks<TWide, TResult, TArgument>(ReadOnlySpan<TWide> values, Span<TResult> results, int size, TArgument argument);

    /// <summary>An operation on blocks, with two results.</summary>
    /// <param name="values">The blocks.</param>
    /// <param name="first">What comes out first.</param>
    /// <param name="second">One value a column.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    internal delegate void OfBlocksToTwo<TWide, TFirst>(ReadOnlySpan<TWide> values, Span<TFirst> first, Span<TWide> second, int size, int columns);

    /// <summary>As many results as values.</summary>
    public static void Fill<TSingle, TDouble>(
        ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, TSingle> ofSingles, TSingle ofSingle, OfBlocks<double, double, TDouble> ofDoubles, TDouble ofDouble)
    {
        if (Widened<T>.FitsSingle)
        {
            FillIn(values, results, size, columns, ofSingles, ofSingle);
        }
        else
        {
            FillIn(values, results, size, columns, ofDoubles, ofDouble);
        }
    }

    /// <inheritdoc cref="Fill{TSingle, TDouble}"/>
    public static void Fill(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, int> ofSingles, OfBlocks<double, double, int> ofDoubles) =>
        Fill(values, results, size, columns, ofSingles, columns, ofDoubles, columns);

    /// <summary>One value a column.</summary>
    public static void Fold<TSingle, TDouble>(
        ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, TSingle> ofSingles, TSingle ofSingle, OfBlocks<double, double, TDouble> ofDoubles, TDouble ofDouble)
    {
        if (Widened<T>.FitsSingle)
        {
            FoldIn(values, results, size, columns, ofSingles, ofSingle);
        }
        else
        {
            FoldIn(values, results, size, columns, ofDoubles, ofDouble);
        }
    }

    /// <inheritdoc cref="Fold{TSingle, TDouble}"/>
    public static void Fold(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, int> ofSingles, OfBlocks<double, double, int> ofDoubles) =>
        Fold(values, results, size, columns, ofSingles, columns, ofDoubles, columns);

    /// <summary>One index a column.</summary>
    public static void Indices(ReadOnlySpan<T> values, Span<int> results, int size, int columns, OfBlocks<float, int, int> ofSingles, OfBlocks<double, int, int> ofDoubles)
    {
        if (Widened<T>.FitsSingle)
        {
            IndicesIn(values, results, size, columns, ofSingles);
        }
        else
        {
            IndicesIn(values, results, size, columns, ofDoubles);
        }
    }

    /// <summary>As many results as values, and one value a column.</summary>
    public static void FillAndFold(
        ReadOnlySpan<T> values, Span<T> results, Span<T> folded, int size, int columns, OfBlocksToTwo<float, float> ofSingles, OfBlocksToTwo<double, double> ofDoubles)
    {
        if (Widened<T>.FitsSingle)
        {
            FillAndFoldIn(values, results, folded, size, columns, ofSingles);
        }
        else
        {
            FillAndFoldIn(values, results, folded, size, columns, ofDoubles);
        }
    }

    /// <summary>One index and one value a column.</summary>
    public static void IndicesAndFold(
        ReadOnlySpan<T> values, Span<int> indices, Span<T> folded, int size, int columns, OfBlocksToTwo<float, int> ofSingles, OfBlocksToTwo<double, int> ofDoubles)
    {
        if (Widened<T>.FitsSingle)
        {
            IndicesAndFoldIn(values, indices, folded, size, columns, ofSingles);
        }
        else
        {
            IndicesAndFoldIn(values, indices, folded, size, columns, ofDoubles);
        }
    }

    /// <summary>So many values at a time: whole blocks.</summary>
    internal static int Length<TWide>(int size, int columns)
        where TWide : unmanaged => Math.Max(1, ValuesOfBlock<TWide>() / (size * columns)) * size * columns;

    [SkipLocalsInit]
    private static void FillIn<TWide, TArgument>(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<TWide, TWide, TArgument> operation, TArgument argument)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[ValuesOnStack<TWide>()];
        int length = Length<TWide>(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            operation(copy.Values, copy.Values, size, argument);
            copy.CopyTo(results.Slice(from, count));
        }
    }

    [SkipLocalsInit]
    private static void FoldIn<TWide, TArgument>(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<TWide, TWide, TArgument> operation, TArgument argument)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[ValuesOnStack<TWide>()];
        Span<TWide> ofBlock = stackalloc TWide[ValuesOnStack<TWide>()];
        int length = Length<TWide>(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            using Widened<T>.Copy<TWide> folded = new(count / size, ofBlock);
            operation(copy.Values, folded.Values, size, argument);
            folded.CopyTo(results.Slice(from / size, count / size));
        }
    }

    [SkipLocalsInit]
    private static void IndicesIn<TWide>(ReadOnlySpan<T> values, Span<int> results, int size, int columns, OfBlocks<TWide, int, int> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[ValuesOnStack<TWide>()];
        int length = Length<TWide>(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            operation(copy.Values, results.Slice(from / size, count / size), size, columns);
        }
    }

    [SkipLocalsInit]
    private static void FillAndFoldIn<TWide>(ReadOnlySpan<T> values, Span<T> results, Span<T> folded, int size, int columns, OfBlocksToTwo<TWide, TWide> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[ValuesOnStack<TWide>()];
        Span<TWide> ofBlock = stackalloc TWide[ValuesOnStack<TWide>()];
        int length = Length<TWide>(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            using Widened<T>.Copy<TWide> second = new(count / size, ofBlock);
            operation(copy.Values, copy.Values, second.Values, size, columns);
            copy.CopyTo(results.Slice(from, count));
            second.CopyTo(folded.Slice(from / size, count / size));
        }
    }

    [SkipLocalsInit]
    private static void IndicesAndFoldIn<TWide>(ReadOnlySpan<T> values, Span<int> indices, Span<T> folded, int size, int columns, OfBlocksToTwo<TWide, int> operation)
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[ValuesOnStack<TWide>()];
        Span<TWide> ofBlock = stackalloc TWide[ValuesOnStack<TWide>()];
        int length = Length<TWide>(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            using Widened<T>.Copy<TWide> copy = new(values.Slice(from, count), block);
            using Widened<T>.Copy<TWide> second = new(count / size, ofBlock);
            operation(copy.Values, indices.Slice(from / size, count / size), second.Values, size, columns);
            second.CopyTo(folded.Slice(from / size, count / size));
        }
    }
}
#endif
