#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>Choosing in rows of a type without kernels of its own: carried to float or double, so many rows at a time as <see cref="WidenedBlocks{T}"/> carries.</summary>
internal static class WidenedChoices<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="Choices{TWidest, TMasked, TFormat, T}.TopK(ReadOnlySpan{T}, T, in RowMasks, Span{int}, Span{T}, int, ChoiceOrder)"/>
    public static void TopK(ReadOnlySpan<T> values, T temperature, in RowMasks masks, Span<int> indices, Span<T> probabilities, int size, ChoiceOrder order)
    {
        if (Widened<T>.FitsSingle)
        {
            TopKIn<WidestSingle, WidestMaskedSingle, SingleFormat, float>(values, temperature, masks, indices, probabilities, size, order);
        }
        else
        {
            TopKIn<WidestDouble, WidestMaskedDouble, DoubleFormat, double>(values, temperature, masks, indices, probabilities, size, order);
        }
    }

    /// <inheritdoc cref="Choices{TWidest, TMasked, TFormat, T}.Sample(ReadOnlySpan{T}, T, in RowMasks, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void Sample(ReadOnlySpan<T> logits, T temperature, in RowMasks masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        if (Widened<T>.FitsSingle)
        {
            SampleIn<WidestSingle, WidestMaskedSingle, SingleFormat, float>(logits, temperature, masks, uniforms, indices, size);
        }
        else
        {
            SampleIn<WidestDouble, WidestMaskedDouble, DoubleFormat, double>(logits, temperature, masks, uniforms, indices, size);
        }
    }

    /// <inheritdoc cref="Choices{TWidest, TMasked, TFormat, T}.Sample(ReadOnlySpan{T}, T, in RowMasks, double)"/>
    public static int Sample(ReadOnlySpan<T> row, T temperature, in RowMasks masks, double uniform)
    {
        Span<int> index = stackalloc int[1] { -1 };
        if (!row.IsEmpty)
        {
            Sample(row, temperature, masks, stackalloc double[1] { uniform }, index, row.Length);
        }

        return index[0];
    }

    [SkipLocalsInit]
    private static void TopKIn<TWidest, TMasked, TFormat, TWide>(
        ReadOnlySpan<T> values, T temperature, in RowMasks masks, Span<int> indices, Span<T> probabilities, int size, ChoiceOrder order)
        where TWidest : struct, IWidest<TWide>
        where TMasked : struct, IWidestMasked<TWide>
        where TFormat : struct, IFormat<TWide>
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        Span<TWide> blockOfFirst = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        int length = WidenedBlocks<T>.Length<TWide>(size, columns: 1);
        int k = values.IsEmpty ? 0 : indices.Length / (values.Length / size);
        for (int from = 0; from < values.Length; from += length)
        {
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<int> first = indices.Slice(from / size * k, part.Length / size * k);
            Span<T> ofFirst = probabilities.IsEmpty ? default : probabilities.Slice(from / size * k, first.Length);
            using Widened<T>.Copy<TWide> wide = new(part, block);
            using Widened<T>.Copy<TWide> wideOfFirst = new(ofFirst.Length, blockOfFirst);
            Choices<TWidest, TMasked, TFormat, TWide>.TopK(
                wide.Values, TWide.CreateTruncating(temperature), masks.Slice(from / size, part.Length / size), first, wideOfFirst.Values, size, order);
            wideOfFirst.CopyTo(ofFirst);
        }
    }

    [SkipLocalsInit]
    private static void SampleIn<TWidest, TMasked, TFormat, TWide>(
        ReadOnlySpan<T> logits, T temperature, in RowMasks masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where TWidest : struct, IWidest<TWide>
        where TMasked : struct, IWidestMasked<TWide>
        where TFormat : struct, IFormat<TWide>
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        int length = WidenedBlocks<T>.Length<TWide>(size, columns: 1);
        for (int from = 0; from < logits.Length; from += length)
        {
            ReadOnlySpan<T> part = logits.Slice(from, Math.Min(length, logits.Length - from));
            int rows = part.Length / size;
            using Widened<T>.Copy<TWide> wide = new(part, block);
            Choices<TWidest, TMasked, TFormat, TWide>.Sample(
                wide.Values, TWide.CreateTruncating(temperature), masks.Slice(from / size, rows), uniforms.Slice(from / size, rows), indices.Slice(from / size, rows), size);
        }
    }
}
#endif
