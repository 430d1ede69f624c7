using System;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace SoftKernels.Numerics;

/// <summary>uᵢ − exp(lᵢ)·Σ uⱼ.</summary>
internal readonly struct LogSoftmaxGradients : ITraining<float>, ITraining<double>
{
    public void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            Row(values.Slice(start, size), others.Slice(start, size), (float)Sums.Of(others.Slice(start, size)), filled.Slice(start, size));
        }
    }

    public void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            Row(values.Slice(start, size), others.Slice(start, size), Sums.Of(others.Slice(start, size)).High, filled.Slice(start, size));
        }
    }

    private static void Row(ReadOnlySpan<float> logs, ReadOnlySpan<float> upstream, float sum, Span<float> gradient)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && logs.Length >= Vector512<float>.Count)
        {
            At(Registers.Single512, logs, upstream, sum, gradient);
            return;
        }

        if (Vector256.IsHardwareAccelerated && logs.Length >= Vector256<float>.Count)
        {
            At(Registers.Single256, logs, upstream, sum, gradient);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            At(Registers.Single128, logs, upstream, sum, gradient);
            return;
        }
#endif
        At(Registers.Single, logs, upstream, sum, gradient);
    }

    private static void Row(ReadOnlySpan<double> logs, ReadOnlySpan<double> upstream, double sum, Span<double> gradient)
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && logs.Length >= Vector512<double>.Count)
        {
            At(Registers.Double512, logs, upstream, sum, gradient);
            return;
        }

        if (Vector256.IsHardwareAccelerated && logs.Length >= Vector256<double>.Count)
        {
            At(Registers.Double256, logs, upstream, sum, gradient);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            At(Registers.Double128, logs, upstream, sum, gradient);
            return;
        }
#endif
        At(Registers.Double, logs, upstream, sum, gradient);
    }

    private static void At<TRows, T>(TRows rows, ReadOnlySpan<T> logs, ReadOnlySpan<T> upstream, T sum, Span<T> gradient)
        where TRows : struct, IRows<T> => rows.LogSoftmaxGradient(logs, upstream, sum, gradient);
}
