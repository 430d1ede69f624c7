using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    T IRows<T>.HardMax(ReadOnlySpan<T> values, Span<T> oneHot)
    {
        int index = ArgMaxOfRow(values);
        T max = values[index];
        if (default(TFormat).IsNaN(max))
        {
            oneHot.Fill(default(TFormat).NaN);
            return max;
        }

        oneHot.Clear();
        oneHot[index] = default(TFormat).One;
        return max;
    }

    int IRows<T>.HardMax(ReadOnlySpan<T> values, Span<T> oneHot, int size, int row) =>
        ComparedBlocks<HardMaxOfColumns, T>(values, oneHot, size, row);

    /// <summary>1 at the first maximum, 0 elsewhere.</summary>
    private readonly struct HardMaxOfColumns : IComparing<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void OfColumns(ref T columns, int last, TVector max, ref T results, int row)
        {
            TLanes lanes = default;
            TFormat format = default;
            Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
            TVector index = IndicesOf(ref columns, last, max);
            int column = 0;
            for (int i = 0; i <= last; i += lanes.Count)
            {
                lanes.Store(kernel.OneWhereEqual(index, lanes.Create(format.FromInteger(column))), ref columns, i);
                column++;
            }

            lanes.StoreColumns(ref columns, column, ref Unsafe.Add(ref results, row * column));
        }
    }
}

/// <summary>1 at the first maximum, 0 elsewhere.</summary>
internal readonly struct HardMaxOperation<T> : IRowOperation<T, T>
    where T : unmanaged
{
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.HardMax(values, results);

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.HardMax(values, results, size, row);
}
