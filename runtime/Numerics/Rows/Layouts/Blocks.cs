using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>Which layout the rows of a matrix take at this register.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    private static bool AreWideEnoughTogether => Unsafe.SizeOf<TVector>() * 8 >= RowsLayouts.NarrowestTogether;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreColumnsOf(int size) => size >= BytesTurnedTogether / Unsafe.SizeOf<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Blocks<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> source, Span<T> destination, int size, int row, int mostAcross)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        if (AreWideEnoughTogether && RowsLayouts.AreWeightsFasterTogether(size, default(TLanes).Count))
        {
            return RowsTogether<TOperation, TPeak>(operation, source, destination, size, row);
        }

        return AreColumnsOf(size) && size <= mostAcross ? RowsAcrossLanes<TOperation, TPeak>(operation, source, destination, size, row) : row;
    }

    /// <summary>The same for operations that compare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ComparedBlocks<TOperation, TResult>(ReadOnlySpan<T> source, Span<TResult> destination, int size, int row)
        where TOperation : struct, IComparing<TResult>
    {
        if (size < default(TLanes).Count || size <= RowsLayouts.MostUnweighedValuesAcrossLanes)
        {
            return AreColumnsOf(size) ? ComparedAcrossLanes<TOperation, TResult>(source, destination, size, row) : row;
        }

        return ComparedOneByOne<TOperation, TResult>(source, destination, size, row);
    }

    /// <summary>Rows whose values fill registers, one after the other; the first that has a NaN, or has none.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static int ComparedOneByOne<TOperation, TResult>(ReadOnlySpan<T> source, Span<TResult> destination, int size, int row)
        where TOperation : struct, IComparing<TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int rows = source.Length / size;
        nint last = size - lanes.Count;
        ref T values = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), row * size);
        for (; row < rows; row++)
        {
            TVector sum = lanes.Create(default);
            TVector max = lanes.MaxInEveryLane(GatherByFour<Maximum>(ref values, last, lanes.Count, ref sum).Max);
            if (!lanes.AreEqual(sum, sum))
            {
                return row;
            }

            default(TOperation).OfRow(ref values, last, max, ref MemoryMarshal.GetReference(destination), row);
            values = ref Unsafe.Add(ref values, size);
        }

        return row;
    }
}
