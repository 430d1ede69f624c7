#if NET8_0_OR_GREATER
using System;
using System.Numerics;

namespace SoftKernels.Numerics;

/// <summary>Choosing in rows of a type without kernels of its own: so many at a time as float, or double.</summary>
internal static class WidenedChoices<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="Choices{TWidest, TMasked, TFormat, T}.TopK(ReadOnlySpan{T}, T, in RowMasks, Span{int}, Span{T}, int, ChoiceOrder)"/>
    public static void TopK(ReadOnlySpan<T> values, T temperature, in RowMasks masks, Span<int> indices, Span<T> probabilities, int size, ChoiceOrder order)
    {
        int length = WidenedBlocks<T>.Length(size, columns: 1);
        for (int from = 0; from < values.Length; from += length)
        {
            int k = indices.Length / (values.Length / size);
            ReadOnlySpan<T> part = values.Slice(from, Math.Min(length, values.Length - from));
            Span<int> first = indices.Slice(from / size * k, part.Length / size * k);
            Span<T> ofFirst = probabilities.IsEmpty ? default : probabilities.Slice(from / size * k, first.Length);
            RowMasks ofPart = masks.Slice(from / size, part.Length / size);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                using Widened<T>.Copy<float> widened = new(ofFirst);
                Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(copy.Values, float.CreateTruncating(temperature), ofPart, first, widened.Values, size, order);
                widened.CopyTo(ofFirst);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                using Widened<T>.Copy<double> widened = new(ofFirst);
                Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(copy.Values, double.CreateTruncating(temperature), ofPart, first, widened.Values, size, order);
                widened.CopyTo(ofFirst);
            }
        }
    }

    /// <inheritdoc cref="Choices{TWidest, TMasked, TFormat, T}.Sample(ReadOnlySpan{T}, T, in RowMasks, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void Sample(ReadOnlySpan<T> logits, T temperature, in RowMasks masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        int length = WidenedBlocks<T>.Length(size, columns: 1);
        for (int from = 0; from < logits.Length; from += length)
        {
            ReadOnlySpan<T> part = logits.Slice(from, Math.Min(length, logits.Length - from));
            ReadOnlySpan<double> by = uniforms.Slice(from / size, part.Length / size);
            Span<int> drawn = indices.Slice(from / size, by.Length);
            RowMasks ofPart = masks.Slice(from / size, by.Length);
            if (Widened<T>.FitsSingle)
            {
                using Widened<T>.Copy<float> copy = new(part);
                Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(copy.Values, float.CreateTruncating(temperature), ofPart, by, drawn, size);
            }
            else
            {
                using Widened<T>.Copy<double> copy = new(part);
                Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(copy.Values, double.CreateTruncating(temperature), ofPart, by, drawn, size);
            }
        }
    }
}
#endif
