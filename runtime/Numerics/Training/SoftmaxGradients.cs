using System;

namespace SoftKernels.Numerics;

/// <summary>pᵢ·(uᵢ − Σ pⱼ·uⱼ).</summary>
internal readonly struct SoftmaxGradients : ITraining<float>, ITraining<double>
{
    public void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<float> probabilities = values.Slice(start, size);
            ReadOnlySpan<float> upstream = others.Slice(start, size);
            Maps.Fill(new ShareOfDistance(Sums.OfProducts(probabilities, upstream)), probabilities, upstream, filled.Slice(start, size));
        }
    }

    public void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<double> probabilities = values.Slice(start, size);
            ReadOnlySpan<double> upstream = others.Slice(start, size);
            Maps.Fill(new ShareOfDistance(Sums.OfProducts(probabilities, upstream)), probabilities, upstream, filled.Slice(start, size));
        }
    }
}
