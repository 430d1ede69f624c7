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
            return logits.Length < default(TLanes).Count
                ? SampleOfPadded<SoftmaxPasses>(default, logits, uniform)
                : SampleOf<SoftmaxPasses>(default, logits, uniform);
        }

        SoftmaxAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        return logits.Length < default(TLanes).Count
            ? SampleOfPadded(passes, logits, uniform)
            : SampleOf(passes, logits, uniform);
    }

    /// <summary>A row that fills no register, copied into one: what is absent is not drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SampleOfPadded<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, double uniform)
        where TOperation : struct, IWeighing<Maximum>
    {
        Span<T> padded = stackalloc T[WidestRegister];
        padded = padded.Slice(0, default(TLanes).Count);
        padded.Fill(default(TFormat).NegativeInfinity);
        logits.CopyTo(padded);
        return SampleOf(operation, padded, uniform);
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
        return Find(operation, logits, shift, scales, uniform);
    }

    /// <summary>The value that is drawn from weights that are not all 0.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int Find<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, T shift, in Scales scales, double uniform)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Span<WideInteger> parts = stackalloc WideInteger[MostParts];
        WideInteger left = default;
        int first = 0;
        int count = (logits.Length + lanes.Count - 1) / lanes.Count;
        bool isKnown = false;
        while (count > 1 || !isKnown)
        {
            int each = count <= FewRegisters ? 1 : count <= FewRegisters * FewRegisters ? FewRegisters : (count + MostParts - 1) / MostParts;
            WideInteger total = default;
            int number = 0;
            for (int register = first; register < first + count; register += each)
            {
                parts[number] = WeightOf(operation, logits, register, Math.Min(each, first + count - register), shift, scales);
                total.Add(parts[number++]);
            }

            if (!isKnown)
            {
                left = WideInteger.FloorOf(uniform, total);
                isKnown = true;
            }

            // The last part has what the others leave.
            int part = 0;
            for (; part < number - 1 && !left.IsBelow(parts[part]); part++)
            {
                left.Subtract(parts[part]);
            }

            first += part * each;
            count = Math.Min(each, count - (part * each));
        }

        return FindInRegister(operation, logits, first * lanes.Count, shift, scales, left);
    }

    /// <summary>The weight of so many registers of a row, in units of the fine grid.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static WideInteger WeightOf<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, int first, int count, T shift, in Scales scales)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector center = lanes.Create(shift);
        WideInteger total = default;
        while (count > 0)
        {
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            int counted = Math.Min(count, RegistersPerTotal);
            for (int register = first; register < first + counted; register++)
            {
                operation.Count(WeightsAt(operation, logits, register * lanes.Count, center, scales), scales, ref coarse, ref fine);
            }

            first += counted;
            count -= counted;
            total.Add(default(Kernel<TLanes, TFormat, TVector, TBits, T>).Total(coarse, fine, counted), default(TFormat).CoarseUnitBits);
        }

        return total;
    }

    /// <summary>A register of weights; the last of a row has 0 for what the one before it has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WeightsAt<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, int index, TVector center, in Scales scales)
        where TOperation : struct, IWeighing<Maximum>
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        int last = logits.Length - lanes.Count;
        return index <= last
            ? operation.Weigh(operation.Centered(lanes.Load(ref source, index), center), scales)
            : operation.OnlyLast(operation.Weigh(operation.Centered(lanes.Load(ref source, last), center), scales), logits.Length - index);
    }

    /// <summary>The value of a register that is drawn: so many are not, whose weights together are no more than what is left.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int FindInRegister<TOperation>(in TOperation operation, ReadOnlySpan<T> logits, int index, T shift, in Scales scales, WideInteger left)
        where TOperation : struct, IWeighing<Maximum>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Span<T> memory = stackalloc T[2 * WidestRegister];
        ref T coarse = ref memory[0];
        ref T fine = ref memory[WidestRegister];
        TBits coarseBits = lanes.CreateBits(0);
        TBits fineBits = lanes.CreateBits(0);
        operation.Count(WeightsAt(operation, logits, index, lanes.Create(shift), scales), scales, ref coarseBits, ref fineBits);
        ExactTotals<TBits> totals = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(coarseBits, fineBits, 1);
        lanes.Store(lanes.FromBits(totals.Coarse), ref coarse, 0);
        lanes.Store(lanes.FromBits(totals.Fine), ref fine, 0);
        int from = Math.Min(index, logits.Length - lanes.Count);
        int found = from;
        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            // Without a branch on where it stands.
            long rest = left.Low;
            for (int lane = 0; lane < lanes.Count; lane++)
            {
                rest -= ((long)Unsafe.As<T, int>(ref Unsafe.Add(ref coarse, lane)) << default(TFormat).CoarseUnitBits) + Unsafe.As<T, int>(ref Unsafe.Add(ref fine, lane));
                found += rest >= 0 ? 1 : 0;
            }

            return found;
        }

        for (int lane = 0; ; lane++)
        {
            WideInteger weight = default;
            weight.Add(new(Unsafe.As<T, long>(ref Unsafe.Add(ref coarse, lane)), Unsafe.As<T, long>(ref Unsafe.Add(ref fine, lane))), default(TFormat).CoarseUnitBits);
            if (left.IsBelow(weight))
            {
                return from + lane;
            }

            left.Subtract(weight);
        }
    }
}

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
