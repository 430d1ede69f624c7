using System;

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
        Span<T> waiting = stackalloc T[3 * RowsAtOnce];
        for (int first = 0; first < labels.Length; first += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, labels.Length - first);
            Span<T> losses = waiting.Slice(0, rows);
            Span<T> maxima = waiting.Slice(RowsAtOnce, rows);
            Span<T> shares = waiting.Slice(2 * RowsAtOnce, rows);
            ReadOnlySpan<T> part = values.Slice(first * size, rows * size);
            ReadOnlySpan<int> labelsOfPart = labels.Slice(first, rows);
            Numerics.Rows.ToValues<TWidest, LogOfRestOperation<T>, T, T>(default, part, losses, size);
            Numerics.Rows.ToValues<TWidest, MaxOperation<T>, T, T>(default, part, maxima, size);
            FinishLosses(part, labelsOfPart, losses, maxima, filled.IsEmpty ? default : shares, size);
            if (!filled.IsEmpty)
            {
                Span<T> gradients = filled.Slice(first * size, rows * size);
                Numerics.Rows.ToRows<TWidest, SoftmaxOperation<T>, T>(default, part, gradients, size);
                FinishGradients(labelsOfPart, shares, gradients, size);
            }

            losses.CopyTo(folded.Slice(first));
        }
    }

    /// <summary>From logarithms of the rest to losses; and the gradients of labels that are maxima, 1 for others.</summary>
    private static void FinishLosses(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> losses, ReadOnlySpan<T> maxima, Span<T> shares, int size)
    {
        TFormat format = default;
        for (int row = 0; row < labels.Length; row++)
        {
            T value = values[(row * size) + labels[row]];
            bool isMaximum = format.AreEqual(value, maxima[row]);
            if (!isMaximum)
            {
                losses[row] = format.Subtract(losses[row], format.Subtract(value, maxima[row]));
            }

            if (!shares.IsEmpty)
            {
                shares[row] = isMaximum ? default(TWidest).Row<ShareOfRestOperation<T>, T>(default, values.Slice(row * size, size), default) : format.One;
            }
        }
    }

    private static void FinishGradients(ReadOnlySpan<int> labels, ReadOnlySpan<T> shares, Span<T> gradients, int size)
    {
        TFormat format = default;
        for (int row = 0; row < labels.Length; row++)
        {
            // A label that is no maximum has half of the probability at most: nothing cancels. A share of 1 says the same: the label has next to nothing.
            ref T gradient = ref gradients[(row * size) + labels[row]];
            gradient = format.AreEqual(shares[row], format.One) ? format.Subtract(gradient, format.One) : format.Subtract(format.Zero, shares[row]);
        }
    }
}
