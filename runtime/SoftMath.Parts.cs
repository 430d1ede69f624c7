using System;
using OfDoubles = SoftKernels.Numerics.Parts<SoftKernels.Numerics.WidestDouble, SoftKernels.Numerics.Kernel<SoftKernels.Numerics.DoubleScalar, SoftKernels.Numerics.DoubleFormat, double, long, double>, SoftKernels.Numerics.DoubleFormat, double>;
using OfSingles = SoftKernels.Numerics.Parts<SoftKernels.Numerics.WidestSingle, SoftKernels.Numerics.Kernel<SoftKernels.Numerics.SingleScalar, SoftKernels.Numerics.SingleFormat, float, int, float>, SoftKernels.Numerics.SingleFormat, float>;

namespace SoftKernels;

/// <content>
/// A row in parts, on many cores or machines: peaks are merged, then totals, and each part is finished by itself. The bits are those of the methods over the whole row.
/// </content>
public static partial class SoftMath
{
    /// <summary>Of a part of a row, what the maxima of the whole row need: merged by <c>+</c>, of all parts it is the row's.</summary>
    /// <param name="part">Values that follow each other in the row, up to 2^31; none give <c>default</c>.</param>
    /// <returns>The part's peak.</returns>
    /// <remarks>Exact. One pass, without exponentials. −∞, +∞ and NaN are values as any other. Nothing is allocated.</remarks>
    public static RowPeak<float> Peak(ReadOnlySpan<float> part)
    {
        return OfSingles.Peak(part);
    }

    /// <inheritdoc cref="Peak(ReadOnlySpan{float})"/>
    public static RowPeak<double> Peak(ReadOnlySpan<double> part)
    {
        return OfDoubles.Peak(part);
    }

    /// <summary>Of a part of a row, the exact sums of its weights at the scales of the whole row: merged by <c>+</c>, of all parts they are the row's.</summary>
    /// <param name="part">Values that follow each other in the row, up to 2^31; none give <c>default</c>.</param>
    /// <param name="peak">The peak of the whole row: of all parts, merged.</param>
    /// <returns>The part's total.</returns>
    /// <exception cref="ArgumentException">The part has what the peak does not know of: a greater value, a NaN where it has none, more values.</exception>
    /// <remarks>
    /// One pass over memory, two exponentials a value; what is counted is what <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/>, <see cref="LogSumExp(ReadOnlySpan{float})"/> and <see cref="Entropy(ReadOnlySpan{float})"/> count
    /// over a long row, by the same code. Of a row with a NaN or whose maximum is infinite nothing is counted but the values. Nothing is allocated.
    /// </remarks>
    public static RowTotal<float> Total(ReadOnlySpan<float> part, RowPeak<float> peak)
    {
        return OfSingles.Total(part, peak, nameof(part));
    }

    /// <inheritdoc cref="Total(ReadOnlySpan{float}, RowPeak{float})"/>
    public static RowTotal<double> Total(ReadOnlySpan<double> part, RowPeak<double> peak)
    {
        return OfDoubles.Total(part, peak, nameof(part));
    }

    /// <summary>The maximum of a row whose peak was merged of parts.</summary>
    /// <param name="peak">The peak of the whole row.</param>
    /// <returns>The maximum; +0 where it is a zero.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <remarks>Exact. A NaN gives NaN.</remarks>
    public static float Max(RowPeak<float> peak)
    {
        KernelThrow.IfEmpty(peak.Count == 0 ? 0 : 1, nameof(peak));
        return (float)peak.Max;
    }

    /// <inheritdoc cref="Max(RowPeak{float})"/>
    public static double Max(RowPeak<double> peak)
    {
        KernelThrow.IfEmpty(peak.Count == 0 ? 0 : 1, nameof(peak));
        return (double)peak.Max;
    }

