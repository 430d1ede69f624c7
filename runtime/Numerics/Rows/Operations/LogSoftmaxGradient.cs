using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>uᵢ − exp(lᵢ)·Σ uⱼ: probabilities are weights at the scale of 0, the greatest log-probability there is.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(KernelOptions.Optimized)]
    void IRows<T>.LogSoftmaxGradient(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> upstream, T sum, Span<T> gradient)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        if (logProbabilities.Length < lanes.Count)
        {
            Span<T> padded = stackalloc T[2 * WidestRegister];
            padded.Clear();
            logProbabilities.CopyTo(padded);
            upstream.CopyTo(padded.Slice(WidestRegister));
            Span<T> ofRegister = padded.Slice(WidestRegister, lanes.Count);
            WithoutShares(kernel, padded.Slice(0, lanes.Count), ofRegister, sum, ofRegister);
            ofRegister.Slice(0, gradient.Length).CopyTo(gradient);
            return;
        }

        ref T logs = ref MemoryMarshal.GetReference(logProbabilities);
        ref T values = ref MemoryMarshal.GetReference(upstream);
        ref T results = ref MemoryMarshal.GetReference(gradient);
        int last = logProbabilities.Length - lanes.Count;
        TVector zero = kernel.Zero();
        TVector scale = kernel.Scale(zero);
        TVector lowest = kernel.Lowest(zero);

        // Half of what takes the weights' scale away goes to the sum: neither is subnormal before the product is.
        TVector ofWeights = lanes.Create(default(TFormat).HalfOfUnit);
        TVector ofSum = lanes.Multiply(lanes.Create(sum), lanes.Create(default(TFormat).OtherHalfOfUnit));
        TVector aheadLogs = lanes.Load(ref logs, last);
        TVector ahead = lanes.Load(ref values, last);
        for (int i = 0; i < last; i += lanes.Count)
        {
            lanes.Store(WithoutShare(lanes.Load(ref logs, i), lanes.Load(ref values, i), scale, lowest, ofWeights, ofSum), ref results, i);
        }

        lanes.Store(WithoutShare(aheadLogs, ahead, scale, lowest, ofWeights, ofSum), ref results, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WithoutShares<TRows>(TRows rows, ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> upstream, T sum, Span<T> gradient)
        where TRows : struct, IRows<T> => rows.LogSoftmaxGradient(logProbabilities, upstream, sum, gradient);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WithoutShare(TVector log, TVector upstream, TVector scale, TVector lowest, TVector ofWeights, TVector ofSum)
    {
        TLanes lanes = default;
        TVector weight = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Weight(log, scale, lowest);

        // 0, or NaN where the logarithm is.
        TVector raised = lanes.Max(lowest, log);
        weight = lanes.Add(lanes.Multiply(weight, ofWeights), lanes.Subtract(raised, raised));
        return lanes.Add(lanes.Subtract(upstream, lanes.Multiply(weight, ofSum)), lanes.Create(default));
    }
}
