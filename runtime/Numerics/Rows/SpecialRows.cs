using System;

namespace SoftKernels.Numerics;

/// <summary>Rows with a NaN, or whose maximum is infinite. −∞ is absent, +∞ is dominant, NaN is contagious.</summary>
internal static class SpecialRows<TFormat, T>
    where TFormat : struct, IFormat<T>
{
    /// <summary>Certainty, unless the value is NaN or absent: a weight times its reciprocal may round to less.</summary>
    public static T SoftmaxOfOne(T logit)
    {
        TFormat format = default;
        return format.IsNaN(logit) ? format.NaN : format.AreEqual(logit, format.NegativeInfinity) ? format.Zero : format.One;
    }

    /// <summary>All NaN; 1/k at each of k values of +∞ and 0 elsewhere; all 0 where every value is −∞.</summary>
    public static void Softmax(ReadOnlySpan<T> logits, Span<T> probabilities, T max)
    {
        TFormat format = default;
        if (format.IsNaN(max))
        {
            probabilities.Fill(format.NaN);
        }
        else if (format.AreEqual(max, format.NegativeInfinity))
        {
            probabilities.Clear();
        }
        else
        {
            SoftmaxOfMaxima(logits, probabilities, max, Count(logits, max));
        }
    }

    /// <summary>1/k at each of the row's k maxima, and 0 elsewhere.</summary>
    public static void SoftmaxOfMaxima(ReadOnlySpan<T> logits, Span<T> probabilities, T max, long count)
    {
        TFormat format = default;
        Replace(logits, probabilities, max, format.Quotient(1, count), format.Zero);
    }

    /// <summary>What softmax gives the maximum: NaN, 1/k or 0.</summary>
    public static T MaxProbability(ReadOnlySpan<T> values, T max)
    {
        TFormat format = default;
        return format.IsNaN(max) ? format.NaN : format.AreEqual(max, format.NegativeInfinity) ? format.Zero : format.Quotient(1, Count(values, max));
    }

    /// <summary>All NaN; −log k at each of k values of +∞ and −∞ elsewhere; all −∞ where every value is −∞.</summary>
    public static void LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities, T max)
    {
        TFormat format = default;
        if (format.IsNaN(max) || format.AreEqual(max, format.NegativeInfinity))
        {
            logProbabilities.Fill(max);
        }
        else
        {
            LogSoftmaxOfMaxima(logits, logProbabilities, max, Count(logits, max));
        }
    }

    /// <summary>−log k at each of the row's k maxima, and −∞ elsewhere.</summary>
    public static void LogSoftmaxOfMaxima(ReadOnlySpan<T> logits, Span<T> logProbabilities, T max, long count)
    {
        TFormat format = default;
        Replace(logits, logProbabilities, max, format.Subtract(format.Zero, format.LogOfInteger(count)), format.NegativeInfinity);
    }

    /// <summary>Of k values equal to the maximum each with the same chance; −1 where it is NaN or −∞.</summary>
    public static int Sample(ReadOnlySpan<T> logits, T max, double uniform)
    {
        TFormat format = default;
        if (format.IsNaN(max) || format.AreEqual(max, format.NegativeInfinity))
        {
            return -1;
        }

        long left = new NarrowSum { Value = Count(logits, max) }.FloorOf(uniform).Value;
        for (int i = 0; ; i++)
        {
            if (format.AreEqual(logits[i], max) && left-- == 0)
            {
                return i;
            }
        }
    }

    public static int Count(ReadOnlySpan<T> values, T wanted)
    {
        TFormat format = default;
        int count = 0;
        foreach (T value in values)
        {
            count += format.AreEqual(value, wanted) ? 1 : 0;
        }

        return count;
    }

    private static void Replace(ReadOnlySpan<T> source, Span<T> destination, T wanted, T there, T elsewhere)
    {
        TFormat format = default;
        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = format.AreEqual(source[i], wanted) ? there : elsewhere;
        }
    }
}
