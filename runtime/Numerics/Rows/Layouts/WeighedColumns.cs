using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// A group of columns of an operation that weighs: the first pass copies it to the stack, register by register, and the others run there, for where it lies
/// a power of two apart its lines fall on few places of the cache. Columns longer than a lane can count are done part by part.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    private struct WeighedGroup<TOperation, TPeak> : IGroup<T>
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        public TOperation Operation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly bool Write(ref T source, nint stride, int size, ref T results, ref T block) => size <= RegistersPerTotal
            ? WeighColumns<TOperation, TPeak>(Operation, ref source, stride, size, ref results, ref block)
            : WeighLongColumns<TOperation, TPeak>(Operation, ref source, stride, size, ref results, ref block);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static bool WeighColumns<TOperation, TPeak>(TOperation operation, ref T source, nint stride, int size, ref T results, ref T block)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector sum = lanes.Create(default);
        TPeak peak = GatherAndCopy<TPeak>(ref source, stride, size, ref block, ref sum);
        if (!operation.AreOrdinary(peak.Max, sum))
        {
            return false;
        }

        nint last = (size - 1) * lanes.Count;
        Scales scales = operation.ScalesOf(peak);
        if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
        {
            Weigh<TOperation, TPeak>(ref block, ref block, last, scales);
        }

        Count<TOperation, TPeak>(ref block, last, lanes.Count, scales, out TBits coarse, out TBits fine);
        Finished finished = operation.Finish(default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(coarse, fine, size), peak, scales);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
        {
            WriteApart<TOperation, TPeak>(operation, ref block, lanes.Count, ref results, stride, size, finished);
        }
        else
        {
            lanes.Store(finished.First, ref results, 0);
        }

        return true;
    }

    /// <summary>The first pass over registers that lie apart, which leaves them in a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPeak GatherAndCopy<TPeak>(ref T source, nint stride, int size, ref T block, ref TVector sum)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TPeak peak = default(TPeak).None();
        nint at = 0;
        for (; size > 1; size -= 2)
        {
            TVector register = lanes.Load(ref Unsafe.Add(ref source, at), 0);
            TVector next = lanes.Load(ref Unsafe.Add(ref source, at + stride), 0);
            lanes.Store(register, ref block, 0);
            lanes.Store(next, ref block, lanes.Count);
            peak = peak.With(register, next);
            sum = lanes.Add(sum, lanes.Add(register, next));
            block = ref Unsafe.Add(ref block, 2 * lanes.Count);
            at += 2 * stride;
        }

        if (size > 0)
        {
            TVector register = lanes.Load(ref Unsafe.Add(ref source, at), 0);
            lanes.Store(register, ref block, 0);
            peak = peak.With(register);
            sum = lanes.Add(sum, register);
        }

        return peak;
    }

    /// <summary>Results from registers that lie apart, to where they lie apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteApart<TOperation, TPeak>(TOperation operation, ref T registers, nint stride, ref T results, nint resultsStride, int size, in Finished finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        nint from = 0;
        nint to = 0;
        for (; size > 0; size--)
        {
            TVector result = operation.Result(lanes.Load(ref Unsafe.Add(ref registers, from), 0), finished);
            lanes.Store(result, ref Unsafe.Add(ref results, to), 0);
            CacheHints.WillBeWritten(ref results, to + (CacheHints.RowsAhead * resultsStride));
            from += stride;
            to += resultsStride;
        }
    }

    /// <summary>Totals in lanes are carried to 64 bits before they overflow, and finished lane by lane.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static bool WeighLongColumns<TOperation, TPeak>(TOperation operation, ref T source, nint stride, int size, ref T results, ref T block)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector sum = lanes.Create(default);
        TPeak peak = default(TPeak).None();
        for (int i = 0; i < size; i++)
        {
            TVector register = lanes.Load(ref Unsafe.Add(ref source, i * stride), 0);
            peak = peak.With(register);
            sum = lanes.Add(sum, register);
        }

        if (!operation.AreOrdinary(peak.Max, sum))
        {
            return false;
        }

        Span<T> peaks = stackalloc T[MemoryOfPeaks];
        peak.Leave(ref MemoryMarshal.GetReference(peaks), 0);
        Span<ExactTotal> totals = stackalloc ExactTotal[WidestRegister];
        totals.Clear();
        Scales scales = operation.ScalesOf(peak);
        for (int from = 0; from < size; from += RegistersPerTotal)
        {
            int part = Math.Min(RegistersPerTotal, size - from);
            nint last = (part - 1) * lanes.Count;
            CopyApart(ref Unsafe.Add(ref source, from * stride), stride, ref block, lanes.Count, part);
            if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
            {
                Weigh<TOperation, TPeak>(ref block, ref block, last, scales);
                CopyApart(ref block, lanes.Count, ref Unsafe.Add(ref results, from * stride), stride, part);
            }

            Count<TOperation, TPeak>(ref block, last, lanes.Count, scales, out TBits coarse, out TBits fine);
            ExactTotals<TBits> counted = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(coarse, fine, part);
            lanes.Store(lanes.FromBits(counted.Coarse), ref block, 0);
            lanes.Store(lanes.FromBits(counted.Fine), ref block, lanes.Count);
            Carry(ref block, totals);
        }

        FinishOneByOne<TOperation, TPeak>(operation, totals, peaks);
        TVector first = lanes.Load(ref MemoryMarshal.GetReference(peaks), 0);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) == 0)
        {
            lanes.Store(first, ref results, 0);
            return true;
        }

        Finished finished = operation.Left(first, lanes.Load(ref MemoryMarshal.GetReference(peaks), lanes.Count));
        if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
        {
            WriteApart<TOperation, TPeak>(operation, ref results, stride, ref results, stride, size, finished);
        }
        else
        {
            WriteApart<TOperation, TPeak>(operation, ref source, stride, ref results, stride, size, finished);
        }

        return true;
    }

    /// <summary>A peak as it is left in memory takes so many elements.</summary>
    private static int MemoryOfPeaks => (default(TLanes).Count + 1) * default(TLanes).Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyApart(ref T source, nint stride, ref T destination, nint destinationStride, int size)
    {
        TLanes lanes = default;
        nint from = 0;
        nint to = 0;
        for (; size > 0; size--)
        {
            lanes.Store(lanes.Load(ref Unsafe.Add(ref source, from), 0), ref Unsafe.Add(ref destination, to), 0);
            from += stride;
            to += destinationStride;
        }
    }

    /// <summary>Adds what was counted, a register on the coarse grid and one on the fine, to the total of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Carry(ref T counted, Span<ExactTotal> totals)
    {
        for (int lane = 0; lane < default(TLanes).Count; lane++)
        {
            totals[lane] += new ExactTotal(ToInteger(ref Unsafe.Add(ref counted, lane)), ToInteger(ref Unsafe.Add(ref counted, default(TLanes).Count + lane)));
        }
    }

    /// <summary>A lane of integers, as it was stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToInteger(ref T lane) => Unsafe.SizeOf<T>() == sizeof(int) ? Unsafe.As<T, int>(ref lane) : Unsafe.As<T, long>(ref lane);

    /// <summary>What the total of each column comes to: in the place of the peaks a register of what comes first, and one of what comes second.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void FinishOneByOne<TOperation, TPeak>(TOperation operation, ReadOnlySpan<ExactTotal> totals, Span<T> peaks)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int others = lanes.Count * lanes.Count;
        Span<T> one = stackalloc T[MemoryOfPeaks];
        Span<T> finished = stackalloc T[2 * WidestRegister];
        for (int lane = 0; lane < lanes.Count; lane++)
        {
            one.Slice(0, lanes.Count).Fill(peaks[lane]);
            one.Slice(others).Fill(peaks[others + lane]);
            TPeak peak = default(TPeak).Left(ref MemoryMarshal.GetReference(one), 0);
            Scales scales = operation.ScalesOf(peak);
            Pair<double> total = default(TFormat).ToPair(totals[lane] - operation.CountedTwice(peak, scales));
            Finished result = operation.FinishLong(total, peaks[lane], default(TFormat).Zero, peak);
            finished[lane] = lanes.ToScalar(result.First);
            finished[lanes.Count + lane] = lanes.ToScalar(result.Second);
        }

        finished.Slice(0, 2 * lanes.Count).CopyTo(peaks);
    }
}
