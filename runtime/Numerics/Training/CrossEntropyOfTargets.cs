using System;
using System.Buffers;

namespace SoftKernels.Numerics;

/// <summary>Σ tᵢ·(log Σ exp(xⱼ) − xᵢ), and softmax·Σ t − t.</summary>
internal readonly struct CrossEntropyOfTargets : ITraining<double>
{
    public void Rows(ReadOnlySpan<double> values, ReadOnlySpan<double> others, ReadOnlySpan<int> labels, Span<double> folded, Span<double> filled, int size)
    {
        double[] pooled = ArrayPool<double>.Shared.Rent(size);
        Span<double> row = pooled.AsSpan(0, size);
        for (int start = 0; start < values.Length; start += size)
        {
            ReadOnlySpan<double> targets = others.Slice(start, size);
            ReadOnlySpan<double> logits = values.Slice(start, size);
            double loss = Loss(logits, targets, row);
            if (!filled.IsEmpty)
            {
                default(WidestDouble).Row<SoftmaxOperation<double>, double>(default, logits, row);
                double total = Sums.Of(targets).High;
                Span<double> gradient = filled.Slice(start, size);
                for (int i = 0; i < size; i++)
                {
                    gradient[i] = (row[i] * total) - targets[i] + 0;
                }
            }

            folded[start / size] = loss;
        }

        ArrayPool<double>.Shared.Return(pooled);
    }

    private static double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> logs)
    {
        default(WidestDouble).Row<LogSoftmaxOperation<double>, double>(default, logits, logs);
        for (int i = 0; i < logs.Length; i++)
        {
            // What has no weight costs nothing, though it be impossible.
            logs[i] = targets[i] == 0 && !double.IsNaN(logs[i]) ? 0 : -logs[i];
        }

        return Sums.OfProducts(targets, logs).High + 0;
    }
}
