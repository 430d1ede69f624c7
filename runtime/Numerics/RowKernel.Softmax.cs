using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal static partial class RowKernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(KernelOptions.Optimized)]
    public static void Softmax(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        TLanes lanes = default;
        TFormat format = default;
        if (logits.Length == 1)
        {
            probabilities[0] = SpecialRows<TFormat, T>.SoftmaxOfOne(logits[0]);
            return;
        }

        if (logits.Length < lanes.Count)
        {
            SoftmaxOfShort(logits, probabilities);
            return;
        }

        if (logits.Length <= 2 * lanes.Count && SoftmaxInRegisters(logits, probabilities))
        {
            return;
        }

        T max = Max(logits);
        if (!format.IsFinite(max))
        {
            SpecialRows<TFormat, T>.Softmax(logits, probabilities, max);
            return;
        }

        if (!format.IsOrdinary(max))
        {
            Subtract(logits, max, probabilities);
            logits = probabilities;
            max = format.Zero;
        }

        StoreWeights(logits, probabilities, max);
        Multiply(probabilities, ReciprocalOfSum(probabilities));
    }

    /// <summary>A row of one register or two: the latter overlap. False, and nothing written, where it is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool SoftmaxInRegisters(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        TLanes lanes = default;
        TFormat format = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        ref T destination = ref MemoryMarshal.GetReference(probabilities);
        int overlapped = logits.Length - lanes.Count;
        TVector first = lanes.Load(ref source, 0);
        TVector last = lanes.Load(ref source, overlapped);
        TVector max = Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(lanes.Max(first, last));
        if (IsAnyNaN(lanes.Add(first, last)) || !format.IsOrdinary(lanes.ToScalar(max)))
        {
            return false;
        }

        TVector scale = Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(max);
        TVector lowest = Kernel<TLanes, TFormat, TVector, TBits, T>.Lowest(max);
        first = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(first, scale, lowest);
        if (overlapped == 0)
        {
            lanes.Store(lanes.Multiply(first, lanes.Create(format.Reciprocal(Kernel<TLanes, TFormat, TVector, TBits, T>.TotalOf(first)))), ref destination, 0);
            return true;
        }

        last = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(last, scale, lowest);

        TBits coarse = lanes.CreateBits(0);
        TBits fine = lanes.CreateBits(0);
        Kernel<TLanes, TFormat, TVector, TBits, T>.Count(first, ref coarse, ref fine);
        Kernel<TLanes, TFormat, TVector, TBits, T>.Count(lanes.KeepLast(last, overlapped, lanes.Create(format.Zero)), ref coarse, ref fine);
        TVector inverse = lanes.Create(format.Reciprocal(Kernel<TLanes, TFormat, TVector, TBits, T>.Total(coarse, fine, 2)));
        lanes.Store(lanes.Multiply(first, inverse), ref destination, 0);
        lanes.Store(lanes.Multiply(last, inverse), ref destination, overlapped);
        return true;
    }

    /// <summary>The weights stay in the destination until their sum is known.</summary>
    /// <remarks>One place computes, and nothing else is done there: its constants fill 16 registers, and more would spill at every use.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void StoreWeights(ReadOnlySpan<T> logits, Span<T> weights, T max)
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        ref T destination = ref MemoryMarshal.GetReference(weights);
        TVector scale = Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(lanes.Create(max));
        TVector lowest = Kernel<TLanes, TFormat, TVector, TBits, T>.Lowest(lanes.Create(max));

        // In place, the loop overwrites what the last register reads: read it first.
        int overlapped = logits.Length - lanes.Count;
        TVector last = lanes.Load(ref source, overlapped);
        for (int i = 0; ; i = Math.Min(i + lanes.Count, overlapped))
        {
            TVector x = i == overlapped ? last : lanes.Load(ref source, i);
            lanes.Store(Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(x, scale, lowest), ref destination, i);
            if (i == overlapped)
            {
                return;
            }
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static T ReciprocalOfSum(ReadOnlySpan<T> weights)
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(weights);
        LongTotal<TFormat, T> total = default;
        int whole = weights.Length / lanes.Count * lanes.Count;
        for (int i = 0; i < whole;)
        {
            int registers = Math.Min((whole - i) / lanes.Count, Kernel<TLanes, TFormat, TVector, TBits, T>.RegistersPerTotal);
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            int end = i + (registers * lanes.Count);
            for (; i <= end - (2 * lanes.Count); i += 2 * lanes.Count)
            {
                TVector even = lanes.Load(ref source, i);
                TVector odd = lanes.Load(ref source, i + lanes.Count);
                Kernel<TLanes, TFormat, TVector, TBits, T>.Count(even, ref coarse, ref fine);
                Kernel<TLanes, TFormat, TVector, TBits, T>.Count(odd, ref coarse, ref fine);
            }

            for (; i < end; i += lanes.Count)
            {
                Kernel<TLanes, TFormat, TVector, TBits, T>.Count(lanes.Load(ref source, i), ref coarse, ref fine);
            }

            total.Add(Kernel<TLanes, TFormat, TVector, TBits, T>.Total(coarse, fine, registers), registers * lanes.Count);
        }

        int tail = weights.Length - whole;
        if (tail != 0)
        {
            TVector weight = lanes.KeepLast(lanes.Load(ref source, weights.Length - lanes.Count), tail, lanes.Create(default(TFormat).Zero));
            total.Add(Kernel<TLanes, TFormat, TVector, TBits, T>.TotalOf(weight), tail);
        }

        return total.Reciprocal();
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Subtract(ReadOnlySpan<T> values, T subtrahend, Span<T> differences)
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        ref T destination = ref MemoryMarshal.GetReference(differences);
        TVector subtrahends = lanes.Create(subtrahend);
        int overlapped = values.Length - lanes.Count;
        TVector last = lanes.Subtract(lanes.Load(ref source, overlapped), subtrahends);
        for (int i = 0; i < overlapped; i += lanes.Count)
        {
            lanes.Store(lanes.Subtract(lanes.Load(ref source, i), subtrahends), ref destination, i);
        }

        lanes.Store(last, ref destination, overlapped);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Multiply(Span<T> values, T factor)
    {
        TLanes lanes = default;
        ref T reference = ref MemoryMarshal.GetReference(values);
        TVector factors = lanes.Create(factor);
        int overlapped = values.Length - lanes.Count;
        TVector last = lanes.Multiply(lanes.Load(ref reference, overlapped), factors);
        int i = 0;
        for (; i <= overlapped - (4 * lanes.Count); i += 4 * lanes.Count)
        {
            lanes.Store(lanes.Multiply(lanes.Load(ref reference, i), factors), ref reference, i);
            lanes.Store(lanes.Multiply(lanes.Load(ref reference, i + lanes.Count), factors), ref reference, i + lanes.Count);
            lanes.Store(lanes.Multiply(lanes.Load(ref reference, i + (2 * lanes.Count)), factors), ref reference, i + (2 * lanes.Count));
            lanes.Store(lanes.Multiply(lanes.Load(ref reference, i + (3 * lanes.Count)), factors), ref reference, i + (3 * lanes.Count));
        }

        for (; i < overlapped; i += lanes.Count)
        {
            lanes.Store(lanes.Multiply(lanes.Load(ref reference, i), factors), ref reference, i);
        }

        lanes.Store(last, ref reference, overlapped);
    }
}
