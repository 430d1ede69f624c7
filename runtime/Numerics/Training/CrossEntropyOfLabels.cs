using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// log Σ exp(xⱼ) − x[label], with the bits of −log-softmax; and softmax − one-hot. Of a label that is the maximum the gradient is not p − 1, which has no digits near certainty,
/// but what softmax leaves for the others.
/// </summary>
internal readonly struct CrossEntropyOfLabels<TWidest, TFormat, T> : ITraining<T>
    where TWidest : struct, IWidest<T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged
{
    /// <summary>Rows whose logarithms wait on the stack; they are read again while they are in the cache.</summary>
    private const int RowsAtOnce = 64;

    public void Rows(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size)
    {
        for (int first = 0; first < labels.Length; first += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, labels.Length - first);
            ReadOnlySpan<T> part = values.Slice(first * size, rows * size);
            if (filled.IsEmpty)
            {
                Losses(part, labels.Slice(first, rows), folded.Slice(first, rows), size);
            }
            else
            {
                LossesAndGradients(part, labels.Slice(first, rows), folded.Slice(first, rows), filled.Slice(first * size, rows * size), size);
            }
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void Losses(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> losses, int size)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Span<T> waiting = stackalloc T[2 * RowsAtOnce];
        Span<T> logs = waiting.Slice(0, labels.Length);
        Span<T> maxima = waiting.Slice(RowsAtOnce, labels.Length);
        Numerics.Rows.ToValues<TWidest, LogOfRestOperation<T>, T, T>(default, values, logs, size);
        Numerics.Rows.ToValues<TWidest, MaxOperation<T>, T, T>(default, values, maxima, size);
        for (int row = 0; row < labels.Length; row++)
        {
            logs[row] = Loss(values[(row * size) + labels[row]], logs[row], maxima[row]);
        }

        logs.CopyTo(losses);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static unsafe void LossesAndGradients(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> losses, Span<T> gradients, int size)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int rows = labels.Length;
        T* parts = stackalloc T[SoftmaxLossOperation<T>.Parts * RowsAtOnce];
        T* ofLabels = stackalloc T[RowsAtOnce];
        T* ofOne = stackalloc T[SoftmaxLossOperation<T>.Parts];

        // The gradients may stand where the logits do.
        for (int row = 0; row < rows; row++)
        {
            ofLabels[row] = values[(row * size) + labels[row]];
        }

        for (int row = 0; row < rows;)
        {
            row = default(TWidest).Blocks<SoftmaxLossOperation<T>, T>(new(parts), values, gradients, size, row);
            for (int end = Math.Min(row + Numerics.Rows.RowsBetweenBlocks, rows); row < end; row++)
            {
                default(TWidest).Row<SoftmaxLossOperation<T>, T>(new(ofOne), values.Slice(row * size, size), gradients.Slice(row * size, size));
                parts[row] = ofOne[0];
                parts[rows + row] = ofOne[1];
                parts[rows + rows + row] = ofOne[2];
            }
        }

        TFormat format = default;
        for (int row = 0; row < rows; row++)
        {
            T max = format.PlusZero(parts[rows + row]);
            losses[row] = Loss(ofLabels[row], parts[row], max);

            // A label that is no maximum has half of the probability at most: nothing cancels.
            ref T gradient = ref gradients[(row * size) + labels[row]];
            gradient = format.AreEqual(ofLabels[row], max) ? format.Subtract(format.Zero, parts[rows + rows + row]) : format.Subtract(gradient, format.One);
        }
    }

    /// <summary>As log-softmax subtracts: so the bits are its.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Loss(T value, T log, T max)
    {
        TFormat format = default;
        return format.AreEqual(value, max) ? log : format.Subtract(log, format.Subtract(value, max));
    }
}
