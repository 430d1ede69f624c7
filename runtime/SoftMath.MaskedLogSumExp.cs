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
    /// <summary>Log-sum-exp of the values that take part: log Σ exp(xᵢ), the smooth maximum.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="values"/>.</param>
    /// <returns>Log Σ exp(xᵢ), in nats.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>The bits of <see cref="LogSumExp(ReadOnlySpan{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, the result is −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float MaskedLogSumExp(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        return values.IsEmpty ? float.NegativeInfinity : default(WidestMaskedSingle).Row<MaskedLogSumExpOperation<float, FlagMask>, float>(values, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), default);
    }

    /// <inheritdoc cref="MaskedLogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static double MaskedLogSumExp(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        return values.IsEmpty ? double.NegativeInfinity : default(WidestMaskedDouble).Row<MaskedLogSumExpOperation<double, FlagMask>, double>(values, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static T MaskedLogSumExp<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return Widened<T>.Rounded(MaskedLogSumExp((ReadOnlySpan<float>)copy.Values, mask));
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return Widened<T>.Rounded(MaskedLogSumExp((ReadOnlySpan<double>)copy.Values, mask));
        }
    }
#endif

    /// <summary>Log-sum-exp of the values that take part: log Σ exp(xᵢ), the smooth maximum.</summary>
    /// <param name="values">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <returns>Log Σ exp(xᵢ), in nats.</returns>
    /// <exception cref="ArgumentException">There are more than 64 values.</exception>
    /// <remarks>The bits of <see cref="LogSumExp(ReadOnlySpan{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, the result is −∞.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float MaskedLogSumExp(ReadOnlySpan<float> values, ulong mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        return values.IsEmpty ? float.NegativeInfinity : default(WidestMaskedSingle).Row<MaskedLogSumExpOperation<float, BitMask>, float>(values, ref Unsafe.As<ulong, byte>(ref mask), default);
    }

    /// <inheritdoc cref="MaskedLogSumExp(ReadOnlySpan{float}, ulong)"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static double MaskedLogSumExp(ReadOnlySpan<double> values, ulong mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        return values.IsEmpty ? double.NegativeInfinity : default(WidestMaskedDouble).Row<MaskedLogSumExpOperation<double, BitMask>, double>(values, ref Unsafe.As<ulong, byte>(ref mask), default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSumExp(ReadOnlySpan{float}, ulong)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static T MaskedLogSumExp<T>(ReadOnlySpan<T> values, ulong mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return Widened<T>.Rounded(MaskedLogSumExp((ReadOnlySpan<float>)copy.Values, mask));
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return Widened<T>.Rounded(MaskedLogSumExp((ReadOnlySpan<double>)copy.Values, mask));
        }
    }
#endif

    /// <summary>Log-sum-exp of the values that take part: log Σ exp(xᵢ), the smooth maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="results">Log Σ exp(xᵢ), in nats: one for each row.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSumExp(ReadOnlySpan{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, the result is −∞.</remarks>
    public static void MaskedLogSumExpRows(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, Span<float> results, int size) =>
        MaskedRows.LogSumExp(values, mask, results, size, plain: null);

    /// <inheritdoc cref="MaskedLogSumExpRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int)"/>
    public static void MaskedLogSumExpRows(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<double> results, int size) =>
        MaskedRows.LogSumExp(values, mask, results, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSumExpRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedLogSumExpRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        KernelThrow.IfSharingMemory(mask, results, nameof(results));
        WidenedMasks<T>.Fold(
            values,
            mask,
            results,
            size,
            static (rows, masks, results, size) => MaskedRows.LogSumExp(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.LogSumExp(rows, masks, results, size, plain: null));
    }
#endif

    /// <summary>Log-sum-exp of the values that take part: log Σ exp(xᵢ), the smooth maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="results">Log Σ exp(xᵢ), in nats: one for each row.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSumExp(ReadOnlySpan{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, the result is −∞.</remarks>
    public static void MaskedLogSumExpRows(ReadOnlySpan<float> values, ulong mask, Span<float> results, int size) =>
        MaskedRows.LogSumExp(values, mask, results, size, plain: null);

    /// <inheritdoc cref="MaskedLogSumExpRows(ReadOnlySpan{float}, ulong, Span{float}, int)"/>
    public static void MaskedLogSumExpRows(ReadOnlySpan<double> values, ulong mask, Span<double> results, int size) =>
        MaskedRows.LogSumExp(values, mask, results, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSumExpRows(ReadOnlySpan{float}, ulong, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedLogSumExpRows<T>(ReadOnlySpan<T> values, ulong mask, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedMasks<T>.Fold<ulong>(
            values,
            [mask],
            results,
            size,
            static (rows, masks, results, size) => MaskedRows.LogSumExp(rows, masks[0], results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.LogSumExp(rows, masks[0], results, size, plain: null));
    }
#endif

    /// <summary>Log-sum-exp of the values that take part: log Σ exp(xᵢ), the smooth maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, a number for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="results">Log Σ exp(xᵢ), in nats: one for each row.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="LogSumExp(ReadOnlySpan{float})"/> with −∞ in place of what is left out, whatever stands there: a NaN that takes no part is not seen. Where nothing takes part, the result is −∞.</remarks>
    public static void MaskedLogSumExpRows(ReadOnlySpan<float> values, ReadOnlySpan<ulong> masks, Span<float> results, int size) =>
        MaskedRows.LogSumExp(values, masks, results, size, plain: null);

    /// <inheritdoc cref="MaskedLogSumExpRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{float}, int)"/>
    public static void MaskedLogSumExpRows(ReadOnlySpan<double> values, ReadOnlySpan<ulong> masks, Span<double> results, int size) =>
        MaskedRows.LogSumExp(values, masks, results, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedLogSumExpRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedLogSumExpRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<ulong> masks, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        KernelThrow.IfSharingMemory(masks, results, nameof(results));
        WidenedMasks<T>.Fold(
            values,
            masks,
            results,
            size,
            static (rows, masks, results, size) => MaskedRows.LogSumExp(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.LogSumExp(rows, masks, results, size, plain: null));
    }
#endif
}
