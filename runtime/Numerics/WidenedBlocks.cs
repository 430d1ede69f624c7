#if NET8_0_OR_GREATER
using System;
using System.Numerics;

namespace SoftKernels.Numerics;

/// <summary>Blocks of columns of a type without kernels of its own: so many at a time as a pooled array of moderate length holds, one at least.</summary>
/// <remarks>Rows are blocks of one column.</remarks>
internal static class WidenedBlocks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ValuesAtOnce = 16_384;

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
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<T> written = results.Slice(from, part.Length);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                ofSingles(copy.Values, copy.Values, size, ofSingle);
                copy.CopyTo(written);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                ofDoubles(copy.Values, copy.Values, size, ofDouble);
                copy.CopyTo(written);
            }
        }
    }

    /// <inheritdoc cref="Fill{TSingle, TDouble}"/>
    public static void Fill(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, int> ofSingles, OfBlocks<double, double, int> ofDoubles) =>
        Fill(values, results, size, columns, ofSingles, columns, ofDoubles, columns);

    /// <summary>One value a column.</summary>
    public static void Fold<TSingle, TDouble>(
        ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, TSingle> ofSingles, TSingle ofSingle, OfBlocks<double, double, TDouble> ofDoubles, TDouble ofDouble)
    {
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<T> written = results.Slice(from / size, part.Length / size);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                using Widened<T>.Copy<float> folded = new(written);
                ofSingles(copy.Values, folded.Values, size, ofSingle);
                folded.CopyTo(written);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                using Widened<T>.Copy<double> folded = new(written);
                ofDoubles(copy.Values, folded.Values, size, ofDouble);
                folded.CopyTo(written);
            }
        }
    }

    /// <inheritdoc cref="Fold{TSingle, TDouble}"/>
    public static void Fold(ReadOnlySpan<T> values, Span<T> results, int size, int columns, OfBlocks<float, float, int> ofSingles, OfBlocks<double, double, int> ofDoubles) =>
        Fold(values, results, size, columns, ofSingles, columns, ofDoubles, columns);

    /// <summary>One index a column.</summary>
    public static void Indices(ReadOnlySpan<T> values, Span<int> results, int size, int columns, OfBlocks<float, int, int> ofSingles, OfBlocks<double, int, int> ofDoubles)
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

    /// <summary>As many results as values, and one value a column.</summary>
    public static void FillAndFold(
        ReadOnlySpan<T> values, Span<T> results, Span<T> folded, int size, int columns, OfBlocksToTwo<float, float> ofSingles, OfBlocksToTwo<double, double> ofDoubles)
    {
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<T> written = results.Slice(from, part.Length);
            Span<T> ofPart = folded.Slice(from / size, part.Length / size);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                using Widened<T>.Copy<float> second = new(ofPart);
                ofSingles(copy.Values, copy.Values, second.Values, size, columns);
                copy.CopyTo(written);
                second.CopyTo(ofPart);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                using Widened<T>.Copy<double> second = new(ofPart);
                ofDoubles(copy.Values, copy.Values, second.Values, size, columns);
                copy.CopyTo(written);
                second.CopyTo(ofPart);
            }
        }
    }

    /// <summary>One index and one value a column.</summary>
    public static void IndicesAndFold(
        ReadOnlySpan<T> values, Span<int> indices, Span<T> folded, int size, int columns, OfBlocksToTwo<float, int> ofSingles, OfBlocksToTwo<double, int> ofDoubles)
    {
        int length = Length(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<int> written = indices.Slice(from / size, part.Length / size);
            Span<T> ofPart = folded.Slice(from / size, part.Length / size);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                using Widened<T>.Copy<float> second = new(ofPart);
                ofSingles(copy.Values, written, second.Values, size, columns);
                second.CopyTo(ofPart);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                using Widened<T>.Copy<double> second = new(ofPart);
                ofDoubles(copy.Values, written, second.Values, size, columns);
                second.CopyTo(ofPart);
            }
        }
    }

    /// <summary>So many values at a time: whole blocks.</summary>
    internal static int Length(int size, int columns) => Math.Max(1, ValuesAtOnce / (size * columns)) * size * columns;
}
#endif
