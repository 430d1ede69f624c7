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
    /// <summary>The index of the first maximum of the values that take part.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="mask">Which values take part: those that are <see langword="true"/>; as long as <paramref name="values"/>.</param>
    /// <returns>The index of the first maximum of what takes part: of the first NaN where there is one, −1 where nothing takes part.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Exact; −0 equals +0. An index that is left out is never given: where only −∞ takes part, it is that of the first of them.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static int MaskedArgMax(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        return values.IsEmpty ? -1 : default(WidestMaskedSingle).Row<MaskedArgMaxOperation<float, FlagMask>, int>(values, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), default);
    }

    /// <inheritdoc cref="MaskedArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool})"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static int MaskedArgMax(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(values.Length, mask.Length, nameof(mask));
        return values.IsEmpty ? -1 : default(WidestMaskedDouble).Row<MaskedArgMaxOperation<double, FlagMask>, int>(values, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static int MaskedArgMax<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return MaskedArgMax((ReadOnlySpan<float>)copy.Values, mask);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return MaskedArgMax((ReadOnlySpan<double>)copy.Values, mask);
        }
    }
#endif

    /// <summary>The index of the first maximum of the values that take part.</summary>
    /// <param name="values">The row, of any length up to 64.</param>
    /// <param name="mask">Which values take part: bit i says it of value i. Further bits mean nothing.</param>
    /// <returns>The index of the first maximum of what takes part: of the first NaN where there is one, −1 where nothing takes part.</returns>
    /// <exception cref="ArgumentException">There are more than 64 values.</exception>
    /// <remarks>Exact; −0 equals +0. An index that is left out is never given: where only −∞ takes part, it is that of the first of them.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static int MaskedArgMax(ReadOnlySpan<float> values, ulong mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        return values.IsEmpty ? -1 : default(WidestMaskedSingle).Row<MaskedArgMaxOperation<float, BitMask>, int>(values, ref Unsafe.As<ulong, byte>(ref mask), default);
    }

    /// <inheritdoc cref="MaskedArgMax(ReadOnlySpan{float}, ulong)"/>
    [MethodImpl(KernelOptions.Optimized)]
    public static int MaskedArgMax(ReadOnlySpan<double> values, ulong mask)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLongerThanBits(values.Length, nameof(values));
        return values.IsEmpty ? -1 : default(WidestMaskedDouble).Row<MaskedArgMaxOperation<double, BitMask>, int>(values, ref Unsafe.As<ulong, byte>(ref mask), default);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedArgMax(ReadOnlySpan{float}, ulong)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static int MaskedArgMax<T>(ReadOnlySpan<T> values, ulong mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            return MaskedArgMax((ReadOnlySpan<float>)copy.Values, mask);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            return MaskedArgMax((ReadOnlySpan<double>)copy.Values, mask);
        }
    }
#endif

    /// <summary>The index of the first maximum of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: <paramref name="size"/> for all rows, or as many as the matrix has values.</param>
    /// <param name="indices">The index of the first maximum of what takes part: of the first NaN where there is one, −1 where nothing takes part: one for each row.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <remarks>Exact; −0 equals +0. An index that is left out is never given: where only −∞ takes part, it is that of the first of them.</remarks>
    public static void MaskedArgMaxRows(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, Span<int> indices, int size) =>
        MaskedRows.ArgMax(values, mask, indices, size, plain: null);

    /// <inheritdoc cref="MaskedArgMaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int)"/>
    public static void MaskedArgMaxRows(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<int> indices, int size) =>
        MaskedRows.ArgMax(values, mask, indices, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedArgMaxRows(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedArgMaxRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> mask, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        WidenedMasks<T>.Indices(
            values,
            mask,
            indices,
            size,
            static (rows, masks, results, size) => MaskedRows.ArgMax(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.ArgMax(rows, masks, results, size, plain: null));
    }
#endif

    /// <summary>The index of the first maximum of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="mask">Which values take part: bit i says it of value i of each row. Further bits mean nothing.</param>
    /// <param name="indices">The index of the first maximum of what takes part: of the first NaN where there is one, −1 where nothing takes part: one for each row.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>Exact; −0 equals +0. An index that is left out is never given: where only −∞ takes part, it is that of the first of them.</remarks>
    public static void MaskedArgMaxRows(ReadOnlySpan<float> values, ulong mask, Span<int> indices, int size) =>
        MaskedRows.ArgMax(values, mask, indices, size, plain: null);

    /// <inheritdoc cref="MaskedArgMaxRows(ReadOnlySpan{float}, ulong, Span{int}, int)"/>
    public static void MaskedArgMaxRows(ReadOnlySpan<double> values, ulong mask, Span<int> indices, int size) =>
        MaskedRows.ArgMax(values, mask, indices, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedArgMaxRows(ReadOnlySpan{float}, ulong, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedArgMaxRows<T>(ReadOnlySpan<T> values, ulong mask, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        WidenedMasks<T>.Indices<ulong>(
            values,
            [mask],
            indices,
            size,
            static (rows, masks, results, size) => MaskedRows.ArgMax(rows, masks[0], results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.ArgMax(rows, masks[0], results, size, plain: null));
    }
#endif

    /// <summary>The index of the first maximum of the values that take part. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="masks">Which values take part, a number for each row: bit i says it of value i. Further bits mean nothing.</param>
    /// <param name="indices">The index of the first maximum of what takes part: of the first NaN where there is one, −1 where nothing takes part: one for each row.</param>
    /// <param name="size">The number of values in a row: at least 1, at most 64.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap, or what is written shares memory with the mask. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or above 64. Nothing has been written.</exception>
    /// <remarks>Exact; −0 equals +0. An index that is left out is never given: where only −∞ takes part, it is that of the first of them.</remarks>
    public static void MaskedArgMaxRows(ReadOnlySpan<float> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size) =>
        MaskedRows.ArgMax(values, masks, indices, size, plain: null);

    /// <inheritdoc cref="MaskedArgMaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, int)"/>
    public static void MaskedArgMaxRows(ReadOnlySpan<double> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size) =>
        MaskedRows.ArgMax(values, masks, indices, size, plain: null);

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaskedArgMaxRows(ReadOnlySpan{float}, ReadOnlySpan{ulong}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaskedArgMaxRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        WidenedMasks<T>.Indices(
            values,
            masks,
            indices,
            size,
            static (rows, masks, results, size) => MaskedRows.ArgMax(rows, masks, results, size, plain: null),
            static (rows, masks, results, size) => MaskedRows.ArgMax(rows, masks, results, size, plain: null));
    }
#endif
}
