using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Rows turned into columns: one register holds one column of a block of rows. Maxima and sums then run from register to register, and
/// no lane is idle.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Columns that are turned together hold so many bytes of a row. Shorter rows are unrolled where they are generated for, and else go row by row.</summary>
    private const int BytesTurnedTogether = 16;

    /// <summary>Blocks of rows from <paramref name="row"/> on; the row at which no block begins, or one whose rows are not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int RowsAcrossLanes<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> source, Span<T> destination, int size, int row)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
        ref T allResults = ref MemoryMarshal.GetReference(destination);
        int rows = source.Length / size;
        Span<T> memory = stackalloc T[MemoryOfColumns(size)];
        ref T columns = ref Aligned(memory);
        nint last = (size - 1) * lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            lanes.LoadColumns(ref Unsafe.Add(ref allValues, row * size), size, ref columns);
            TVector sum = lanes.Create(default);
            TPeak peak = Gather<TPeak>(ref columns, last, lanes.Count, ref sum);
            if (!operation.AreOrdinary(peak.Max, sum))
            {
                return row;
            }

            Scales scales = operation.ScalesOf(peak);
            if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
            {
                Weigh<TOperation, TPeak>(ref columns, ref columns, last, scales);
            }

            Count<TOperation, TPeak>(ref columns, last, lanes.Count, scales, out TBits coarse, out TBits fine);
            Finished finished = operation.Finish(default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(coarse, fine, size), peak, scales);
            if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
            {
                Write<TOperation, TPeak>(ref columns, ref columns, last, finished);
                lanes.StoreColumns(ref columns, size, ref Unsafe.Add(ref allResults, row * size));
            }
            else
            {
                lanes.Store(finished.First, ref allResults, row);
            }
        }

        return row;
    }

    /// <summary>The same for an operation that only compares.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int ComparedAcrossLanes<TOperation, TResult>(ReadOnlySpan<T> source, Span<TResult> destination, int size, int row)
        where TOperation : struct, IComparing<TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Span<T> memory = stackalloc T[MemoryOfColumns(size)];
        ref T columns = ref Aligned(memory);
        ref T allValues = ref MemoryMarshal.GetReference(source);
        int rows = source.Length / size;
        nint last = (size - 1) * lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            lanes.LoadColumns(ref Unsafe.Add(ref allValues, row * size), size, ref columns);
            TVector sum = lanes.Create(default);
            Maximum peak = Gather<Maximum>(ref columns, last, lanes.Count, ref sum);
            if (!lanes.AreEqual(sum, sum))
            {
                return row;
            }

            default(TOperation).OfColumns(ref columns, (int)last, peak.Max, ref MemoryMarshal.GetReference(destination), row);
        }

        return row;
    }

    /// <summary>Elements of memory for the columns of a block, with room to align them.</summary>
    private static int MemoryOfColumns(int size) => (size + 1) * default(TLanes).Count;

    /// <summary>Where the first whole register begins in a block of the stack: an access that straddles cache lines costs twice.</summary>
    private static unsafe ref T Aligned(Span<T> block)
    {
        ref T start = ref MemoryMarshal.GetReference(block);
        nint past = (nint)Unsafe.AsPointer(ref start) & (Unsafe.SizeOf<TVector>() - 1);
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? past : Unsafe.SizeOf<TVector>() - past);
    }
}
