using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>Argmax and the maximum's softmax probability in one pass: the peak is looked for once. Rows that no loop here takes are taken twice.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.ArgMax(ReadOnlySpan<T> values, out T probability)
    {
        TLanes lanes = default;
        if (Unsafe.SizeOf<TVector>() == Unsafe.SizeOf<T>() || values.Length == 1 || values.Length > LongTotal.LongestExactTotal)
        {
            return BestOneAfterTheOther(values, out probability);
        }

        int index = values.Length <= 2 * lanes.Count ? BestInRegisters(values, out probability) : BestInLoops(values, out probability);
        return index >= 0 ? index : BestOneAfterTheOther(values, out probability);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.ArgMax(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size, int row)
    {
        if (AreWideEnoughTogether && RowsLayouts.AreWeightsFasterTogether(size, default(TLanes).Count))
        {
            return BestTogether(values, indices, probabilities, size, row);
        }

        return size > 1 && size <= RowsLayouts.MostWeightsAcrossLanes ? BestAcrossLanes(values, indices, probabilities, size, row) : row;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static int BestOneAfterTheOther(ReadOnlySpan<T> values, out T probability)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }

        // The probability may be one of the values.
        int index = ArgMaxOfRow(values);
        probability = values.Length == 1 ? SpecialRows<TFormat, T>.SoftmaxOfOne(values[0]) : OneRow<MaxProbabilityPasses, Maximum>(default, values, default);
        return index;
    }

    /// <summary><see cref="InRegisters{TOperation, TPeak}"/> of both; below 0 where the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static int BestInRegisters(ReadOnlySpan<T> values, out T probability)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        MaxProbabilityPasses operation = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        int more = values.Length - lanes.Count;
        TVector first = more < 0 ? LoadShort(ref source, values.Length) : lanes.Load(ref source, 0);
        TVector second = more <= 0 ? kernel.Absent() : kernel.KeepLastElseAbsent(lanes.Load(ref source, more), more);
        Maximum peak = new Maximum(lanes.Max(first, second)).InEveryLane();
        TVector sum = lanes.Add(first, second);
        probability = lanes.ToScalar(peak.Max);
        if (!lanes.AreEqual(sum, sum) || !default(TFormat).IsOrdinary(probability))
        {
            return -1;
        }

        Scales scales = operation.ScalesOf(peak);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = lanes.CreateBits(0);
        operation.Count(first, scales, ref coarse, ref fine);
        ulong matches = lanes.EqualMask(first, peak.Max);
        if (more > 0)
        {
            operation.Count(second, scales, ref coarse, ref fine);
            matches |= lanes.EqualMask(second, peak.Max) << more;
        }

        probability = lanes.ToScalar(operation.FinishRow(kernel.TotalInEveryLane(coarse, fine, more > 0 ? 2 : 1), peak, scales).First);
        return kernel.FirstOf(matches);
    }

    /// <summary><see cref="InLoops{TOperation, TPeak}"/> of both, for rows that are counted on two grids; below 0 where the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static int BestInLoops(ReadOnlySpan<T> values, out T probability)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        MaxProbabilityPasses operation = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        nint last = values.Length - lanes.Count;
        TVector sum = kernel.Zero();
        Maximum peak = GatherByFour<Maximum>(ref source, last, lanes.Count, ref sum).InEveryLane();
        probability = lanes.ToScalar(peak.Max);
        if (!lanes.AreEqual(sum, sum) || !default(TFormat).IsOrdinary(probability))
        {
            return -1;
        }

        Scales scales = operation.ScalesOf(peak);
        ExactTotal total = default;
        for (int start = 0; start < values.Length;)
        {
            int length = LengthCounted(values.Length - start);
            int registers = (length + lanes.Count - 1) / lanes.Count;
            Count<MaxProbabilityPasses, Maximum>(
                ref Unsafe.Add(ref source, start), length - lanes.Count, length - ((registers - 1) * lanes.Count), scales, out TBits coarse, out TBits fine);
            total += kernel.Total(coarse, fine, registers);
            start += length;
        }

        int index = IndexOf(ref source, last, peak.Max);
        probability = lanes.ToScalar(operation.FinishRow(total, peak, scales).First);
        return index;
    }

    /// <summary><see cref="RowsTogether{TOperation, TPeak}"/> of both.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int BestTogether(ReadOnlySpan<T> source, Span<int> indices, Span<T> probabilities, int size, int row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        MaxProbabilityPasses operation = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
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
            GatherOfRows<Maximum>(ref values, size, last, count, ref gathered, ref waiting);
            Tree<Maximum>(ref gathered);
            Maximum peak = default(Maximum).Left(ref gathered, 0);
            if (!default(Kernel<TLanes, TFormat, TVector, TBits, T>).IsOrdinary(peak.Max, lanes.Load(ref waiting, 0)))
            {
                return row;
            }

            Scales scales = operation.ScalesOf(peak);
            operation.Leave(scales, ref waiting);
            lanes.Store(peak.Max, ref waiting, RegistersOfWeightScales * lanes.Count);
            CountOfRows<MaxProbabilityPasses, Maximum>(operation, ref values, size, last, count, ref gathered, ref waiting);
            for (int r = 0; r < lanes.Count; r++)
            {
                TVector max = lanes.Create(Unsafe.Add(ref waiting, (RegistersOfWeightScales * lanes.Count) + r));
                indices[row + r] = IndexOf(ref Unsafe.Add(ref values, r * size), last, max);
            }

            Tree<Counted>(ref gathered);
            lanes.Store(
                operation.Finish(default(Counted).Left(ref gathered, 0).Totals(registers), peak, scales).First, ref MemoryMarshal.GetReference(probabilities), row);
        }

        return row;
    }

    /// <summary><see cref="RowsAcrossLanes{TOperation, TPeak}"/> of both.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int BestAcrossLanes(ReadOnlySpan<T> source, Span<int> indices, Span<T> probabilities, int size, int row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        MaxProbabilityPasses operation = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
        int rows = source.Length / size;
        Span<T> memory = stackalloc T[MemoryOfColumns(size)];
        ref T columns = ref Aligned(memory);
        nint last = (size - 1) * lanes.Count;
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            LoadAnyColumns(ref Unsafe.Add(ref allValues, row * size), size, ref columns);
            TVector sum = lanes.Create(default);
            Maximum peak = Gather<Maximum>(ref columns, last, lanes.Count, ref sum);
            if (!kernel.IsOrdinary(peak.Max, sum))
            {
                return row;
            }

            lanes.StoreIndices(IndicesOf(ref columns, (int)last, peak.Max), ref MemoryMarshal.GetReference(indices), row);
            Scales scales = operation.ScalesOf(peak);
            Count<MaxProbabilityPasses, Maximum>(ref columns, last, lanes.Count, scales, out TBits coarse, out TBits fine);
            lanes.Store(operation.Finish(kernel.Totals(coarse, fine, size), peak, scales).First, ref MemoryMarshal.GetReference(probabilities), row);
        }

        return row;
    }
}

/// <summary>The index of the first maximum, and what softmax gives it.</summary>
internal readonly struct ArgMaxProbabilityOperation<T> : ITwoResults<T, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, out T value)
        where TRows : struct, IRows<T> => rows.ArgMax(values, out value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> first, Span<T> second, int size, int row)
        where TRows : struct, IRows<T> => rows.ArgMax(values, first, second, size, row);
}
