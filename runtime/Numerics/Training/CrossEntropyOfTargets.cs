using System;
using System.Buffers;

namespace SoftKernels.Numerics;

/// <summary>
/// Σ tᵢ·(log Σ exp(xⱼ) − xᵢ) = log(1 + s)·Σ t + Σ tᵢ·(max − xᵢ), no term of which is negative; and softmax·Σ t − t. Of floats, what the logarithm has lost as a float is added.
/// </summary>
internal readonly struct CrossEntropyOfTargets : ITraining<float>, ITraining<double>
{
    public unsafe void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        float* parts = stackalloc float[SoftmaxLossOperation<float>.Parts];
        float[] pooled = ArrayPool<float>.Shared.Rent(size);
        Span<float> probabilities = pooled.AsSpan(0, size);
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<float> logits = values.Slice(start, size);
            ReadOnlySpan<float> targets = others.Slice(start, size);
            default(WidestSingle).Row<SoftmaxLogOperation<float>, float>(new(parts), logits, probabilities);
            double total = Sums.Of(targets).High;
            float loss = (float)Loss((double)parts[0] + parts[2], total, Sums.OfDistances(targets, logits, parts[1]).High);
            if (!filled.IsEmpty)
            {
                Maps.Fill(new ShareLessTarget(total), probabilities, targets, filled.Slice(start, size));
            }

            folded[start / size] = loss;
        }

        ArrayPool<float>.Shared.Return(pooled);
    }

    public unsafe void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        double* parts = stackalloc double[SoftmaxLossOperation<double>.Parts];
        double[] pooled = ArrayPool<double>.Shared.Rent(size);
        Span<double> probabilities = pooled.AsSpan(0, size);
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<double> logits = values.Slice(start, size);
            ReadOnlySpan<double> targets = others.Slice(start, size);
            default(WidestDouble).Row<SoftmaxLogOperation<double>, double>(new(parts), logits, probabilities);
            double total = Sums.Of(targets).High;
            double loss = Loss(parts[0], total, Sums.OfDistances(targets, logits, parts[1]).High);
            if (!filled.IsEmpty)
            {
                Maps.Fill(new ShareLessTarget(total), probabilities, targets, filled.Slice(start, size));
            }

            folded[start / size] = loss;
        }

        ArrayPool<double>.Shared.Return(pooled);
    }

    /// <summary>No target costs nothing, though all be impossible.</summary>
    private static double Loss(double log, double total, double distances) => (total == 0 && !double.IsNaN(log) ? 0 : log * total) + distances;
}
