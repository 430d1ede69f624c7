using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The indices of the k first values, in descending order, of the values that take part.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="values"/>.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="values"/>. −1 where fewer take part.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopK(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, Span<int> indices)
    {
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        CheckTopK(values, indices, values.Length, 1);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, RowMasks.Of(mask, values.Length), indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int})"/>
    public static void MaskedTopK(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<int> indices)
    {
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        CheckTopK(values, indices, values.Length, 1);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, RowMasks.Of(mask, values.Length), indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopK<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        CheckTopK(values, indices, values.Length, 1);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        WidenedChoices<T>.TopK(values, T.One, RowMasks.Of(mask, values.Length), indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }
#endif

    /// <summary>The indices of the k first values, in descending order, of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>. −1 where fewer take part.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKRows(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        CheckTopK(values, indices, size, values.Length / size);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, RowMasks.Of(mask, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int)"/>
    public static void MaskedTopKRows(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        CheckTopK(values, indices, size, values.Length / size);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, RowMasks.Of(mask, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        CheckTopK(values, indices, size, values.Length / size);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        WidenedChoices<T>.TopK(values, T.One, RowMasks.Of(mask, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }
#endif

    /// <summary>The indices of the k first values, in descending order, of the values that take part.</summary>
    /// <param name="values">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="values"/>. −1 where fewer take part.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopK(ReadOnlySpan<float> values, ulong mask, Span<int> indices)
    {
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        CheckTopK(values, indices, values.Length, 1);
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, RowMasks.Of(bits, values.Length), indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ulong, Span{int})"/>
    public static void MaskedTopK(ReadOnlySpan<double> values, ulong mask, Span<int> indices)
    {
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        CheckTopK(values, indices, values.Length, 1);
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, RowMasks.Of(bits, values.Length), indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ulong, Span{int})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopK<T>(ReadOnlySpan<T> values, ulong mask, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        CheckTopK(values, indices, values.Length, 1);
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        WidenedChoices<T>.TopK(values, T.One, RowMasks.Of(bits, values.Length), indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }
#endif

    /// <summary>The indices of the k first values, in descending order, of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>. −1 where fewer take part.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKRows(ReadOnlySpan<float> values, ulong mask, Span<int> indices, int size)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        CheckTopK(values, indices, size, values.Length / size);
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, RowMasks.Of(bits, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ulong, Span{int}, int)"/>
    public static void MaskedTopKRows(ReadOnlySpan<double> values, ulong mask, Span<int> indices, int size)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        CheckTopK(values, indices, size, values.Length / size);
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, RowMasks.Of(bits, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ulong, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKRows<T>(ReadOnlySpan<T> values, ulong mask, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        CheckTopK(values, indices, size, values.Length / size);
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        WidenedChoices<T>.TopK(values, T.One, RowMasks.Of(bits, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }
#endif

    /// <summary>The indices of the k first values, in descending order, of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>. −1 where fewer take part.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKRows(ReadOnlySpan<float> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        CheckTopK(values, indices, size, values.Length / size);
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, RowMasks.Of(masks, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, int)"/>
    public static void MaskedTopKRows(ReadOnlySpan<double> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        CheckTopK(values, indices, size, values.Length / size);
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, RowMasks.Of(masks, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        CheckTopK(values, indices, size, values.Length / size);
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        WidenedChoices<T>.TopK(values, T.One, RowMasks.Of(masks, size), indices, default, size, ChoiceOrder.IndicesOnly);
    }
#endif
}
