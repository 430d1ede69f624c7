using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// One row of any length, of one value at least. It is read in whole registers; the last one overlaps the one before it. Each pass is
/// a method: what it keeps in registers, no other pass can spill.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Writes the results of the row, or returns its one result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OneRow<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> values, Span<T> results)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        T result;
        if (Unsafe.SizeOf<TVector>() == Unsafe.SizeOf<T>())
        {
            return LongRow<TOperation, TPeak>(operation, values, results);
        }

        if (values.Length <= 2 * lanes.Count)
        {
            return InRegisters<TOperation, TPeak>(operation, values, results, out result) ? result
                : values.Length < lanes.Count ? OfPadded<TOperation, TPeak>(operation, values, results)
                : LongRow<TOperation, TPeak>(operation, values, results);
        }

        return values.Length <= RegistersPerTotal * lanes.Count && InLoops<TOperation, TPeak>(operation, values, results, out result)
            ? result
            : LongRow<TOperation, TPeak>(operation, values, results);
    }

    /// <summary>A row as long as it likes, and with whatever values.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static T LongRow<TOperation, TPeak>(in TOperation given, ReadOnlySpan<T> values, Span<T> results)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TFormat format = default;
        TOperation operation = given;
        GatherRow(values, out TPeak gathered, out bool isFreeOfNaN);
        TPeak peak = gathered;
        T max = isFreeOfNaN ? lanes.ToScalar(peak.Max) : format.NaN;
        if (!format.IsFinite(max) || operation.IsAtLimit())
        {
            return operation.Special(values, results, max);
        }

        T shift = format.Zero;
        ReadOnlySpan<T> weighed = values;
        if (!operation.IsOrdinary(max))
        {
            shift = operation.GoBeyond(max);
            peak = operation.Centered(peak, lanes.Create(shift));
            if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
            {
                Center<TOperation, TPeak>(operation, values, shift, results);
                weighed = results;
            }
        }

        Scales scales = operation.ScalesOf(peak);
        ReadOnlySpan<T> counted = values;
        if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
        {
            WeighRow<TOperation, TPeak>(weighed, results, scales);
            counted = results;
        }

        Pair<double> total = TotalOfRow<TOperation, TPeak>(operation, counted, shift, scales, operation.CountedTwice(peak, scales));
        Finished finished = operation.FinishLong(total, max, shift, peak);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
        {
            WriteRow<TOperation, TPeak>(counted, results, finished);
        }

        return lanes.ToScalar(finished.First);
    }

    /// <summary>
    /// A row whose weights the lanes of one total hold: all passes in one method, since what calls cost shows in rows of a few dozen registers.
    /// False, and nothing written, where it is not ordinary.
    /// </summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool InLoops<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> values, Span<T> results, out T result)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        ref T destination = ref MemoryMarshal.GetReference(results);
        int registers = (values.Length + lanes.Count - 1) / lanes.Count;
        int count = values.Length - ((registers - 1) * lanes.Count);
        nint last = values.Length - lanes.Count;
        TVector sum = kernel.Zero();
        TPeak peak = Gather<TPeak>(ref source, last, count, ref sum).InEveryLane();
        result = lanes.ToScalar(peak.Max);
        if (!lanes.AreEqual(sum, sum) || !operation.IsOrdinary(result))
        {
            return false;
        }

        Scales scales = operation.ScalesOf(peak);
        ref T counted = ref source;
        if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
        {
            WeighAligned<TOperation, TPeak>(ref source, ref destination, last, scales);
            counted = ref destination;
        }

        CountAligned<TOperation, TPeak>(ref counted, last, scales, ref registers, out TBits coarse, out TBits fine);
        Finished finished = operation.FinishRow(kernel.Total(coarse, fine, registers), peak, scales);
        result = lanes.ToScalar(finished.First);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
        {
            WriteAligned<TOperation, TPeak>(ref counted, ref destination, last, finished);
        }

        return true;
    }

    /// <summary>The peak, in every lane. A NaN is looked for where a sum says that there may be one: a sum is NaN where infinities meet, too.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void GatherRow<TPeak>(ReadOnlySpan<T> values, out TPeak peak, out bool isFreeOfNaN)
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int left = values.Length % lanes.Count;
        TVector sum = lanes.Create(default);
        peak = GatherByFour<TPeak>(
            ref MemoryMarshal.GetReference(values), values.Length - lanes.Count, left == 0 ? lanes.Count : left, ref sum).InEveryLane();

        // Registers must not outlive the call below: they would be spilled, in the loop.
        isFreeOfNaN = lanes.AreEqual(sum, sum) || IndexOfNaN(values) < 0;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void WeighRow<TOperation, TPeak>(ReadOnlySpan<T> values, Span<T> weights, in Scales scales)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        WeighAligned<TOperation, TPeak>(
            ref MemoryMarshal.GetReference(values), ref MemoryMarshal.GetReference(weights), values.Length - default(TLanes).Count, scales);
    }

    /// <summary>The total of a row, less what was counted twice; on three grids where it is long.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static Pair<double> TotalOfRow<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> registers, T shift, in Scales scales, ExactTotal twice)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        if (registers.Length > LongTotal.LongestExactTotal)
        {
            LongTotal longTotal = default;
            CountFinely<TOperation, TPeak>(operation, registers, shift, scales, ref longTotal);
            longTotal.Remove(twice);
            return default(TFormat).ToPair(longTotal);
        }

        ref T source = ref MemoryMarshal.GetReference(registers);
        TVector center = lanes.Create(shift);
        ExactTotal total = default;
        for (int i = 0; i < registers.Length;)
        {
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            int left = registers.Length - i;
            int counted = Math.Min(left / lanes.Count, RegistersPerTotal);
            int end = i + (counted * lanes.Count);
            for (; i < end; i += lanes.Count)
            {
                operation.Count(Centered<TOperation, TPeak>(operation, ref source, i, center), scales, ref coarse, ref fine);
            }

            if (counted == 0)
            {
                TVector last = operation.OnlyLast(Centered<TOperation, TPeak>(operation, ref source, registers.Length - lanes.Count, center), left);
                operation.Count(last, scales, ref coarse, ref fine);
                counted = 1;
                i = registers.Length;
            }

            total += default(Kernel<TLanes, TFormat, TVector, TBits, T>).Total(coarse, fine, counted);
        }

        return default(TFormat).ToPair(total - twice);
    }

    /// <summary>Counts a long row, or one register or more of it, on three grids.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void CountFinely<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> registers, T shift, in Scales scales, ref LongTotal total)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(registers);
        TVector center = lanes.Create(shift);
        for (int i = 0; i < registers.Length;)
        {
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            TBits finest = lanes.CreateBits(0);
            int left = registers.Length - i;
            int counted = Math.Min(left / lanes.Count, RegistersPerTotal);
            int end = i + (counted * lanes.Count);
            for (; i < end; i += lanes.Count)
            {
                operation.CountFinely(Centered<TOperation, TPeak>(operation, ref source, i, center), scales, ref coarse, ref fine, ref finest);
            }

            if (counted == 0)
            {
                TVector last = operation.OnlyLast(Centered<TOperation, TPeak>(operation, ref source, registers.Length - lanes.Count, center), left);
                operation.CountFinely(last, scales, ref coarse, ref fine, ref finest);
                counted = 1;
                i = registers.Length;
            }

            ExactTotal part = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Total(coarse, fine, counted);
            total.Add(part.Coarse, part.Fine, TotalOfFinest(finest, counted));
        }
    }

    /// <summary>A register to count: of values, centered, or of weights, which were shifted before they were taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Centered<TOperation, TPeak>(in TOperation operation, ref T registers, int index, TVector center)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TVector register = default(TLanes).Load(ref registers, index);
        return (Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? register : operation.Centered(register, center);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void WriteRow<TOperation, TPeak>(ReadOnlySpan<T> registers, Span<T> results, in Finished finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        WriteAligned<TOperation, TPeak>(
            ref MemoryMarshal.GetReference(registers), ref MemoryMarshal.GetReference(results), registers.Length - default(TLanes).Count, finished);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Center<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> values, T shift, Span<T> centered)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        ref T destination = ref MemoryMarshal.GetReference(centered);
        TVector center = lanes.Create(shift);
        int last = values.Length - lanes.Count;
        TVector ahead = operation.Centered(lanes.Load(ref source, last), center);
        for (int i = 0; i < last; i += lanes.Count)
        {
            lanes.Store(operation.Centered(lanes.Load(ref source, i), center), ref destination, i);
        }

        lanes.Store(ahead, ref destination, last);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int IndexOfNaN(ReadOnlySpan<T> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (default(TFormat).IsNaN(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
