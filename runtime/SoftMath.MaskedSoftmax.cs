using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Softmax of the values that take part: exp(xᵢ) / Σ exp(xⱼ), and 0 for the others.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="logits"/>.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together, or the results share memory with the mask. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are 0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedSoftmax(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedSingle).Row<MaskedSoftmaxOperation<float, FlagMask>, float>(logits, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), probabilities);
        }
    }

    /// <inheritdoc cref="MaskedSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedSoftmax(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedDouble).Row<MaskedSoftmaxOperation<double, FlagMask>, double>(logits, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), probabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void MaskedSoftmax<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            MaskedSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(probabilities);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            MaskedSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(probabilities);
        }
    }
#endif

    /// <summary>Softmax of the values that take part: exp(xᵢ) / Σ exp(xⱼ), and 0 for the others.</summary>
    /// <param name="logits">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">There are more than 64 values, or the lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are 0.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedSoftmax(ReadOnlySpan<float> logits, ulong mask, Span<float> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedSingle).Row<MaskedSoftmaxOperation<float, BitMask>, float>(logits, ref Unsafe.As<ulong, byte>(ref mask), probabilities);
        }
    }

    /// <inheritdoc cref="MaskedSoftmax(ReadOnlySpan{float}, ulong, Span{float})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedSoftmax(ReadOnlySpan<double> logits, ulong mask, Span<double> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedDouble).Row<MaskedSoftmaxOperation<double, BitMask>, double>(logits, ref Unsafe.As<ulong, byte>(ref mask), probabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSoftmax(ReadOnlySpan{float}, ulong, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void MaskedSoftmax<T>(ReadOnlySpan<T> logits, ulong mask, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLongerThanBits(logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            MaskedSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(probabilities);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            MaskedSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(probabilities);
        }
    }
#endif

    /// <summary>Softmax of the values that take part: exp(xᵢ) / Σ exp(xⱼ), and 0 for the others. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are 0.</remarks>
    public static void MaskedSoftmaxRows(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> probabilities, int size) =>
        MaskedRows.Softmax(logits, mask, probabilities, size, plain: null);

    /// <inheritdoc cref="MaskedSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int)"/>
    public static void MaskedSoftmaxRows(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> probabilities, int size) =>
        MaskedRows.Softmax(logits, mask, probabilities, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedSoftmaxRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNeither(size, logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
        WidenedMasks<T>.Fill(
            logits,
            mask,
            probabilities,
            size,
            static (rows, masks, results, size) => MaskedRows.Softmax(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.Softmax(rows, masks, results, size, plain: null));
    }
#endif

    /// <summary>Softmax of the values that take part: exp(xᵢ) / Σ exp(xⱼ), and 0 for the others. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are 0.</remarks>
    public static void MaskedSoftmaxRows(ReadOnlySpan<float> logits, ulong mask, Span<float> probabilities, int size) =>
        MaskedRows.Softmax(logits, mask, probabilities, size, plain: null);

    /// <inheritdoc cref="MaskedSoftmaxRows(ReadOnlySpan{float}, ulong, Span{float}, int)"/>
    public static void MaskedSoftmaxRows(ReadOnlySpan<double> logits, ulong mask, Span<double> probabilities, int size) =>
        MaskedRows.Softmax(logits, mask, probabilities, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSoftmaxRows(ReadOnlySpan{float}, ulong, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedSoftmaxRows<T>(ReadOnlySpan<T> logits, ulong mask, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        WidenedMasks<T>.Fill<ulong>(
            logits,
            [mask],
            probabilities,
            size,
            static (rows, masks, results, size) => MaskedRows.Softmax(rows, masks[0], results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.Softmax(rows, masks[0], results, size, plain: null));
    }
#endif

    /// <summary>Softmax of the values that take part: exp(xᵢ) / Σ exp(xⱼ), and 0 for the others. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, a number for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are 0.</remarks>
    public static void MaskedSoftmaxRows(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> masks, Span<float> probabilities, int size) =>
        MaskedRows.Softmax(logits, masks, probabilities, size, plain: null);

    /// <inheritdoc cref="MaskedSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{float}, int)"/>
    public static void MaskedSoftmaxRows(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> masks, Span<double> probabilities, int size) =>
        MaskedRows.Softmax(logits, masks, probabilities, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedSoftmaxRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<ulong> masks, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(masks, probabilities, nameof(probabilities));
        WidenedMasks<T>.Fill(
            logits,
            masks,
            probabilities,
            size,
            static (rows, masks, results, size) => MaskedRows.Softmax(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.Softmax(rows, masks, results, size, plain: null));
    }
#endif
}
