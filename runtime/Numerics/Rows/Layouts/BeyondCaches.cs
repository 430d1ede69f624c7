using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics.X86;
#endif

namespace SoftKernels.Numerics;

/// <content>
/// Softmax of a row beyond the caches, where memory is what it waits for. Weights are taken twice, once to be counted and once to be shared, instead of
/// waiting where the results will stand: they would be carried there, back, and there again. And the row is counted while its maximum is still looked
/// for, part by part, at the scale of the parts so far: exact sums have no order, so a part with a greater maximum makes what came before it be
/// counted at the end, and nothing else.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Bytes of a part, which stays in a core's cache from the first pass over it to the second.</summary>
    private const int BytesOfPart = 1 << 17;

    /// <summary>False, and nothing written, where the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool BeyondCaches(ReadOnlySpan<T> logits, Span<T> probabilities, out T max)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        SoftmaxTwicePasses operation = default;
        Maximum peak = default(Maximum).None();
        Scales scales = default;
        LongTotal total = default;
        T scale = default;
        max = default;
        int counted = 0;
        int length = BytesOfPart / Unsafe.SizeOf<T>();
        for (int i = 0; i < logits.Length;)
        {
            // No part is shorter than a register.
            ReadOnlySpan<T> part = logits.Length - i < 2 * length ? logits.Slice(i) : logits.Slice(i, length);
            GatherRow(part, out Maximum peakOfPart, out bool isFreeOfNaN);
            peak = peak.With(peakOfPart.Max);
            max = lanes.ToScalar(peak.Max);
            if (!isFreeOfNaN || !default(TFormat).IsOrdinary(max))
            {
                return false;
            }

            scales = operation.ScalesOf(peak);
            T scaleSoFar = lanes.ToScalar(scales.Scale);
            if (!scaleSoFar.Equals(scale))
            {
                scale = scaleSoFar;
                total = default;
                counted = i;
            }

            CountFinely<SoftmaxTwicePasses, Maximum>(operation, part, default, scales, ref total);
            i += part.Length;
        }

        if (counted > 0)
        {
            CountFinely<SoftmaxTwicePasses, Maximum>(operation, logits.Slice(0, counted), default, scales, ref total);
        }

        Finished finished = operation.FinishLong(default(TFormat).ToPair(total), max, default, peak);
        WritePastCaches<SoftmaxTwicePasses, Maximum>(logits, probabilities, finished);
        return true;
    }

    /// <summary><see cref="Write"/>, without reading what is overwritten.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static unsafe void WritePastCaches<TOperation, TPeak>(ReadOnlySpan<T> registers, Span<T> results, in Finished finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        nint last = registers.Length - lanes.Count;
        ref T source = ref MemoryMarshal.GetReference(registers);
        fixed (T* pinned = results)
        {
            nint past = (nint)pinned & (Unsafe.SizeOf<TVector>() - 1);
            if (past % Unsafe.SizeOf<T>() != 0)
            {
                Write<TOperation, TPeak>(ref source, ref *pinned, last, finished);
                return;
            }

            // Whole registers in between; the first and the last overlap them, and are read before.
            TVector first = default(TOperation).Result(lanes.Load(ref source, 0), finished);
            TVector ahead = default(TOperation).Result(lanes.Load(ref Unsafe.Add(ref source, last), 0), finished);
            nint i = ((Unsafe.SizeOf<TVector>() - past) & (Unsafe.SizeOf<TVector>() - 1)) / Unsafe.SizeOf<T>();
            for (; i < last; i += lanes.Count)
            {
                lanes.StorePastCaches(default(TOperation).Result(lanes.Load(ref Unsafe.Add(ref source, i), 0), finished), ref pinned[i]);
            }

            lanes.Store(first, ref *pinned, 0);
            lanes.Store(ahead, ref pinned[last], 0);
        }

#if NET8_0_OR_GREATER
        if (Sse.IsSupported)
        {
            Sse.StoreFence();
        }
#endif
    }
}
