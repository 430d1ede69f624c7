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
        RowMasks taking = MasksOfRow(values, mask);
        CheckTopK(values, indices, values.Length);
        CheckApart(mask, indices, default(Span<float>));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, taking, indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int})"/>
    public static void MaskedTopK(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<int> indices)
    {
        RowMasks taking = MasksOfRow(values, mask);
        CheckTopK(values, indices, values.Length);
        CheckApart(mask, indices, default(Span<double>));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, taking, indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopK<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRow(values, mask);
        CheckTopK(values, indices, values.Length);
        CheckApart(mask, indices, default(Span<T>));
        WidenedChoices<T>.TopK(values, T.One, taking, indices, default, values.Length, ChoiceOrder.IndicesOnly);
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
        RowMasks taking = MasksOfRows(values, nameof(values), mask, size);
        CheckTopK(values, indices, size);
        CheckApart(mask, indices, default(Span<float>));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int)"/>
    public static void MaskedTopKRows(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<int> indices, int size)
    {
        RowMasks taking = MasksOfRows(values, nameof(values), mask, size);
        CheckTopK(values, indices, size);
        CheckApart(mask, indices, default(Span<double>));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRows(values, nameof(values), mask, size);
        CheckTopK(values, indices, size);
        CheckApart(mask, indices, default(Span<T>));
        WidenedChoices<T>.TopK(values, T.One, taking, indices, default, size, ChoiceOrder.IndicesOnly);
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
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(values, nameof(values), bits);
        CheckTopK(values, indices, values.Length);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, taking, indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ulong, Span{int})"/>
    public static void MaskedTopK(ReadOnlySpan<double> values, ulong mask, Span<int> indices)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(values, nameof(values), bits);
        CheckTopK(values, indices, values.Length);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, taking, indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopK(ReadOnlySpan{float}, ulong, Span{int})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopK<T>(ReadOnlySpan<T> values, ulong mask, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(values, nameof(values), bits);
        CheckTopK(values, indices, values.Length);
        WidenedChoices<T>.TopK(values, T.One, taking, indices, default, values.Length, ChoiceOrder.IndicesOnly);
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
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(values, nameof(values), bits, size, areOfEach: false);
        CheckTopK(values, indices, size);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ulong, Span{int}, int)"/>
    public static void MaskedTopKRows(ReadOnlySpan<double> values, ulong mask, Span<int> indices, int size)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(values, nameof(values), bits, size, areOfEach: false);
        CheckTopK(values, indices, size);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ulong, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKRows<T>(ReadOnlySpan<T> values, ulong mask, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(values, nameof(values), bits, size, areOfEach: false);
        CheckTopK(values, indices, size);
        WidenedChoices<T>.TopK(values, T.One, taking, indices, default, size, ChoiceOrder.IndicesOnly);
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
        RowMasks taking = MasksOfRows(values, nameof(values), masks, size, areOfEach: true);
        CheckTopK(values, indices, size);
        CheckApart(masks, indices, default(Span<float>));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, int)"/>
    public static void MaskedTopKRows(ReadOnlySpan<double> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size)
    {
        RowMasks taking = MasksOfRows(values, nameof(values), masks, size, areOfEach: true);
        CheckTopK(values, indices, size);
        CheckApart(masks, indices, default(Span<double>));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRows(values, nameof(values), masks, size, areOfEach: true);
        CheckTopK(values, indices, size);
        CheckApart(masks, indices, default(Span<T>));
        WidenedChoices<T>.TopK(values, T.One, taking, indices, default, size, ChoiceOrder.IndicesOnly);
    }
#endif
}
