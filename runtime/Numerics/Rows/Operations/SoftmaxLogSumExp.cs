using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Softmax and log-sum-exp in one pass: the peak is log-sum-exp's, the rest is counted while the weights are taken, and from there each goes its way. Rows that no
/// loop here takes are taken twice.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Registers of memory in which scales of the rest wait, then those of the weights, and one to align them.</summary>
    private const int RegistersOfBothScales = RegistersOfRestScales + RegistersOfWeightScales + 1;

    private const int RegistersOfRestScales = 3;

    private const int RegistersOfWeightScales = 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.SoftmaxLogSumExp(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        T result = default;
        return SoftmaxAndRest<LogSumExpOfRest>(logits, probabilities, ref result) ? result : OneAfterTheOther(logits, probabilities);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.SoftmaxLogSumExp(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size, int row) =>
        SoftmaxAndRests<LogSumExpOfRest>(logits, probabilities, results, size, row);

    /// <summary>What is left of a row's rest beside its probabilities.</summary>
    private interface IBesideSoftmax
    {
        /// <summary>Of as many rows as there are lanes, from one on.</summary>
        void Leave(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales, ref T results, int row, int rows);

        /// <summary>Of one row, whose total every lane has.</summary>
        void Leave(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales, ref T results);

        /// <summary>The same from a total that no lane holds.</summary>
        void Leave(ExactTotal total, TwoGreatest peak, in Scales scales, ref T results);
    }

    private readonly struct LogSumExpOfRest : IBesideSoftmax
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales, ref T results, int row, int rows) =>
            default(TLanes).Store(default(LogSumExpPasses).Finish(totals, peak, scales).First, ref results, row);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales, ref T results) =>
            results = default(TLanes).ToScalar(default(LogSumExpPasses).FinishRow(total, peak, scales).First);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotal total, TwoGreatest peak, in Scales scales, ref T results) =>
            results = default(TLanes).ToScalar(default(LogSumExpPasses).FinishRow(total, peak, scales).First);
    }

    /// <summary>False, and nothing written, where no loop here takes the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SoftmaxAndRest<TBeside>(ReadOnlySpan<T> logits, Span<T> probabilities, ref T results)
        where TBeside : struct, IBesideSoftmax
    {
        if (Unsafe.SizeOf<TVector>() == Unsafe.SizeOf<T>() || logits.Length == 1 || logits.Length > LongTotal.LongestExactTotal)
        {
            return false;
        }

        return logits.Length <= 2 * default(TLanes).Count
            ? BothInRegisters<TBeside>(logits, probabilities, ref results)
            : BothInLoops<TBeside>(logits, probabilities, ref results);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SoftmaxAndRests<TBeside>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size, int row)
        where TBeside : struct, IBesideSoftmax
    {
        if (AreWideEnoughTogether && RowsLayouts.AreWeightsFasterTogether(size, default(TLanes).Count))
        {
            return BothTogether<TBeside>(logits, probabilities, results, size, row);
        }

        return size > 1 && size <= RowsLayouts.MostWeightsForLogarithmsAcrossLanes ? BothAcrossLanes<TBeside>(logits, probabilities, results, size, row) : row;
    }

    /// <summary>Log-sum-exp comes first: the probabilities may stand where the logits do.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static T OneAfterTheOther(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        T result = default(LogSumExpOperation<T>).Row(kernel, logits, default);
        default(SoftmaxOperation<T>).Row(kernel, logits, probabilities);
        return result;
    }

    /// <summary><see cref="InRegisters{TOperation, TPeak}"/> of both.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool BothInRegisters<TBeside>(ReadOnlySpan<T> logits, Span<T> probabilities, ref T results)
        where TBeside : struct, IBesideSoftmax
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        int more = logits.Length - lanes.Count;
        TVector first = more < 0 ? LoadShort(ref source, logits.Length) : lanes.Load(ref source, 0);
        TVector second = more <= 0 ? kernel.Absent() : kernel.KeepLastElseAbsent(lanes.Load(ref source, more), more);
        TwoGreatest peak = default(TwoGreatest).None().With(first, second).InEveryLane();
        TVector sum = lanes.Add(first, second);
        if (!lanes.AreEqual(sum, sum) || !default(TFormat).IsOrdinary(lanes.ToScalar(peak.Max)))
        {
            return false;
        }

        Maximum max = new(peak.Max);
        Scales scales = default(SoftmaxPasses).ScalesOf(max);
        Scales rest = ScalesOfRest(peak);
        TBits restCoarse = lanes.CreateBits(0);
        TBits restFine = lanes.CreateBits(0);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = lanes.CreateBits(0);
        first = kernel.WeightAndCountRest(first, scales.Scale, scales.Lowest, rest.Limit, rest.Scale, rest.Lowest, ref restCoarse, ref restFine);
        kernel.Count(first, ref coarse, ref fine);
        if (more > 0)
        {
            second = kernel.WeightAndCountRest(second, scales.Scale, scales.Lowest, rest.Limit, rest.Scale, rest.Lowest, ref restCoarse, ref restFine);
            kernel.Count(second, ref coarse, ref fine);
        }

        int registers = more > 0 ? 2 : 1;
        Finished shares = default(SoftmaxPasses).FinishRow(kernel.TotalInEveryLane(coarse, fine, registers), max, scales);
        first = default(SoftmaxPasses).Result(first, shares);
        ref T destination = ref MemoryMarshal.GetReference(probabilities);
        if (more < 0)
        {
            StoreShort(first, ref destination, logits.Length);
        }
        else
        {
            // What the first register has seen weighs nothing in the second.
            if (more > 0)
            {
                lanes.Store(default(SoftmaxPasses).Result(second, shares), ref destination, more);
            }

            lanes.Store(first, ref destination, 0);
        }

        default(TBeside).Leave(kernel.TotalInEveryLane(restCoarse, restFine, registers), peak, rest, ref results);
        return true;
    }

    /// <summary><see cref="InLoops{TOperation, TPeak}"/> of both, for rows that are counted on two grids: so many registers at a time as the lanes of a total hold.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool BothInLoops<TBeside>(ReadOnlySpan<T> logits, Span<T> probabilities, ref T results)
        where TBeside : struct, IBesideSoftmax
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        ref T destination = ref MemoryMarshal.GetReference(probabilities);
        int left = logits.Length % lanes.Count;
        TVector sum = kernel.Zero();
        TwoGreatest peak = Gather<TwoGreatest>(ref source, logits.Length - lanes.Count, left == 0 ? lanes.Count : left, ref sum).InEveryLane();
        if (!lanes.AreEqual(sum, sum) || !default(TFormat).IsOrdinary(lanes.ToScalar(peak.Max)))
        {
            return false;
        }

        Maximum max = new(peak.Max);
        Scales scales = default(SoftmaxPasses).ScalesOf(max);
        Scales scalesOfRest = ScalesOfRest(peak);
        ExactTotal rest = default;
        ExactTotal total = default;
        for (int start = 0; start < logits.Length;)
        {
            int length = LengthCounted(logits.Length - start);
            int registers = (length + lanes.Count - 1) / lanes.Count;
            int count = length - ((registers - 1) * lanes.Count);
            ref T weights = ref Unsafe.Add(ref destination, start);
            WeighAndCountRest(ref Unsafe.Add(ref source, start), ref weights, length - lanes.Count, count, scales, scalesOfRest, out TBits coarse, out TBits fine);
            rest += kernel.Total(coarse, fine, registers);
            Count<SoftmaxPasses, Maximum>(ref weights, length - lanes.Count, count, scales, out coarse, out fine);
            total += kernel.Total(coarse, fine, registers);
            start += length;
        }

        Finished shares = default(SoftmaxPasses).FinishRow(total, max, scales);
        WriteAligned<SoftmaxPasses, Maximum>(ref destination, ref destination, logits.Length - lanes.Count, shares);
        default(TBeside).Leave(rest, peak, scalesOfRest, ref results);
        return true;
    }

    /// <summary>How many of the values that are left the lanes of one total count: never so many that less than a register would be left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LengthCounted(int left)
    {
        TLanes lanes = default;
        return left <= RegistersPerTotal * lanes.Count ? left : (RegistersPerTotal - 1) * lanes.Count;
    }

    /// <summary><see cref="RowsTogether{TOperation, TPeak}"/> of both.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int BothTogether<TBeside>(ReadOnlySpan<T> source, Span<T> destination, Span<T> beside, int size, int row)
        where TBeside : struct, IBesideSoftmax
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
        ref T allResults = ref MemoryMarshal.GetReference(destination);
        int rows = source.Length / size;
        Span<T> memory = stackalloc T[((GatheredPerLane * lanes.Count) + RegistersOfBothScales) * lanes.Count];
        ref T gathered = ref Aligned(memory);
        ref T waiting = ref Unsafe.Add(ref gathered, GatheredPerLane * lanes.Count * lanes.Count);
        int registers = (size + lanes.Count - 1) / lanes.Count;
        int count = size - ((registers - 1) * lanes.Count);
        nint last = size - lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            ref T values = ref Unsafe.Add(ref allValues, row * size);
            ref T results = ref Unsafe.Add(ref allResults, row * size);
            GatherOfRows<TwoGreatest>(ref values, size, last, count, ref gathered, ref waiting);
            Tree<TwoGreatest>(ref gathered);
            TwoGreatest peak = default(TwoGreatest).Left(ref gathered, 0);
            if (!default(Kernel<TLanes, TFormat, TVector, TBits, T>).IsOrdinary(peak.Max, lanes.Load(ref waiting, 0)))
            {
                return row;
            }

            Scales scales = default(SoftmaxPasses).ScalesOf(new Maximum(peak.Max));
            Scales scalesOfRest = ScalesOfRest(peak);
            LeaveScalesOfRest(scalesOfRest, ref waiting);
            default(SoftmaxPasses).Leave(scales, ref Unsafe.Add(ref waiting, RegistersOfRestScales * lanes.Count));
            for (int r = 0; r < lanes.Count; r++)
            {
                ref T left = ref Unsafe.Add(ref waiting, r);
                WeighAndCountRest(
                    ref Unsafe.Add(ref values, r * size),
                    ref Unsafe.Add(ref results, r * size),
                    last,
                    count,
                    default(SoftmaxPasses).Left(ref Unsafe.Add(ref left, RegistersOfRestScales * lanes.Count)),
                    LeftScalesOfRest(ref left),
                    out TBits coarse,
                    out TBits fine);
                new Counted(coarse, fine).Leave(ref gathered, r);
            }

            Tree<Counted>(ref gathered);
            default(TBeside).Leave(default(Counted).Left(ref gathered, 0).Totals(registers), peak, scalesOfRest, ref MemoryMarshal.GetReference(beside), row, rows);
            CountOfRows<SoftmaxPasses, Maximum>(default, ref results, size, last, count, ref gathered, ref waiting);
            Tree<Counted>(ref gathered);
            Finished shares = default(SoftmaxPasses).Finish(default(Counted).Left(ref gathered, 0).Totals(registers), default, scales);
            lanes.Store(shares.First, ref waiting, 0);
            lanes.Store(shares.Second, ref waiting, lanes.Count);
            WriteOfRows<SoftmaxPasses, Maximum>(default, ref results, ref results, size, last, ref waiting);
        }

        return row;
    }

    /// <summary><see cref="RowsAcrossLanes{TOperation, TPeak}"/> of both.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int BothAcrossLanes<TBeside>(ReadOnlySpan<T> source, Span<T> destination, Span<T> beside, int size, int row)
        where TBeside : struct, IBesideSoftmax
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
        ref T allResults = ref MemoryMarshal.GetReference(destination);
        int rows = source.Length / size;
        Span<T> memory = stackalloc T[MemoryOfColumns(size)];
        ref T columns = ref Aligned(memory);
        nint last = (size - 1) * lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            LoadAnyColumns(ref Unsafe.Add(ref allValues, row * size), size, ref columns);
            TVector sum = lanes.Create(default);
            TwoGreatest peak = Gather<TwoGreatest>(ref columns, last, lanes.Count, ref sum);
            if (!kernel.IsOrdinary(peak.Max, sum))
            {
                return row;
            }

            Scales scales = default(SoftmaxPasses).ScalesOf(new Maximum(peak.Max));
            Scales scalesOfRest = ScalesOfRest(peak);
            WeighAndCountRest(ref columns, ref columns, last, lanes.Count, scales, scalesOfRest, out TBits restCoarse, out TBits restFine);
            Count<SoftmaxPasses, Maximum>(ref columns, last, lanes.Count, scales, out TBits coarse, out TBits fine);
            Finished shares = default(SoftmaxPasses).Finish(kernel.Totals(coarse, fine, size), default, scales);
            Write<SoftmaxPasses, Maximum>(ref columns, ref columns, last, shares);
            StoreAnyColumns(ref columns, size, ref Unsafe.Add(ref allResults, row * size));
            default(TBeside).Leave(kernel.Totals(restCoarse, restFine, size), peak, scalesOfRest, ref MemoryMarshal.GetReference(beside), row, rows);
        }

        return row;
    }

    /// <summary>The columns of a block of rows; one by one where there are fewer than are turned together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadAnyColumns(ref T rows, int size, ref T columns)
    {
        if (AreColumnsOf(size))
        {
            default(TLanes).LoadColumns(ref rows, size, ref columns);
        }
        else
        {
            Turn(ref rows, size, 1, ref columns, 1, default(TLanes).Count, size);
        }
    }

    /// <inheritdoc cref="LoadAnyColumns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreAnyColumns(ref T columns, int size, ref T rows)
    {
        if (AreColumnsOf(size))
        {
            default(TLanes).StoreColumns(ref columns, size, ref rows);
        }
        else
        {
            Turn(ref columns, 1, default(TLanes).Count, ref rows, size, 1, size);
        }
    }

    /// <summary>Copies a value for each lane, of each of few columns, one by one.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void Turn(ref T source, int sourceRow, int sourceColumn, ref T destination, int destinationRow, int destinationColumn, int columns)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < default(TLanes).Count; row++)
            {
                Unsafe.Add(ref destination, (row * destinationRow) + (column * destinationColumn)) = Unsafe.Add(ref source, (row * sourceRow) + (column * sourceColumn));
            }
        }
    }

    /// <summary>Leaves the weights where the results will stand, and counts those of the rest. The last register is read first, as <see cref="Weigh"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeighAndCountRest(
        ref T values, ref T weights, nint last, int count, in Scales scales, in Scales scalesOfRest, out TBits coarse, out TBits fine)
    {
        TLanes lanes = default;
        TFormat format = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        coarse = lanes.CreateBits(0);
        fine = lanes.CreateBits(0);
        TVector ahead = lanes.Load(ref Unsafe.Add(ref values, last), 0);
        for (; last > 0; last -= lanes.Count)
        {
            TVector x = lanes.Load(ref values, 0);
            lanes.Store(
                kernel.WeightAndCountRest(x, scales.Scale, scales.Lowest, scalesOfRest.Limit, scalesOfRest.Scale, scalesOfRest.Lowest, ref coarse, ref fine),
                ref weights,
                0);
            values = ref Unsafe.Add(ref values, lanes.Count);
            weights = ref Unsafe.Add(ref weights, lanes.Count);
        }

        // What has been counted is above every limit.
        TVector limited = lanes.KeepLast(ahead, count, lanes.Create(format.PositiveInfinity));
        lanes.Store(
            WeightAndCountRest(ahead, limited, scales.Scale, scales.Lowest, scalesOfRest.Limit, scalesOfRest.Scale, scalesOfRest.Lowest, ref coarse, ref fine),
            ref Unsafe.Add(ref weights, last),
            0);
    }
}

/// <summary>Softmax, and log-sum-exp.</summary>
internal readonly struct SoftmaxLogSumExpOperation<T> : ITwoResults<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, out T value)
        where TRows : struct, IRows<T>
    {
        value = rows.SoftmaxLogSumExp(values, results);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> first, Span<T> second, int size, int row)
        where TRows : struct, IRows<T> => rows.SoftmaxLogSumExp(values, first, second, size, row);
}
