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
    /// <summary>Log-softmax of the values that take part: xᵢ − log Σ exp(xⱼ), and −∞ for the others.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="logits"/>.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together, or the results share memory with the mask. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedLogSoftmax(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(mask, logProbabilities, nameof(logProbabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedSingle).Row<MaskedLogSoftmaxOperation<float, FlagMask>, float>(logits, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), logProbabilities);
        }
    }

    /// <inheritdoc cref="MaskedLogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedLogSoftmax(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(mask, logProbabilities, nameof(logProbabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedDouble).Row<MaskedLogSoftmaxOperation<double, FlagMask>, double>(logits, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), logProbabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void MaskedLogSoftmax<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<T> logProbabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(mask, logProbabilities, nameof(logProbabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            MaskedLogSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(logProbabilities);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            MaskedLogSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(logProbabilities);
        }
    }
#endif

    /// <summary>Log-softmax of the values that take part: xᵢ − log Σ exp(xⱼ), and −∞ for the others.</summary>
    /// <param name="logits">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">There are more than 64 values, or the lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedLogSoftmax(ReadOnlySpan<float> logits, ulong mask, Span<float> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedSingle).Row<MaskedLogSoftmaxOperation<float, BitMask>, float>(logits, ref Unsafe.As<ulong, byte>(ref mask), logProbabilities);
        }
    }

    /// <inheritdoc cref="MaskedLogSoftmax(ReadOnlySpan{float}, ulong, Span{float})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static void MaskedLogSoftmax(ReadOnlySpan<double> logits, ulong mask, Span<double> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (!logits.IsEmpty)
        {
            default(WidestMaskedDouble).Row<MaskedLogSoftmaxOperation<double, BitMask>, double>(logits, ref Unsafe.As<ulong, byte>(ref mask), logProbabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSoftmax(ReadOnlySpan{float}, ulong, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void MaskedLogSoftmax<T>(ReadOnlySpan<T> logits, ulong mask, Span<T> logProbabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLongerThanBits(logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            MaskedLogSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(logProbabilities);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            MaskedLogSoftmax(copy.Values, mask, copy.Values);
            copy.CopyTo(logProbabilities);
        }
    }
#endif

    /// <summary>Log-softmax of the values that take part: xᵢ − log Σ exp(xⱼ), and −∞ for the others. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are −∞.</remarks>
    public static void MaskedLogSoftmaxRows(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> logProbabilities, int size) =>
        MaskedRows.LogSoftmax(logits, mask, logProbabilities, size, plain: null);

    /// <inheritdoc cref="MaskedLogSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int)"/>
    public static void MaskedLogSoftmaxRows(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> logProbabilities, int size) =>
        MaskedRows.LogSoftmax(logits, mask, logProbabilities, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedLogSoftmaxRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<bool> mask, Span<T> logProbabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNeither(size, logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(mask, logProbabilities, nameof(logProbabilities));
        WidenedMasks<T>.Fill(
            logits,
            mask,
            logProbabilities,
            size,
            static (rows, masks, results, size) => MaskedRows.LogSoftmax(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.LogSoftmax(rows, masks, results, size, plain: null));
    }
#endif

    /// <summary>Log-softmax of the values that take part: xᵢ − log Σ exp(xⱼ), and −∞ for the others. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are −∞.</remarks>
    public static void MaskedLogSoftmaxRows(ReadOnlySpan<float> logits, ulong mask, Span<float> logProbabilities, int size) =>
        MaskedRows.LogSoftmax(logits, mask, logProbabilities, size, plain: null);

    /// <inheritdoc cref="MaskedLogSoftmaxRows(ReadOnlySpan{float}, ulong, Span{float}, int)"/>
    public static void MaskedLogSoftmaxRows(ReadOnlySpan<double> logits, ulong mask, Span<double> logProbabilities, int size) =>
        MaskedRows.LogSoftmax(logits, mask, logProbabilities, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSoftmaxRows(ReadOnlySpan{float}, ulong, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedLogSoftmaxRows<T>(ReadOnlySpan<T> logits, ulong mask, Span<T> logProbabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        WidenedMasks<T>.Fill<ulong>(
            logits,
            [mask],
            logProbabilities,
            size,
            static (rows, masks, results, size) => MaskedRows.LogSoftmax(rows, masks[0], results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.LogSoftmax(rows, masks[0], results, size, plain: null));
    }
#endif

    /// <summary>Log-softmax of the values that take part: xᵢ − log Σ exp(xⱼ), and −∞ for the others. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, a number for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, all results are −∞.</remarks>
    public static void MaskedLogSoftmaxRows(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> masks, Span<float> logProbabilities, int size) =>
        MaskedRows.LogSoftmax(logits, masks, logProbabilities, size, plain: null);

    /// <inheritdoc cref="MaskedLogSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{float}, int)"/>
    public static void MaskedLogSoftmaxRows(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> masks, Span<double> logProbabilities, int size) =>
        MaskedRows.LogSoftmax(logits, masks, logProbabilities, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSoftmaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedLogSoftmaxRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<ulong> masks, Span<T> logProbabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(masks, logProbabilities, nameof(logProbabilities));
        WidenedMasks<T>.Fill(
            logits,
            masks,
            logProbabilities,
            size,
            static (rows, masks, results, size) => MaskedRows.LogSoftmax(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.LogSoftmax(rows, masks, results, size, plain: null));
    }
#endif
}
