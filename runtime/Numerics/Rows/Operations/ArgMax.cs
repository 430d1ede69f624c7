using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.ArgMax(ReadOnlySpan<T> values) => ArgMaxOfRow(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.ArgMax(ReadOnlySpan<T> values, Span<int> indices, int size, int row) =>
        ComparedBlocks<ArgMaxPasses, int>(values, indices, size, row);

    [MethodImpl(KernelOptions.Optimized)]
    private static int ArgMaxOfRow(ReadOnlySpan<T> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        int last = values.Length - lanes.Count;
        if (last < 0)
        {
            TVector row = LoadShort(ref source, values.Length);
            return lanes.AreEqual(row, row) ? kernel.FirstOf(lanes.EqualMask(row, lanes.MaxInEveryLane(row))) : IndexOfNaN(values);
        }

        if (last <= lanes.Count)
        {
            // One register or two, which overlap.
            TVector lower = lanes.Load(ref source, 0);
            TVector upper = lanes.Load(ref source, last);
            TVector sum = lanes.Add(lower, upper);
            if (lanes.AreEqual(sum, sum))
            {
                TVector greatest = lanes.MaxInEveryLane(lanes.Max(lower, upper));
                return kernel.FirstOf(lanes.EqualMask(lower, greatest) | (lanes.EqualMask(upper, greatest) << last));
            }
        }

        TVector all = lanes.Create(default);
        TVector max = lanes.MaxInEveryLane(GatherByFour<Maximum>(ref source, last, lanes.Count, ref all).Max);
        if (!lanes.AreEqual(all, all) && IndexOfNaN(values) is >= 0 and int index)
        {
            return index;
        }

        return IndexOf(ref source, last, max);
    }

    /// <summary>The index of the first maximum.</summary>
    private readonly struct ArgMaxPasses : IComparing<int>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void OfColumns(ref T columns, int last, TVector max, ref int results, int row) =>
            default(TLanes).StoreIndices(IndicesOf(ref columns, last, max), ref results, row);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void OfRow(ref T values, nint last, TVector max, ref int results, int row) =>
            Unsafe.Add(ref results, row) = IndexOf(ref values, last, max);
    }
}

/// <summary>The index of the first maximum, or of the first NaN where there is one.</summary>
internal readonly struct ArgMaxOperation<T> : IRowOperation<T, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> results)
        where TRows : struct, IRows<T> => rows.ArgMax(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> results, int size, int row)
        where TRows : struct, IRows<T> => rows.ArgMax(values, results, size, row);
}
