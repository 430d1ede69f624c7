using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// A draw by inverse cumulative weight (L. Devroye, "Non-Uniform Random Variate Generation", 1986, III.2). Weights are the integers that softmax counts, on its two grids; with S their
/// sum, what is drawn is the first value whose cumulative weight is above ⌊u·S⌋, an integer too. So no rounding decides, at no width. It is found part by part: of a part that it is in, the
/// parts, down to a register.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Parts of a row, or of a part of it.</summary>
    private const int MostParts = 64;

    /// <summary>Registers that are counted one by one at the last but one step: a row of so many has no other.</summary>
    private const int FewRegisters = 8;

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    int IRows<T>.Sample(ReadOnlySpan<T> logits, T temperature, double uniform)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (temperature.Equals(default(TFormat).One))
        {
            return Sample<SoftmaxPasses>(default, logits, uniform);
        }

        SoftmaxAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        return Sample(passes, logits, uniform);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sample<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, double uniform)
        where TOperation : struct, IWeighing<Maximum> =>
        FitsRegisters(logits.Length) && SampleInRegisters(operation, logits, uniform) is >= 0 and int index ? index
        : logits.Length < default(TLanes).Count ? SampleOfPadded(operation, logits, uniform)
        : logits.Length <= ElementsOfPart && SampleInLoops(operation, logits, uniform) is >= 0 and int found ? found
        : SampleOf(operation, logits, uniform);

    /// <summary>A row that fills no register, copied into one: what is absent is not drawn.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static int SampleOfPadded<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, double uniform)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<T> padded = stackalloc T[WidestRegister];
        return SampleOf(operation, Pad(logits, padded), uniform);
    }

    /// <summary>−1 where the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int SampleInRegisters<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, double uniform)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        int more = logits.Length - lanes.Count;
        TVector first = more < 0 ? LoadShort(ref source, logits.Length) : lanes.Load(ref source, 0);
        TVector second = more <= 0 ? kernel.Absent() : kernel.KeepLastElseAbsent(lanes.Load(ref source, more), more);
        Maximum peak = default(Maximum).None().With(first, second).InEveryLane();
        TVector sum = lanes.Add(first, second);
        if (!lanes.AreEqual(sum, sum) || !operation.IsOrdinary(lanes.ToScalar(peak.Max)))
        {
            return -1;
        }

        Scales scales = operation.ScalesOf(peak);
        ExactTotals<TBits> weights = Weights(operation, operation.Weigh(first, scales), scales);
        ExactTotals<TBits> others = new() { Coarse = lanes.CreateBits(0), Fine = lanes.CreateBits(0) };
        if (more > 0)
        {
            others = Weights(operation, operation.Weigh(second, scales), scales);
        }

        ExactTotal total = new(lanes.SumBits(lanes.AddBits(weights.Coarse, others.Coarse), 2), lanes.SumBits(lanes.AddBits(weights.Fine, others.Fine), 2));
        Span<T> memory = stackalloc T[4 * WidestRegister];
        ref T coarse = ref MemoryMarshal.GetReference(memory);
        ref T fine = ref Unsafe.Add(ref coarse, 2 * WidestRegister);

        // As they stand in the row: what the first register has is written over the zeroes that the second has for it.
        lanes.Store(lanes.FromBits(others.Coarse), ref coarse, Math.Max(more, 0));
        lanes.Store(lanes.FromBits(others.Fine), ref fine, Math.Max(more, 0));
        lanes.Store(lanes.FromBits(weights.Coarse), ref coarse, 0);
        lanes.Store(lanes.FromBits(weights.Fine), ref fine, 0);
        return Unsafe.SizeOf<T>() == sizeof(int)
            ? Find(ref coarse, ref fine, logits.Length, FloorOf<NarrowSum>(uniform, total))
            : Find(ref coarse, ref fine, logits.Length, FloorOf<WideInteger>(uniform, total));
    }

    /// <summary>A row whose weights wait in a block of the stack; −1 where it is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int SampleInLoops<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, double uniform)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int last = logits.Length - lanes.Count;
        int more = logits.Length % lanes.Count;
        TVector sum = lanes.Create(default);
        Maximum peak = Gather<Maximum>(ref MemoryMarshal.GetReference(logits), last, more == 0 ? lanes.Count : more, ref sum).InEveryLane();
        if (!lanes.AreEqual(sum, sum) || !operation.IsOrdinary(lanes.ToScalar(peak.Max)))
        {
            return -1;
        }

        Scales scales = operation.ScalesOf(peak);
        Span<T> memory = stackalloc T[ElementsOfPart];
        Span<T> weights = memory.Slice(0, logits.Length);
        Weigh<TOperation, Maximum>(ref MemoryMarshal.GetReference(logits), ref MemoryMarshal.GetReference(weights), last, scales);
        return Unsafe.SizeOf<T>() == sizeof(int)
            ? Find<TOperation, Weighed, NarrowSum>(operation, weights, default, scales, uniform)
            : Find<TOperation, Weighed, WideInteger>(operation, weights, default, scales, uniform);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int SampleOf<TOperation>(in TOperation given, ReadOnlySpan<T> logits, double uniform)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TFormat format = default;
        TOperation operation = given;
        GatherRow(logits, out Maximum gathered, out bool isFreeOfNaN);
        Maximum peak = gathered;
        T max = isFreeOfNaN ? lanes.ToScalar(peak.Max) : format.NaN;
        if (!format.IsFinite(max) || operation.IsAtLimit())
        {
            return SpecialRows<TFormat, T>.Sample(logits, max, uniform);
        }

        T shift = format.Zero;
        if (!operation.IsOrdinary(max))
        {
            shift = operation.GoBeyond(max);
            peak = operation.Centered(peak, lanes.Create(shift));
        }

        Scales scales = operation.ScalesOf(peak);
        return logits.Length <= LongTotal.LongestExactTotal && Unsafe.SizeOf<T>() == sizeof(int) ? Find<TOperation, Unweighed, NarrowSum>(operation, logits, shift, scales, uniform)
            : Find<TOperation, Unweighed, WideInteger>(operation, logits, shift, scales, uniform);
    }

    /// <summary>The value that is drawn from weights that are not all 0.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int Find<TOperation, TState, TSum>(in TOperation operation, ReadOnlySpan<T> row, T shift, in Scales scales, double uniform)
        where TOperation : struct, IWeighing<Maximum>
        where TState : struct
        where TSum : unmanaged, IWeightSum<TSum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Span<TSum> parts = stackalloc TSum[MostParts];
        TVector center = lanes.Create(shift);
        TSum left = default;
        int first = 0;
        int count = (row.Length + lanes.Count - 1) / lanes.Count;
        bool isKnown = false;
        while (count > 1 || !isKnown)
        {
            int each = count <= FewRegisters ? 1 : count <= FewRegisters * FewRegisters ? FewRegisters : (count + MostParts - 1) / MostParts;
            TSum total = default;
            int number = 0;
            for (int start = 0; start < count; start += each)
            {
                TSum part = WeightOf<TOperation, TState, TSum>(operation, row, first + start, Math.Min(each, count - start), center, scales);
                parts[number++] = part;
                total.Add(part);
            }

            if (!isKnown)
            {
                left = total.FloorOf(uniform);
                isKnown = true;
            }

            // The last part has what the others leave.
            int found = 0;
            for (; found < number - 1 && !left.IsBelow(parts[found]); found++)
            {
                left.Subtract(parts[found]);
            }

            first += found * each;
            count = Math.Min(each, count - (found * each));
        }

        int index = first * lanes.Count;
        ExactTotals<TBits> weights = Weights(operation, WeightsAt<TOperation, TState>(operation, row, index, center, scales), scales);
        Span<T> memory = stackalloc T[2 * WidestRegister];
        ref T coarse = ref MemoryMarshal.GetReference(memory);
        ref T fine = ref Unsafe.Add(ref coarse, WidestRegister);
        lanes.Store(lanes.FromBits(weights.Coarse), ref coarse, 0);
        lanes.Store(lanes.FromBits(weights.Fine), ref fine, 0);
        return Math.Min(index, row.Length - lanes.Count) + Find(ref coarse, ref fine, lanes.Count, left);
    }

    /// <summary>The weight of so many registers of a row, in units of the fine grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSum WeightOf<TOperation, TState, TSum>(in TOperation operation, ReadOnlySpan<T> row, int first, int count, TVector center, in Scales scales)
        where TOperation : struct, IWeighing<Maximum>
        where TState : struct
        where TSum : unmanaged, IWeightSum<TSum>
    {
        TLanes lanes = default;
        TSum total = default;
        do
        {
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            int counted = Math.Min(count, RegistersPerTotal);
            for (int register = first; register < first + counted; register++)
            {
                operation.Count(WeightsAt<TOperation, TState>(operation, row, register * lanes.Count, center, scales), scales, ref coarse, ref fine);
            }

            first += counted;
            count -= counted;
            total.Add(default(Kernel<TLanes, TFormat, TVector, TBits, T>).Total(coarse, fine, counted), default(TFormat).CoarseUnitBits);
        }
        while (count > 0);
        return total;
    }

    /// <summary>A register of weights; the last of a row has 0 for what the one before it has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WeightsAt<TOperation, TState>(in TOperation operation, ReadOnlySpan<T> row, int index, TVector center, in Scales scales)
        where TOperation : struct, IWeighing<Maximum>
        where TState : struct
    {
        TLanes lanes = default;
        int last = row.Length - lanes.Count;
        TVector register = lanes.Load(ref MemoryMarshal.GetReference(row), Math.Min(index, last));
        if (typeof(TState) == typeof(Unweighed))
        {
            register = operation.Weigh(operation.Centered(register, center), scales);
        }

        return index <= last ? register : operation.OnlyLast(register, row.Length - index);
    }

    /// <summary>The weights of a register, as integers on both grids.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ExactTotals<TBits> Weights<TOperation>(in TOperation operation, TVector weights, in Scales scales)
        where TOperation : struct, IWeighing<Maximum>
    {
        TBits coarse = default(TLanes).CreateBits(0);
        TBits fine = default(TLanes).CreateBits(0);
        operation.Count(weights, scales, ref coarse, ref fine);
        return default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(coarse, fine, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSum FloorOf<TSum>(double uniform, ExactTotal total)
        where TSum : unmanaged, IWeightSum<TSum>
    {
        TSum sum = default;
        sum.Add(total, default(TFormat).CoarseUnitBits);
        return sum.FloorOf(uniform);
    }

    /// <summary>The first of some weights with which their sum is above what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find<TSum>(ref T coarse, ref T fine, int count, TSum left)
        where TSum : unmanaged, IWeightSum<TSum>
    {
        int bits = default(TFormat).CoarseUnitBits;
        if (Unsafe.SizeOf<T>() == sizeof(int) && typeof(TSum) == typeof(NarrowSum))
        {
            // Without a branch on where it stands: so many sums are not above it.
            long rest = Unsafe.As<TSum, NarrowSum>(ref left).Value;
            int found = 0;
            for (int i = 0; i < count; i++)
            {
                rest -= ((long)Unsafe.As<T, int>(ref Unsafe.Add(ref coarse, i)) << bits) + Unsafe.As<T, int>(ref Unsafe.Add(ref fine, i));
                found += (int)(~rest >>> 63);
            }

            return found;
        }

        for (int i = 0; ; i++)
        {
            TSum weight = default;
            weight.Add(new ExactTotal(ToInteger(ref coarse, i), ToInteger(ref fine, i)), bits);
            if (left.IsBelow(weight))
            {
                return i;
            }

            left.Subtract(weight);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToInteger(ref T bits, int index) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Unsafe.As<T, int>(ref Unsafe.Add(ref bits, index))
        : Unsafe.As<T, long>(ref Unsafe.Add(ref bits, index));
}

/// <summary>A row of logits, whose weights are taken where they are counted.</summary>
internal readonly struct Unweighed;

/// <summary>A row of weights.</summary>
internal readonly struct Weighed;

/// <summary>One draw.</summary>
internal struct SampleOperation<T> : IRowOperation<T, int>
{
    public T Temperature;

    public double Uniform;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> results)
        where TRows : struct, IRows<T> => rows.Sample(values, Temperature, Uniform);

    public readonly int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}
