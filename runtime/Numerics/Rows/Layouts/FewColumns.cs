using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Fewer columns than lanes: as many blocks as a register has lanes are turned, so that a register holds one value of each block; what is no such number of
/// blocks, or too much to turn, and what other columns leave over is put together piece by piece.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Blocks of so many values at most are turned, 64 KB of the stack. Softmax of 3 columns of 256 floats (512 bits), ns a column: 196 turned, 437 piece by piece.</summary>
    private const int MostValuesTurned = 1024;

    /// <summary>The last few columns of each block: groups of them, of as many blocks as it takes.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void PutTogether<TGroup, TRow, TResult>(
        TGroup group, TRow one, ReadOnlySpan<T> source, Span<TResult> destination, int size, int columns, int results, int few, ref T block)
        where TGroup : struct, IGroup<TResult>
        where TRow : struct, IRowOperation<T, TResult>
        where TResult : unmanaged
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int all = source.Length / (size * columns) * few;
        T[]? pooled = size <= RegistersPerTotal ? null : ArrayPool<T>.Shared.Rent(size * lanes.Count);
        ref T pieces = ref (pooled is null ? ref block : ref pooled[0]);
        Span<TResult> registerOfResults = stackalloc TResult[WidestRegister];
        ref TResult written = ref (results == 1 ? ref MemoryMarshal.GetReference(registerOfResults) : ref Unsafe.As<T, TResult>(ref pieces));
        int turned = few == columns && size <= RegistersPerTotal && MayTurn(size * columns) ? all - (all % (columns * lanes.Count)) : 0;
        for (int first = 0; first < turned; first += columns * lanes.Count)
        {
            if (!Turned(
                group, ref Unsafe.Add(ref MemoryMarshal.GetReference(source), first * size), size, columns, ref Unsafe.Add(ref MemoryMarshal.GetReference(destination), first * results), results, ref block))
            {
                OneByOne(one, source, destination, size, columns, results, few, first, columns * lanes.Count);
            }
        }

        for (int first = turned; first < all; first += lanes.Count)
        {
            int count = Math.Min(lanes.Count, all - first);
            if (2 * count > lanes.Count)
            {
                CopyPieces(ref MemoryMarshal.GetReference(source), ref pieces, size, columns, few, first, count, isOut: false);
                Pad(ref pieces, size, count);
                if (group.Write(ref pieces, lanes.Count, size, ref written, ref block))
                {
                    CopyPieces(ref MemoryMarshal.GetReference(destination), ref written, results, columns, few, first, count, isOut: true);
                    continue;
                }
            }

            OneByOne(one, source, destination, size, columns, results, few, first, count);
        }

        if (pooled is not null)
        {
            ArrayPool<T>.Shared.Return(pooled);
        }
    }

    /// <summary>Copies a group between the blocks and memory of its own, a register a value: piece by piece, each of one block.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void CopyPieces<TElement>(ref TElement blocks, ref TElement group, int size, int columns, int few, int first, int count, bool isOut)
        where TElement : unmanaged
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int column = first % few;
        int number = first / few;
        for (int lane = 0; lane < count;)
        {
            int length = Math.Min(few - column, count - lane);
            ref TElement piece = ref Unsafe.Add(ref blocks, (number * size * columns) + columns - few + column);
            ref TElement copy = ref Unsafe.Add(ref group, lane);
            for (int i = 0; i < size; i++)
            {
                ref TElement there = ref Unsafe.Add(ref piece, i * (nint)columns);
                ref TElement here = ref Unsafe.Add(ref copy, i * (nint)default(TLanes).Count);
                if (isOut)
                {
                    CopyPiece(ref here, ref there, length);
                }
                else
                {
                    CopyPiece(ref there, ref here, length);
                }
            }

            lane += length;
            column = 0;
            number++;
        }
    }

    /// <summary>A few elements: 16 bytes at a time, of which the last overlap those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPiece<TElement>(ref TElement source, ref TElement destination, int count)
        where TElement : unmanaged
    {
        int step = Unsafe.SizeOf<ExactTotal>() / Unsafe.SizeOf<TElement>();
        if (count < step)
        {
            for (int i = 0; i < count; i++)
            {
                Unsafe.Add(ref destination, i) = Unsafe.Add(ref source, i);
            }

            return;
        }

        for (int i = 0; i < count - step; i += step)
        {
            Copy16(ref Unsafe.Add(ref source, i), ref Unsafe.Add(ref destination, i));
        }

        Copy16(ref Unsafe.Add(ref source, count - step), ref Unsafe.Add(ref destination, count - step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy16<TElement>(ref TElement source, ref TElement destination)
        where TElement : unmanaged =>
        Unsafe.WriteUnaligned(ref Unsafe.As<TElement, byte>(ref destination), Unsafe.ReadUnaligned<ExactTotal>(ref Unsafe.As<TElement, byte>(ref source)));

    /// <summary>Ordinary values in the lanes that no column has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pad(ref T group, int size, int count)
    {
        for (int i = 0; i < size; i++)
        {
            for (int lane = count; lane < default(TLanes).Count; lane++)
            {
                Unsafe.Add(ref group, (i * (nint)default(TLanes).Count) + lane) = default(TFormat).Zero;
            }
        }
    }

    /// <summary>Whether there is what turns blocks of so many values at this register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayTurn(int size) => Unsafe.SizeOf<TVector>() > 2 * Unsafe.SizeOf<T>() && AreColumnsOf(size) && size <= MostValuesTurned;

    /// <summary>As many blocks as there are lanes; false, and nothing written, where one of their columns is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static bool Turned<TGroup, TResult>(TGroup group, ref T source, int size, int columns, ref TResult destination, int results, ref T block)
        where TGroup : struct, IGroup<TResult>
        where TResult : unmanaged
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int values = size * columns;
        Span<T> memory = stackalloc T[MemoryOfColumns(values)];
        ref T turned = ref Aligned(memory);
        Span<TResult> found = stackalloc TResult[WidestRegister * WidestRegister];
        lanes.LoadColumns(ref source, values, ref turned);
        for (int column = 0; column < columns; column++)
        {
            ref T first = ref Unsafe.Add(ref turned, column * lanes.Count);
            ref TResult written = ref (results == 1 ? ref found[column * lanes.Count] : ref Unsafe.As<T, TResult>(ref first));
            if (!group.Write(ref first, columns * lanes.Count, size, ref written, ref block))
            {
                return false;
            }
        }

        if (results != 1)
        {
            lanes.StoreColumns(ref turned, values, ref Unsafe.As<TResult, T>(ref destination));
            return true;
        }

        for (int lane = 0; lane < lanes.Count; lane++)
        {
            for (int column = 0; column < columns; column++)
            {
                Unsafe.Add(ref destination, (lane * columns) + column) = found[(column * lanes.Count) + lane];
            }
        }

        return true;
    }
}