    /// <summary>Log-sum-exp of a row whose peak and total were merged of parts: log Σ exp(xᵢ).</summary>
    /// <param name="peak">The peak of the whole row.</param>
    /// <param name="total">The total of the whole row, taken with that peak.</param>
    /// <returns>log Σ exp(xᵢ), in nats: the bits of <see cref="LogSumExp(ReadOnlySpan{float})"/> over the whole row.</returns>
    /// <exception cref="ArgumentException"><paramref name="total"/> is of another number of values than <paramref name="peak"/>, was taken with a peak of other maxima, or on a machine that computes differently.</exception>
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float})" path="/remarks"/>
    public static float LogSumExp(RowPeak<float> peak, RowTotal<float> total)
    {
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        return OfSingles.LogSumExp(peak, total);
    }

    /// <inheritdoc cref="LogSumExp(RowPeak{float}, RowTotal{float})"/>
    public static double LogSumExp(RowPeak<double> peak, RowTotal<double> total)
    {
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        return OfDoubles.LogSumExp(peak, total);
    }

    /// <summary>Softmax of a part of a row: exp(xᵢ) / Σ exp(xⱼ), the sum over the whole row.</summary>
    /// <param name="part">Values that follow each other in the row, up to 2^31: as they were when peak and total were taken.</param>
    /// <param name="peak">The peak of the whole row.</param>
    /// <param name="total">The total of the whole row, taken with that peak.</param>
    /// <param name="probabilities">Destination, as long as <paramref name="part"/>; the same span works in place. Its bits are those of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> over the whole row.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without beginning together; <paramref name="part"/> has what the peak does not know of; <paramref name="total"/> is of another number of values than
    /// <paramref name="peak"/>, was taken with a peak of other maxima, or on a machine that computes differently. Nothing has been written.
    /// </exception>
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void Softmax(ReadOnlySpan<float> part, RowPeak<float> peak, RowTotal<float> total, Span<float> probabilities)
    {
        KernelThrow.IfLengthIsNot(part.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(part, probabilities, nameof(probabilities));
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        if (!part.IsEmpty)
        {
            KernelThrow.IfNotInPeak(OfSingles.Peak(part), peak, nameof(part));
            OfSingles.Softmax(part, peak, total, probabilities);
        }
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, RowPeak{float}, RowTotal{float}, Span{float})"/>
    public static void Softmax(ReadOnlySpan<double> part, RowPeak<double> peak, RowTotal<double> total, Span<double> probabilities)
    {
        KernelThrow.IfLengthIsNot(part.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(part, probabilities, nameof(probabilities));
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        if (!part.IsEmpty)
        {
            KernelThrow.IfNotInPeak(OfDoubles.Peak(part), peak, nameof(part));
            OfDoubles.Softmax(part, peak, total, probabilities);
        }
    }

    /// <summary>Log-softmax of a part of a row: xᵢ − log Σ exp(xⱼ), the sum over the whole row.</summary>
    /// <param name="part">Values that follow each other in the row, up to 2^31: as they were when peak and total were taken.</param>
    /// <param name="peak">The peak of the whole row.</param>
    /// <param name="total">The total of the whole row, taken with that peak.</param>
    /// <param name="logProbabilities">Destination, as long as <paramref name="part"/>; the same span works in place. Its bits are those of <see cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/> over the whole row.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without beginning together; <paramref name="part"/> has what the peak does not know of; <paramref name="total"/> is of another number of values than
    /// <paramref name="peak"/>, was taken with a peak of other maxima, or on a machine that computes differently. Nothing has been written.
    /// </exception>
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void LogSoftmax(ReadOnlySpan<float> part, RowPeak<float> peak, RowTotal<float> total, Span<float> logProbabilities)
    {
        KernelThrow.IfLengthIsNot(part.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(part, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        if (!part.IsEmpty)
        {
            KernelThrow.IfNotInPeak(OfSingles.Peak(part), peak, nameof(part));
            OfSingles.LogSoftmax(part, peak, total, logProbabilities);
        }
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, RowPeak{float}, RowTotal{float}, Span{float})"/>
    public static void LogSoftmax(ReadOnlySpan<double> part, RowPeak<double> peak, RowTotal<double> total, Span<double> logProbabilities)
    {
        KernelThrow.IfLengthIsNot(part.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(part, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        if (!part.IsEmpty)
        {
            KernelThrow.IfNotInPeak(OfDoubles.Peak(part), peak, nameof(part));
            OfDoubles.LogSoftmax(part, peak, total, logProbabilities);
        }
    }

    /// <summary>Cross-entropy of a label whose logit is known, in a row whose peak and total were merged of parts: log Σ exp(xⱼ) − logit.</summary>
    /// <param name="logit">The label's logit: one of the row's values.</param>
    /// <param name="peak">The peak of the whole row.</param>
    /// <param name="total">The total of the whole row, taken with that peak.</param>
    /// <returns>The loss, in nats: the bits of <see cref="CrossEntropy(ReadOnlySpan{float}, int)"/> over the whole row.</returns>
    /// <exception cref="ArgumentException">
    /// The row has no such value, as its peak says; <paramref name="total"/> is of another number of values than <paramref name="peak"/>, was taken with a peak of other maxima, or on a machine that computes differently.
    /// </exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int)" path="/remarks"/>
    public static float CrossEntropy(float logit, RowPeak<float> peak, RowTotal<float> total)
    {
        KernelThrow.IfNotInPeak(logit, peak, nameof(logit));
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        return OfSingles.CrossEntropy(logit, peak, total);
    }

    /// <inheritdoc cref="CrossEntropy(float, RowPeak{float}, RowTotal{float})"/>
    public static double CrossEntropy(double logit, RowPeak<double> peak, RowTotal<double> total)
    {
        KernelThrow.IfNotInPeak(logit, peak, nameof(logit));
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        return OfDoubles.CrossEntropy(logit, peak, total);
    }

    /// <summary>The entropy of softmax of a row whose peak and total were merged of parts: −Σ pᵢ·log pᵢ, in nats.</summary>
    /// <param name="peak">The peak of the whole row.</param>
    /// <param name="total">The total of the whole row, taken with that peak.</param>
    /// <returns>The entropy, in nats: the bits of <see cref="Entropy(ReadOnlySpan{float})"/> over the whole row.</returns>
    /// <exception cref="ArgumentException"><paramref name="total"/> is of another number of values than <paramref name="peak"/>, was taken with a peak of other maxima, or on a machine that computes differently.</exception>
    /// <inheritdoc cref="Entropy(ReadOnlySpan{float})" path="/remarks"/>
    public static float Entropy(RowPeak<float> peak, RowTotal<float> total)
    {
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        return OfSingles.Entropy(peak, total);
    }

    /// <inheritdoc cref="Entropy(RowPeak{float}, RowTotal{float})"/>
    public static double Entropy(RowPeak<double> peak, RowTotal<double> total)
    {
        KernelThrow.IfNotOfRow(peak, total, nameof(total));
        return OfDoubles.Entropy(peak, total);
    }

    /// <summary>The first maximum of a part of a row, with its index in the row: merged by <c>+</c>, of all parts it is the row's.</summary>
    /// <param name="part">Values that follow each other in the row, up to 2^31; none give <c>default</c>.</param>
    /// <param name="offset">The index in the row at which the part begins.</param>
    /// <returns>The entry of the first maximum: of the first NaN where there is one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is negative, or the part ends beyond 2^40.</exception>
    /// <remarks>Exact; −0 equals +0. The index is that of <see cref="ArgMax(ReadOnlySpan{float})"/> over the whole row.</remarks>
    public static RowEntry<float> ArgMax(ReadOnlySpan<float> part, long offset)
    {
        KernelThrow.IfOffsetIsOutside(offset, part.Length, nameof(offset));
        return OfSingles.ArgMax(part, offset);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, long)"/>
    public static RowEntry<double> ArgMax(ReadOnlySpan<double> part, long offset)
    {
        KernelThrow.IfOffsetIsOutside(offset, part.Length, nameof(offset));
        return OfDoubles.ArgMax(part, offset);
    }

    /// <summary>The k first values of a part of a row, with their indices in the row, in descending order: merged by <see cref="MergeTopK{T}"/>, of all parts they are the row's.</summary>
    /// <param name="part">Values that follow each other in the row, up to 2^31: fewer than k too.</param>
    /// <param name="offset">The index in the row at which the part begins.</param>
    /// <param name="entries">Destination of the k first, the first first: k is their number, at least 1. Where the part has fewer values, <c>default</c> follows them.</param>
    /// <exception cref="ArgumentException"><paramref name="entries"/> has no place, or shares memory with <paramref name="part"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is negative, or the part ends beyond 2^40. Nothing has been written.</exception>
    /// <remarks>Exact, in the order of <see cref="TopK(ReadOnlySpan{float}, Span{int})"/>. Nothing is allocated.</remarks>
    public static void TopK(ReadOnlySpan<float> part, long offset, Span<RowEntry<float>> entries)
    {
        KernelThrow.IfNoEntries(entries.Length, nameof(entries));
        KernelThrow.IfSharingMemory(part, entries, nameof(entries));
        KernelThrow.IfOffsetIsOutside(offset, part.Length, nameof(offset));
        OfSingles.TopK(part, offset, entries);
    }

    /// <inheritdoc cref="TopK(ReadOnlySpan{float}, long, Span{RowEntry{float}})"/>
    public static void TopK(ReadOnlySpan<double> part, long offset, Span<RowEntry<double>> entries)
    {
        KernelThrow.IfNoEntries(entries.Length, nameof(entries));
        KernelThrow.IfSharingMemory(part, entries, nameof(entries));
        KernelThrow.IfOffsetIsOutside(offset, part.Length, nameof(offset));
        OfDoubles.TopK(part, offset, entries);
    }

    /// <summary>Merges the k first of two parts of a row: what <see cref="TopK(ReadOnlySpan{float}, long, Span{RowEntry{float}})"/> has written, or has been merged. Any order and grouping comes to the same.</summary>
    /// <param name="entries">The k first of one part; then of both.</param>
    /// <param name="others">The k first of another part, as many or fewer.</param>
    /// <exception cref="ArgumentException">The spans share memory, or one does not descend. Nothing has been written.</exception>
    /// <remarks>Exact. In place: nothing is allocated.</remarks>
    /// <typeparam name="T">The element: float or double.</typeparam>
    public static void MergeTopK<T>(Span<RowEntry<T>> entries, ReadOnlySpan<RowEntry<T>> others)
        where T : unmanaged
    {
        KernelThrow.IfNotDescending<T>(entries, nameof(entries));
        KernelThrow.IfNotDescending(others, nameof(others));
        KernelThrow.IfSharingMemory(others, entries, nameof(entries));

        // How many of each are among the first; from the last on, none is overwritten before it has moved.
        int own = 0;
        int other = 0;
        while (own + other < entries.Length)
        {
            if (other < others.Length && others[other] < entries[own])
            {
                other++;
            }
            else
            {
                own++;
            }
        }

        for (int last = entries.Length - 1; other > 0; last--)
        {
            entries[last] = own > 0 && entries[own - 1] > others[other - 1] ? entries[--own] : others[--other];
        }
    }
}
