using System;
using System.Buffers;

namespace SoftKernels.Numerics;

/// <summary>Rows of floats, computed in doubles and rounded once.</summary>
internal readonly struct InDoubles<TOperation> : ITraining<float>
    where TOperation : struct, ITraining<double>
{
    public void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> others, ReadOnlySpan<int> labels, Span<float> folded, Span<float> filled, int size)
    {
        double[] pooled = ArrayPool<double>.Shared.Rent(3 * size);
        Span<double> widened = pooled.AsSpan(0, size);
        Span<double> widenedOthers = pooled.AsSpan(size, size);
        Span<double> results = filled.IsEmpty ? default : pooled.AsSpan(2 * size, size);
        Span<double> one = stackalloc double[1];
        for (int start = 0; start < values.Length; start += size)
        {
            Widen(values.Slice(start, size), widened);
            Widen(others.Slice(start, size), widenedOthers);
            default(TOperation).Rows(widened, widenedOthers, labels, one, results, size);
            for (int i = 0; i < results.Length; i++)
            {
                filled[start + i] = (float)results[i];
            }

            folded[start / size] = (float)one[0];
        }

        ArrayPool<double>.Shared.Return(pooled);
    }

    private static void Widen(ReadOnlySpan<float> values, Span<double> widened)
    {
        for (int i = 0; i < values.Length; i++)
        {
            widened[i] = values[i];
        }
    }
}
