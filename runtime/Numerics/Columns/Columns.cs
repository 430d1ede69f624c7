#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>
/// A block of a few columns and as many rows as a register has lanes, turned in registers: one 128-bit load a row, put together to
/// whole registers, then transposed within their 128-bit lanes.
/// </summary>
/// <remarks>
/// Rows are no shorter than those 128 bits: shorter ones are unrolled, with loads of whole registers. The last row is handed over apart.
/// </remarks>
internal interface IColumnBlock<T>
{
    int Rows { get; }

    int Columns { get; }

    /// <summary>columns[column · Rows + row] = rows[row · size + column], and <paramref name="last"/>[column] for the last row.</summary>
    void ToColumns(ref T rows, int size, Vector128<T> last, ref T columns);

    /// <summary>rows[row · size + column] = columns[column · Rows + row], but for the last row, which is returned.</summary>
    Vector128<T> ToRows(ref T columns, ref T rows, int size);
}

/// <summary>Turns rows into columns and back, block by block; the last block overlaps the one before it.</summary>
internal static class Columns<TBlock, T>
    where TBlock : struct, IColumnBlock<T>
{
    [MethodImpl(KernelOptions.Optimized)]
    public static void Load(ref T source, int size, ref T columns, int from = 0)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TBlock block = default;
        int last = size - block.Columns;
        for (int column = Math.Min(from, last); ; column = Math.Min(column + block.Columns, last))
        {
            ref T rows = ref Unsafe.Add(ref source, column);
            block.ToColumns(ref rows, size, LoadLast(ref rows, size), ref Unsafe.Add(ref columns, column * block.Rows));
            if (column == last)
            {
                return;
            }
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    public static void Store(ref T columns, int size, ref T destination, int from = 0)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TBlock block = default;
        int last = size - block.Columns;
        for (int column = Math.Min(from, last); ; column = Math.Min(column + block.Columns, last))
        {
            ref T rows = ref Unsafe.Add(ref destination, column);
            StoreLast(block.ToRows(ref Unsafe.Add(ref columns, column * block.Rows), ref rows, size), ref rows, size);
            if (column == last)
            {
                return;
            }
        }
    }

    /// <summary>What the last row has of a block of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadLast(ref T block, int size)
    {
        ref T last = ref Unsafe.Add(ref block, (default(TBlock).Rows - 1) * size);
        return Vector128.LoadUnsafe(ref last);
    }

    /// <summary>Writes that of the last row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreLast(Vector128<T> values, ref T block, int size)
    {
        ref T last = ref Unsafe.Add(ref block, (default(TBlock).Rows - 1) * size);
        values.StoreUnsafe(ref last);
    }
}
#endif
