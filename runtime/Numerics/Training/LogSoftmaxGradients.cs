using System;

namespace SoftKernels.Numerics;

/// <summary>uᵢ − exp(lᵢ)·Σ uⱼ.</summary>
internal readonly struct LogSoftmaxGradients : ITraining<float>, ITraining<double>
{
    public void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<float> upstream = others.Slice(start, size);
            Row<WidestSingle, float>(values.Slice(start, size), upstream, (float)Sums.Of(upstream).High, filled.Slice(start, size));
        }
    }

    public void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<double> upstream = others.Slice(start, size);
            Row<WidestDouble, double>(values.Slice(start, size), upstream, Sums.Of(upstream).High, filled.Slice(start, size));
        }
    }

    private static unsafe void Row<TWidest, T>(ReadOnlySpan<T> logs, ReadOnlySpan<T> upstream, T sum, Span<T> gradient)
        where TWidest : struct, IWidest<T>
        where T : unmanaged
    {
        fixed (T* pinned = upstream)
        {
            default(TWidest).Row<LogSoftmaxGradientOperation<T>, T>(new(pinned, sum), logs, gradient);
        }
    }
}
