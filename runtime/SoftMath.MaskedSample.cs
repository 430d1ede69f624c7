using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value that takes part.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="logits"/>.</param>
    /// <param name="uniform">u, from 0 to below 1.</param>
    /// <returns>The index that is drawn; −1 where nothing has weight.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 0 to below 1.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out: that is never drawn.</remarks>
    public static int MaskedSample(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, double uniform)
    {
        RowMasks taking = MasksOfRow(logits, mask);
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, taking, uniform);
    }

    /// <inheritdoc cref="MaskedSample(ReadOnlySpan{float}, ReadOnlySpan{bool}, double)"/>
    public static int MaskedSample(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, double uniform)
    {
        RowMasks taking = MasksOfRow(logits, mask);
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, taking, uniform);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSample(ReadOnlySpan{float}, ReadOnlySpan{bool}, double)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static int MaskedSample<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, double uniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRow(logits, mask);
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return WidenedChoices<T>.Sample(logits, T.One, taking, uniform);
    }
#endif

    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value that takes part. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="uniforms">u, from 0 to below 1: one for each row.</param>
    /// <param name="indices">Destination of the indices that are drawn: one for each row. −1 where nothing has weight.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or a number is not from 0 to below 1. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out: that is never drawn.</remarks>
    public static void MaskedSampleRows(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), mask, size);
        CheckSamples(logits, uniforms, indices, size);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, taking, uniforms, indices, size);
    }

    /// <inheritdoc cref="MaskedSampleRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void MaskedSampleRows(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), mask, size);
        CheckSamples(logits, uniforms, indices, size);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, taking, uniforms, indices, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSampleRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, ReadOnlySpan{double}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedSampleRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), mask, size);
        CheckSamples(logits, uniforms, indices, size);
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        WidenedChoices<T>.Sample(logits, T.One, taking, uniforms, indices, size);
    }
#endif

    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value that takes part.</summary>
    /// <param name="logits">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="uniform">u, from 0 to below 1.</param>
    /// <returns>The index that is drawn; −1 where nothing has weight.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 0 to below 1.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out: that is never drawn.</remarks>
    public static int MaskedSample(ReadOnlySpan<float> logits, ulong mask, double uniform)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(logits, nameof(logits), bits);
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, taking, uniform);
    }

    /// <inheritdoc cref="MaskedSample(ReadOnlySpan{float}, ulong, double)"/>
    public static int MaskedSample(ReadOnlySpan<double> logits, ulong mask, double uniform)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(logits, nameof(logits), bits);
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, taking, uniform);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSample(ReadOnlySpan{float}, ulong, double)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static int MaskedSample<T>(ReadOnlySpan<T> logits, ulong mask, double uniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRow(logits, nameof(logits), bits);
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return WidenedChoices<T>.Sample(logits, T.One, taking, uniform);
    }
#endif

    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value that takes part. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="uniforms">u, from 0 to below 1: one for each row.</param>
    /// <param name="indices">Destination of the indices that are drawn: one for each row. −1 where nothing has weight.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64, or a number is not from 0 to below 1. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out: that is never drawn.</remarks>
    public static void MaskedSampleRows(ReadOnlySpan<float> logits, ulong mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(logits, nameof(logits), bits, size, areOfEach: false);
        CheckSamples(logits, uniforms, indices, size);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, taking, uniforms, indices, size);
    }

    /// <inheritdoc cref="MaskedSampleRows(ReadOnlySpan{float}, ulong, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void MaskedSampleRows(ReadOnlySpan<double> logits, ulong mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(logits, nameof(logits), bits, size, areOfEach: false);
        CheckSamples(logits, uniforms, indices, size);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, taking, uniforms, indices, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSampleRows(ReadOnlySpan{float}, ulong, ReadOnlySpan{double}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedSampleRows<T>(ReadOnlySpan<T> logits, ulong mask, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<ulong> bits = stackalloc ulong[] { mask };
        RowMasks taking = MasksOfRows(logits, nameof(logits), bits, size, areOfEach: false);
        CheckSamples(logits, uniforms, indices, size);
        WidenedChoices<T>.Sample(logits, T.One, taking, uniforms, indices, size);
    }
#endif

    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value that takes part. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="uniforms">u, from 0 to below 1: one for each row.</param>
    /// <param name="indices">Destination of the indices that are drawn: one for each row. −1 where nothing has weight.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64, or a number is not from 0 to below 1. Nothing has been written.</exception>
    /// <remarks>As without a mask, with −∞ in place of what is left out: that is never drawn.</remarks>
    public static void MaskedSampleRows(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), masks, size, areOfEach: true);
        CheckSamples(logits, uniforms, indices, size);
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, taking, uniforms, indices, size);
    }

    /// <inheritdoc cref="MaskedSampleRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void MaskedSampleRows(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), masks, size, areOfEach: true);
        CheckSamples(logits, uniforms, indices, size);
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, taking, uniforms, indices, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSampleRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, ReadOnlySpan{double}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedSampleRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<ulong> masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowMasks taking = MasksOfRows(logits, nameof(logits), masks, size, areOfEach: true);
        CheckSamples(logits, uniforms, indices, size);
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        WidenedChoices<T>.Sample(logits, T.One, taking, uniforms, indices, size);
    }
#endif
}
