using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// As many rows at a time as a register has lanes, each where it lies: a pass goes over them one after the other, and leaves what it
/// gathered of a row in one register of memory. Those are reduced together, by a tree that ends with a lane for each row.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Registers of memory for each lane: what the passes gather, two for each row, which waits for the tree.</summary>
    private const int GatheredPerLane = 2;

    /// <summary>Registers of memory besides: three scales, what totals came to, and one to align them.</summary>
    private const int WaitingRegisters = 6;

    /// <summary>Blocks of rows from <paramref name="row"/> on; the row at which no block begins, or one whose rows are not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int RowsTogether<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> source, Span<T> destination, int size, int row)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
        ref T allResults = ref MemoryMarshal.GetReference(destination);
        int rows = source.Length / size;
        Span<T> memory = stackalloc T[((GatheredPerLane * lanes.Count) + WaitingRegisters) * lanes.Count];
        ref T gathered = ref Aligned(memory);
        ref T waiting = ref Unsafe.Add(ref gathered, GatheredPerLane * lanes.Count * lanes.Count);
        int registers = (size + lanes.Count - 1) / lanes.Count;
        int count = size - ((registers - 1) * lanes.Count);
        nint last = size - lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            ref T values = ref Unsafe.Add(ref allValues, row * size);
            ref T results = ref Unsafe.Add(ref allResults, (Unsafe.SizeOf<TOperation>() & WritesRows) != 0 ? row * size : row);
            GatherOfRows<TPeak>(ref values, size, last, count, ref gathered, ref waiting);
            Tree<TPeak>(ref gathered);
            TPeak peak = default(TPeak).Left(ref gathered, 0);
            if (!operation.AreOrdinary(peak.Max, lanes.Load(ref waiting, 0)))
            {
                return row;
            }

            Scales scales = operation.ScalesOf(peak);
            operation.Leave(scales, ref waiting);
            if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
            {
                WeighOfRows<TOperation, TPeak>(operation, ref values, ref results, size, last, ref waiting);
            }

            ref T counted = ref ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? ref results : ref values);
            CountOfRows<TOperation, TPeak>(operation, ref counted, size, last, count, ref gathered, ref waiting);
            Tree<Counted>(ref gathered);
            Finished finished = operation.Finish(default(Counted).Left(ref gathered, 0).Totals(registers), peak, scales);
            if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
            {
                lanes.Store(finished.First, ref waiting, 0);
                lanes.Store(finished.Second, ref waiting, lanes.Count);
                WriteOfRows<TOperation, TPeak>(operation, ref counted, ref results, size, last, ref waiting);
            }
            else
            {
                lanes.Store(finished.First, ref results, 0);
            }
        }

        return row;
    }

    /// <summary>Leaves the peak of each row of a block, and the sum of all of them, which shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GatherOfRows<TPeak>(ref T values, nint size, nint last, int count, ref T gathered, ref T sums)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector sum = lanes.Create(default);
        for (int r = 0; r < lanes.Count; r++)
        {
            Gather<TPeak>(ref values, last, count, ref sum).Leave(ref gathered, r);
            values = ref Unsafe.Add(ref values, size);
        }

        lanes.Store(sum, ref sums, 0);
    }

    /// <inheritdoc cref="Weigh"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeighOfRows<TOperation, TPeak>(in TOperation operation, ref T values, ref T weights, nint size, nint last, ref T waiting)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref waiting, lanes.Count);
        while (Unsafe.IsAddressLessThan(ref waiting, ref end))
        {
            Weigh<TOperation, TPeak>(ref values, ref weights, last, operation.Left(ref waiting));
            values = ref Unsafe.Add(ref values, size);
            weights = ref Unsafe.Add(ref weights, size);
            waiting = ref Unsafe.Add(ref waiting, 1);
        }
    }

    /// <summary>Leaves what was counted of each row of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountOfRows<TOperation, TPeak>(in TOperation operation, ref T registers, nint size, nint last, int count, ref T gathered, ref T waiting)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        for (int r = 0; r < lanes.Count; r++)
        {
            Count<TOperation, TPeak>(
                ref registers,
                last,
                count,
                (Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? default : operation.Left(ref Unsafe.Add(ref waiting, r)),
                out TBits coarse,
                out TBits fine);
            new Counted(coarse, fine).Leave(ref gathered, r);
            registers = ref Unsafe.Add(ref registers, size);
        }
    }

    /// <inheritdoc cref="Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteOfRows<TOperation, TPeak>(in TOperation operation, ref T registers, ref T results, nint size, nint last, ref T waiting)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref waiting, lanes.Count);
        while (Unsafe.IsAddressLessThan(ref waiting, ref end))
        {
            Finished finished = operation.Left(lanes.Create(waiting), lanes.Create(Unsafe.Add(ref waiting, lanes.Count)));
            Write<TOperation, TPeak>(ref registers, ref results, last, finished);
            registers = ref Unsafe.Add(ref registers, size);
            results = ref Unsafe.Add(ref results, size);
            waiting = ref Unsafe.Add(ref waiting, 1);
        }
    }
}
