using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The indices of the k first logits, in descending order, and softmax of those k, of the values that take part.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="logits"/>.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="logits"/>. −1 where fewer take part.</param>
    /// <param name="probabilities">Destination of the probabilities, softmax of the k logits: as long as <paramref name="indices"/>. 0 where fewer take part.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKSoftmax(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<float> probabilities)
    {
        RowMasks taking = MasksOfRow(logits, mask);
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(mask, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, taking, indices, probabilities, logits.Length, ChoiceOrder.TopKFirst);
    }

    /// <inheritdoc cref="MaskedTopKSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, Span{float})"/>
    public static void MaskedTopKSoftmax(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<double> probabilities)
    {
        RowMasks taking = MasksOfRow(logits, mask);
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(mask, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, taking, indices, probabilities, logits.Length, ChoiceOrder.TopKFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKSoftmax<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRow(logits, mask);
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(mask, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, taking, indices, probabilities, logits.Length, ChoiceOrder.TopKFirst);
    }
#endif

    /// <summary>The indices of the k first logits, in descending order, and softmax of those k, of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>. −1 where fewer take part.</param>
    /// <param name="probabilities">Destination of the probabilities, softmax of the k logits: as long as <paramref name="indices"/>. 0 where fewer take part.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKSoftmaxRows(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<float> probabilities, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), mask, size);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(mask, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }

    /// <inheritdoc cref="MaskedTopKSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, Span{float}, int)"/>
    public static void MaskedTopKSoftmaxRows(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<double> probabilities, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), mask, size);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(mask, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKSoftmaxRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<int> indices, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), mask, size);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(mask, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }
#endif

    /// <summary>The indices of the k first logits, in descending order, and softmax of those k, of the values that take part.</summary>
    /// <param name="logits">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="logits"/>. −1 where fewer take part.</param>
    /// <param name="probabilities">Destination of the probabilities, softmax of the k logits: as long as <paramref name="indices"/>. 0 where fewer take part.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKSoftmax(ReadOnlySpan<float> logits, ulong mask, Span<int> indices, Span<float> probabilities)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(logits, nameof(logits), bits);
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, taking, indices, probabilities, logits.Length, ChoiceOrder.TopKFirst);
    }

    /// <inheritdoc cref="MaskedTopKSoftmax(ReadOnlySpan{float}, ulong, Span{int}, Span{float})"/>
    public static void MaskedTopKSoftmax(ReadOnlySpan<double> logits, ulong mask, Span<int> indices, Span<double> probabilities)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(logits, nameof(logits), bits);
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, taking, indices, probabilities, logits.Length, ChoiceOrder.TopKFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKSoftmax(ReadOnlySpan{float}, ulong, Span{int}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKSoftmax<T>(ReadOnlySpan<T> logits, ulong mask, Span<int> indices, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(logits, nameof(logits), bits);
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, taking, indices, probabilities, logits.Length, ChoiceOrder.TopKFirst);
    }
#endif

    /// <summary>The indices of the k first logits, in descending order, and softmax of those k, of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>. −1 where fewer take part.</param>
    /// <param name="probabilities">Destination of the probabilities, softmax of the k logits: as long as <paramref name="indices"/>. 0 where fewer take part.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKSoftmaxRows(ReadOnlySpan<float> logits, ulong mask, Span<int> indices, Span<float> probabilities, int size)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(logits, nameof(logits), bits, size, areOfEach: false);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }

    /// <inheritdoc cref="MaskedTopKSoftmaxRows(ReadOnlySpan{float}, ulong, Span{int}, Span{float}, int)"/>
    public static void MaskedTopKSoftmaxRows(ReadOnlySpan<double> logits, ulong mask, Span<int> indices, Span<double> probabilities, int size)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(logits, nameof(logits), bits, size, areOfEach: false);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKSoftmaxRows(ReadOnlySpan{float}, ulong, Span{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKSoftmaxRows<T>(ReadOnlySpan<T> logits, ulong mask, Span<int> indices, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(logits, nameof(logits), bits, size, areOfEach: false);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }
#endif

    /// <summary>The indices of the k first logits, in descending order, and softmax of those k, of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>. −1 where fewer take part.</param>
    /// <param name="probabilities">Destination of the probabilities, softmax of the k logits: as long as <paramref name="indices"/>. 0 where fewer take part.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out, but for the indices: none that is left out is ever given.</remarks>
    public static void MaskedTopKSoftmaxRows(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> masks, Span<int> indices, Span<float> probabilities, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), masks, size, areOfEach: true);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(masks, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }

    /// <inheritdoc cref="MaskedTopKSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, Span{float}, int)"/>
    public static void MaskedTopKSoftmaxRows(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> masks, Span<int> indices, Span<double> probabilities, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), masks, size, areOfEach: true);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(masks, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedTopKSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedTopKSoftmaxRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<ulong> masks, Span<int> indices, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), masks, size, areOfEach: true);
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        CheckApart(masks, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, taking, indices, probabilities, size, ChoiceOrder.TopKFirst);
    }
#endif
}
