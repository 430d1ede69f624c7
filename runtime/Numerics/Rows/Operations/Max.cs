using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.Max(ReadOnlySpan<T> values) => MaxOfRow(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.Max(ReadOnlySpan<T> values, Span<T> results, int size, int row) =>
        AreWideEnoughTogether && size is > RowsLayouts.MostUnweighedValuesAcrossLanes and <= RowsLayouts.MostUnweighedValuesTogether
            ? MaximaTogether(values, results, size, row)
            : ComparedBlocks<MaxPasses, T>(values, results, size, row);

    [MethodImpl(KernelOptions.Optimized)]
    private static T MaxOfRow(ReadOnlySpan<T> values)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        if (values.Length < lanes.Count)
        {
            TVector row = LoadShort(ref MemoryMarshal.GetReference(values), values.Length);
            return lanes.AreEqual(row, row) ? default(TFormat).PlusZero(lanes.ToScalar(lanes.MaxInEveryLane(row))) : default(TFormat).NaN;
        }

        TVector sum = lanes.Create(default);
        Maximum peak = GatherByFour<Maximum>(ref MemoryMarshal.GetReference(values), values.Length - lanes.Count, lanes.Count, ref sum);
        T max = default(TFormat).PlusZero(lanes.ToScalar(lanes.MaxInEveryLane(peak.Max)));
        return lanes.AreEqual(sum, sum) || IndexOfNaN(values) < 0 ? max : default(TFormat).NaN;
    }

    /// <summary><see cref="RowsTogether"/>, where there is nothing after the first pass.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int MaximaTogether(ReadOnlySpan<T> source, Span<T> destination, int size, int row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        Span<T> memory = stackalloc T[(lanes.Count + 2) * lanes.Count];
        ref T gathered = ref Aligned(memory);
        ref T sums = ref Unsafe.Add(ref gathered, lanes.Count * lanes.Count);
        ref T allValues = ref MemoryMarshal.GetReference(source);
        int rows = source.Length / size;
        nint last = size - lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            TVector sum = kernel.Zero();
            ref T values = ref Unsafe.Add(ref allValues, row * size);
            for (int r = 0; r < lanes.Count; r++)
            {
                Gather<Maximum>(ref values, last, lanes.Count, ref sum).Leave(ref gathered, r);
                values = ref Unsafe.Add(ref values, size);
            }

            // Kept in a register over the call, the sum would be spilled at each addition.
            lanes.Store(sum, ref sums, 0);
            Tree<Maximum>(ref gathered);
            TVector max = default(Maximum).Left(ref gathered, 0).Max;
            if (!kernel.IsFreeOfNaN(lanes.Load(ref sums, 0)))
            {
                return row;
            }

            lanes.Store(kernel.PlusZero(max), ref MemoryMarshal.GetReference(destination), row);
        }

        return row;
    }

    /// <summary>The maximum, +0 where it is a zero.</summary>
    private readonly struct MaxPasses : IComparing<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void OfColumns(ref T columns, int last, TVector max, ref T results, int row) =>
            default(TLanes).Store(default(Kernel<TLanes, TFormat, TVector, TBits, T>).PlusZero(max), ref results, row);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void OfRow(ref T values, nint last, TVector max, ref T results, int row) =>
            Unsafe.Add(ref results, row) = default(TFormat).PlusZero(default(TLanes).ToScalar(max));
    }
}

/// <summary>The maximum, +0 where it is a zero, NaN where there is one.</summary>
internal readonly struct MaxOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.Max(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.Max(values, results, size, row);
}
