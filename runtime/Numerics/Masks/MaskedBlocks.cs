using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <summary>A generated method for rows of one length: the fastest plain method there is for short ones.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TResult">What comes out.</typeparam>
/// <param name="source">The rows.</param>
/// <param name="destination">The results.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void PlainRows<T, TResult>(ReadOnlySpan<T> source, Span<TResult> destination);

/// <summary>
/// Rows with masks, whose lengths have been checked: a block of them is copied without what is left out, where the results will stand or on the stack, and taken by the plain
/// method there.
/// </summary>
/// <typeparam name="TWidest">The dispatch of the plain method.</typeparam>
/// <typeparam name="TMasked">The dispatch with masks.</typeparam>
/// <typeparam name="T">The element.</typeparam>
internal static class MaskedBlocks<TWidest, TMasked, T>
    where TWidest : struct, IWidest<T>
    where TMasked : struct, IWidestMasked<T>
    where T : unmanaged, IEquatable<T>
{
    private const int BytesOfLine = 64;
    private const int BytesOfBlock = 16 * 1024;

    /// <summary>Operations with as many results as values.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    public static void ToRows<TOperation>(ReadOnlySpan<T> values, in RowMasks masks, Span<T> results, int size, PlainRows<T, T>? plain)
        where TOperation : struct, IRowOperation<T, T>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<byte> room = stackalloc byte[RowMasks.Room];
        int length = masks.RowsOfBlock(values.Length, BytesOfLine / Unsafe.SizeOf<T>()) * size;
        for (int i = 0; i < values.Length; i += length)
        {
            Span<T> block = results.Slice(i, Math.Min(length, values.Length - i));
            default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(values.Slice(i, block.Length), ref masks.Block(i, block.Length, room), block);
            if (plain is null)
            {
                Rows.ToRows<TWidest, TOperation, T>(default, block, block, size);
            }
            else
            {
                plain(block, block);
            }
        }
    }

    /// <summary>Operations with one result a row.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="results">One for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <param name="plain">What takes a block, where it is not the library.</param>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    public static void ToValues<TOperation, TMaskedOperation, TResult>(ReadOnlySpan<T> values, in RowMasks masks, Span<TResult> results, int size, PlainRows<T, TResult>? plain)
        where TOperation : struct, IRowOperation<T, TResult>
        where TMaskedOperation : struct, IMaskedOperation<T, TResult>
        where TResult : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<byte> room = stackalloc byte[RowMasks.Room];
        Span<byte> bytes = stackalloc byte[BytesOfBlock];
        Span<T> copies = MemoryMarshal.Cast<byte, T>(bytes);
        int length = masks.RowsOfBlock(values.Length, BytesOfLine / Unsafe.SizeOf<T>()) * size;
        for (int i = 0; i < values.Length; i += length)
        {
            int count = Math.Min(length, values.Length - i);
            ref byte mask = ref masks.Block(i, count, room);
            if (count > copies.Length)
            {
                // A row of which no block holds one.
                results[i / size] = default(TMasked).Row<TMaskedOperation, TResult>(values.Slice(i, size), ref mask, default);
                continue;
            }

            Span<T> block = copies.Slice(0, count);
            Span<TResult> ofBlock = results.Slice(i / size, count / size);
            default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(values.Slice(i, count), ref mask, block);
            if (plain is null)
            {
                Rows.ToValues<TWidest, TOperation, T, TResult>(default, block, ofBlock, size);
            }
            else
            {
                plain(block, ofBlock);
            }

            if (typeof(TResult) == typeof(int))
            {
                LeaveOutIndices(block, ref mask, MemoryMarshal.Cast<TResult, int>(ofBlock), size);
            }
        }
    }

    /// <summary>Where the maximum is −∞, the first may be one that is left out: then it is the first that takes part, or −1.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LeaveOutIndices(Span<T> block, ref byte mask, Span<int> indices, int size)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        ref T values = ref MemoryMarshal.GetReference(block);
        bool isAnyAbsent = false;
        for (int row = 0; row < indices.Length; row++)
        {
            isAnyAbsent |= IsAbsent(ref Unsafe.Add(ref values, (row * size) + indices[row]));
        }

        for (int row = 0; isAnyAbsent && row < indices.Length; row++)
        {
            if (IsAbsent(ref Unsafe.Add(ref values, (row * size) + indices[row])))
            {
                indices[row] = MaskBytes.FirstTakingPart(ref Unsafe.Add(ref mask, row * size), size);
            }
        }
    }

    /// <summary>Whether it is −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAbsent(ref T value) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Unsafe.As<T, int>(ref value) == unchecked((int)0xFF800000)
        : Unsafe.As<T, long>(ref value) == unchecked((long)0xFFF0000000000000);
}
