#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// A block of a few columns and as many rows as a register has lanes, turned in registers: one 128-bit load a row, put together to
/// whole registers, then transposed within their 128-bit lanes.
/// </summary>
internal interface IColumnBlock<T>
    where T : unmanaged
{
    int Rows { get; }

    int Columns { get; }

    /// <summary>columns[column · Rows + row] = rows[row · size + column].</summary>
    void ToColumns(ref T rows, int size, ref T columns);

    /// <summary>rows[row · size + column] = columns[column · Rows + row].</summary>
    void ToRows(ref T columns, ref T rows, int size);
}

/// <summary>Turns rows into columns and back, block by block; the last block overlaps the one before it.</summary>
internal static class Columns<TBlock, T>
    where TBlock : struct, IColumnBlock<T>
    where T : unmanaged
{
    [MethodImpl(KernelOptions.Optimized)]
    public static void Load(ref T source, int size, ref T columns)
    {
        TBlock block = default;
        if (size < block.Columns)
        {
            for (int column = 0; column < size; column++)
            {
                for (int row = 0; row < block.Rows; row++)
                {
                    Unsafe.Add(ref columns, (column * block.Rows) + row) = Unsafe.Add(ref source, (row * size) + column);
                }
            }

            return;
        }

        int last = size - block.Columns;
        for (int column = 0; column < last; column += block.Columns)
        {
            block.ToColumns(ref Unsafe.Add(ref source, column), size, ref Unsafe.Add(ref columns, column * block.Rows));
        }

        block.ToColumns(ref Unsafe.Add(ref source, last), size, ref Unsafe.Add(ref columns, last * block.Rows));
    }

    [MethodImpl(KernelOptions.Optimized)]
    public static void Store(ref T columns, int size, ref T destination)
    {
        TBlock block = default;
        if (size < block.Columns)
        {
            for (int column = 0; column < size; column++)
            {
                for (int row = 0; row < block.Rows; row++)
                {
                    Unsafe.Add(ref destination, (row * size) + column) = Unsafe.Add(ref columns, (column * block.Rows) + row);
                }
            }

            return;
        }

        int last = size - block.Columns;
        for (int column = 0; column < last; column += block.Columns)
        {
            block.ToRows(ref Unsafe.Add(ref columns, column * block.Rows), ref Unsafe.Add(ref destination, column), size);
        }

        block.ToRows(ref Unsafe.Add(ref columns, last * block.Rows), ref Unsafe.Add(ref destination, last), size);
    }
}
#endif
