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
            Span<T> buffer = stackalloc T[WidestRegister];
            buffer = buffer.Slice(0, Pad(logits, buffer).Length);
            Softmax(buffer, buffer);
            buffer.Slice(0, probabilities.Length).CopyTo(probabilities);
            return;
        }

        T max = Max(logits, out bool hasNaN);
        if (hasNaN || format.IsInfinity(max))
        {
            SpecialRows<TFormat, T>.Softmax(logits, probabilities, max, hasNaN);
            return;
        }

        T shift = format.IsOrdinary(max) ? format.Zero : max;
        Pair<T> sum = StoreWeights(logits, probabilities, max, shift);
        Multiply(probabilities, format.Reciprocal(sum));
    }

    /// <summary>The weights stay in the destination until their sum is known.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static Pair<T> StoreWeights(ReadOnlySpan<T> logits, Span<T> weights, T max, T shift)
    {
        TLanes lanes = default;
        TFormat format = default;
        ref T source = ref MemoryMarshal.GetReference(logits);
        ref T destination = ref MemoryMarshal.GetReference(weights);
        TVector center = lanes.Create(shift);
        TVector scale = Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(lanes.Create(format.Subtract(max, shift)));

        // In place, the loop overwrites what the last register reads: read it first.
        int overlapped = logits.Length - lanes.Count;
        int tail = logits.Length % lanes.Count;
        TVector last = lanes.Load(ref source, overlapped);

        LongTotal<TFormat, T> total = default;
        for (int i = 0; i <= overlapped;)
        {
            int registers = Math.Min(((overlapped - i) / lanes.Count) + 1, Kernel<TLanes, TFormat, TVector, TBits, T>.RegistersPerTotal);
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            int end = i + (registers * lanes.Count);
            for (; i <= end - (2 * lanes.Count); i += 2 * lanes.Count)
            {
                TVector even = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(lanes.Subtract(lanes.Load(ref source, i), center), scale);
                TVector odd = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(lanes.Subtract(lanes.Load(ref source, i + lanes.Count), center), scale);
                lanes.Store(even, ref destination, i);
                lanes.Store(odd, ref destination, i + lanes.Count);
                coarse = lanes.AddBits(coarse, lanes.AddBits(Kernel<TLanes, TFormat, TVector, TBits, T>.Coarse(even), Kernel<TLanes, TFormat, TVector, TBits, T>.Coarse(odd)));
                fine = lanes.AddBits(fine, lanes.AddBits(Kernel<TLanes, TFormat, TVector, TBits, T>.Fine(even), Kernel<TLanes, TFormat, TVector, TBits, T>.Fine(odd)));
            }

            for (; i < end; i += lanes.Count)
            {
                TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(lanes.Subtract(lanes.Load(ref source, i), center), scale);
                lanes.Store(weight, ref destination, i);
                coarse = lanes.AddBits(coarse, Kernel<TLanes, TFormat, TVector, TBits, T>.Coarse(weight));
                fine = lanes.AddBits(fine, Kernel<TLanes, TFormat, TVector, TBits, T>.Fine(weight));
            }

            total.Add(Kernel<TLanes, TFormat, TVector, TBits, T>.Total(coarse, fine, registers), registers * lanes.Count);
        }

        if (tail != 0)
        {
            TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(lanes.Subtract(last, center), scale);
            lanes.Store(weight, ref destination, overlapped);
            total.Add(Kernel<TLanes, TFormat, TVector, TBits, T>.TotalOf(lanes.KeepLast(weight, tail, lanes.Create(format.Zero))), tail);
        }

        return total.ToPair();
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void Multiply(Span<T> values, T factor)
    {
        TLanes lanes = default;
        ref T reference = ref MemoryMarshal.GetReference(values);
        TVector factors = lanes.Create(factor);
        int overlapped = values.Length - lanes.Count;
        TVector last = lanes.Multiply(lanes.Load(ref reference, overlapped), factors);
        for (int i = 0; i <= overlapped; i += lanes.Count)
        {
            lanes.Store(lanes.Multiply(lanes.Load(ref reference, i), factors), ref reference, i);
        }

        lanes.Store(last, ref reference, overlapped);
    }
}
