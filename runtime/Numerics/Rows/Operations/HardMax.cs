using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.HardMax(ReadOnlySpan<T> values, Span<T> oneHot, int size, int row) =>
        ComparedBlocks<HardMaxPasses, T>(values, oneHot, size, row);

    /// <summary>1 at the first maximum, 0 elsewhere.</summary>
    private readonly struct HardMaxPasses : IComparing<T>
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

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void OfRow(ref T values, nint last, TVector max, ref T results, int row)
        {
            TLanes lanes = default;
            int size = (int)last + lanes.Count;
            int index = IndexOf(ref values, last, max);
            ref T oneHot = ref Unsafe.Add(ref results, row * size);
            for (int i = 0; i < (int)last; i += lanes.Count)
            {
                lanes.Store(lanes.Create(default), ref oneHot, i);
            }

            lanes.Store(lanes.Create(default), ref Unsafe.Add(ref oneHot, last), 0);
            Unsafe.Add(ref oneHot, index) = default(TFormat).One;
        }
    }
}

/// <summary>1 at the first maximum, 0 elsewhere.</summary>
internal readonly struct HardMaxOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.HardMax(values, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.HardMax(values, results, size, row);
}
