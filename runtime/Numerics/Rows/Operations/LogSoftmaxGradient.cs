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
            Span<T> results = padded.Slice(WidestRegister, lanes.Count);
            logProbabilities.CopyTo(padded);
            upstream.CopyTo(results);
            OfRegister(kernel, padded.Slice(0, lanes.Count), results, sum);
            results.Slice(0, gradient.Length).CopyTo(gradient);
            return;
        }

        ref T logs = ref MemoryMarshal.GetReference(logProbabilities);
        ref T values = ref MemoryMarshal.GetReference(upstream);
        ref T destination = ref MemoryMarshal.GetReference(gradient);
        int last = logProbabilities.Length - lanes.Count;
        TVector zero = kernel.Zero();
        TVector scale = kernel.Scale(zero);
        TVector lowest = kernel.Lowest(zero);

        // Half of what takes the weights' scale away goes to the sum: neither is subnormal before the product is.
        TVector ofWeights = lanes.Create(default(TFormat).HalfOfUnit);
        TVector ofSum = lanes.Multiply(lanes.Create(sum), lanes.Create(default(TFormat).OtherHalfOfUnit));
        TVector ahead = WithoutShare(lanes.Load(ref logs, last), lanes.Load(ref values, last), scale, lowest, ofWeights, ofSum);
        for (int i = 0; i < last; i += lanes.Count)
        {
            lanes.Store(WithoutShare(lanes.Load(ref logs, i), lanes.Load(ref values, i), scale, lowest, ofWeights, ofSum), ref destination, i);
        }

        lanes.Store(ahead, ref destination, last);
    }

    private static void OfRegister<TRows>(TRows rows, ReadOnlySpan<T> logProbabilities, Span<T> upstream, T sum)
        where TRows : struct, IRows<T> => rows.LogSoftmaxGradient(logProbabilities, upstream, sum, upstream);

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

/// <summary>Upstream, in memory that does not move, less each probability's share of its sum.</summary>
internal readonly unsafe struct LogSoftmaxGradientOperation<T>(T* upstream, T sum) : IRowOperation<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.LogSoftmaxGradient(values, new ReadOnlySpan<T>(upstream, values.Length), sum, results);
        return sum;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => throw new NotSupportedException("One row at a time.");
}
