using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>What a mask leaves out becomes −∞, an absent value: of a row or of many, in memory; of a row that no block of the stack holds, part by part.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Values of a part: it waits in the first cache.</summary>
    private const int ElementsOfPart = 1024;

    /// <summary>Copies what takes part, and −∞ for the rest. The destination may be the source: what is seen twice is left out twice.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LeaveOut<TMask>(ReadOnlySpan<T> values, ref byte mask, Span<T> destination)
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        ref T results = ref MemoryMarshal.GetReference(destination);
        nint last = values.Length - lanes.Count;
        if (last < 0)
        {
            for (int i = 0; i < values.Length; i++)
            {
                Unsafe.Add(ref results, i) = TakesPart<TMask>(ref mask, i) ? Unsafe.Add(ref source, i) : default(TFormat).NegativeInfinity;
            }

            return;
        }

        if (typeof(TMask) == typeof(BitMask))
        {
            // In registers: bytes of the bits would have to be stored, and read again at once.
            for (int i = 0; i < (int)last; i += lanes.Count)
            {
                lanes.Store(TakingPart<TMask>(lanes.Load(ref source, i), ref mask, i), ref results, i);
            }

            lanes.Store(TakingPart<TMask>(lanes.Load(ref source, (int)last), ref mask, (int)last), ref results, (int)last);
            return;
        }

        ref byte taking = ref mask;
        for (; last > 0; last -= lanes.Count)
        {
            lanes.Store(lanes.LeaveOut(lanes.Load(ref source, 0), ref taking), ref results, 0);
            source = ref Unsafe.Add(ref source, lanes.Count);
            results = ref Unsafe.Add(ref results, lanes.Count);
            taking = ref Unsafe.Add(ref taking, lanes.Count);
        }

        // As far as the last register reaches back, what is left is below 0.
        lanes.Store(lanes.LeaveOut(lanes.Load(ref Unsafe.Add(ref source, last), 0), ref Unsafe.Add(ref taking, last)), ref Unsafe.Add(ref results, last), 0);
    }

    /// <summary>
    /// Of a row that the block holds, there. Of a longer one maxima are gathered part by part, then weights counted so: integers have no order, so the total is that of the row, on
    /// as many grids as its length asks for.
    /// </summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static T MaskedLogSumExpByParts<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TFormat format = default;
        LogSumExpPasses operation = default;
        Span<T> block = stackalloc T[ElementsOfPart];
        if (values.Length <= block.Length)
        {
            Span<T> row = block.Slice(0, values.Length);
            LeaveOut<TMask>(values, ref mask, row);
            return OneRow<LogSumExpPasses, TwoGreatest>(operation, row, default);
        }

        block = block.Slice(0, Math.Min(block.Length, RegistersPerTotal * lanes.Count));
        TwoGreatest peak = default(TwoGreatest).None();
        bool isFreeOfNaN = true;
        for (int i = 0; i < values.Length; i += block.Length)
        {
            GatherRow(PartTakingPart(values, ref mask, i, block), out TwoGreatest peakOfPart, out bool isPartFreeOfNaN);
            peak = peak.With(peakOfPart.Max).With(peakOfPart.Heaviest);
            isFreeOfNaN &= isPartFreeOfNaN;
        }

        T max = isFreeOfNaN ? lanes.ToScalar(peak.Max) : format.NaN;
        if (!format.IsFinite(max))
        {
            return operation.Special(values, default, max);
        }

        T shift = format.Zero;
        if (!format.IsOrdinary(max))
        {
            shift = max;
            peak = peak.Less(lanes.Create(max));
        }

        Scales scales = operation.ScalesOf(peak);
        ExactTotal twice = operation.CountedTwice(peak, scales);
        bool isLong = values.Length > LongTotal.LongestExactTotal;
        ExactTotal total = default;
        LongTotal longTotal = default;
        for (int i = 0; i < values.Length; i += block.Length)
        {
            Span<T> part = PartTakingPart(values, ref mask, i, block);
            if (isLong)
            {
                CountFinely<LogSumExpPasses, TwoGreatest>(operation, part, shift, scales, ref longTotal);
            }
            else
            {
                total += CountPart(part, shift, scales);
            }
        }

        longTotal.Remove(twice);
        Pair<double> rest = isLong ? format.ToPair(longTotal) : format.ToPair(total - twice);
        return lanes.ToScalar(operation.FinishLong(rest, max, shift, peak).First);
    }

    /// <summary>A part of a row in the block, with −∞ in what is left out; and behind it, where it does not fill a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<T> PartTakingPart(ReadOnlySpan<T> values, ref byte mask, int start, Span<T> block)
    {
        ReadOnlySpan<T> part = values.Slice(start, Math.Min(block.Length, values.Length - start));
        Span<T> padded = block.Slice(0, Math.Max(part.Length, default(TLanes).Count));
        padded.Slice(part.Length).Fill(default(TFormat).NegativeInfinity);
        LeaveOut<FlagMask>(part, ref Unsafe.Add(ref mask, start), padded);
        return padded;
    }

    /// <summary>The weights of a part that the lanes of one total hold.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static ExactTotal CountPart(Span<T> part, T shift, in Scales scales)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        if (!shift.Equals(default(TFormat).Zero))
        {
            Center<LogSumExpPasses, TwoGreatest>(default, part, shift, part);
        }

        int registers = (part.Length + lanes.Count - 1) / lanes.Count;
        Count<LogSumExpPasses, TwoGreatest>(
            ref MemoryMarshal.GetReference(part), part.Length - lanes.Count, part.Length - ((registers - 1) * lanes.Count), scales, out TBits coarse, out TBits fine);
        return default(Kernel<TLanes, TFormat, TVector, TBits, T>).Total(coarse, fine, registers);
    }
}
