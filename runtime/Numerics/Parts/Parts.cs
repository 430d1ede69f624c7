using System;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <summary>Rows in parts: what of a part is counted where, and rows that need no counting. What is checked is checked before anything is written.</summary>
/// <typeparam name="TWidest">The dispatch over registers, for parts.</typeparam>
/// <typeparam name="TScalar">One value at a time, for what there is one of in a row.</typeparam>
/// <typeparam name="TFormat">The element's constants.</typeparam>
/// <typeparam name="T">The element: float or double.</typeparam>
internal static class Parts<TWidest, TScalar, TFormat, T>
    where TWidest : struct, IWidest<T>
    where TScalar : struct, IRows<T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>What stays in a core's cache from one pass over it to the next.</summary>
    private const int BytesAtOnce = 1 << 17;

    public static RowPeak<T> Peak(ReadOnlySpan<T> part)
    {
        if (part.IsEmpty)
        {
            return default;
        }

        TFormat format = default;
        Span<T> second = stackalloc T[1];
        T max = default(TWidest).Row<PeakOperation<T>, T>(default, part, second);
        long infinities = format.AreEqual(max, format.PositiveInfinity) ? SpecialRows<TFormat, T>.Count(part, max) : 0;
        return new(part.Length, format.ToDouble(max), format.ToDouble(second[0]), infinities);
    }

    public static RowTotal<T> Total(ReadOnlySpan<T> part, in RowPeak<T> peak, string parameter)
    {
        if (part.IsEmpty)
        {
            return default;
        }

        bool isCounted = !double.IsNaN(peak.Max) && !double.IsInfinity(peak.Max);
        Span<RowInParts<T>> row = stackalloc RowInParts<T>[1];
        row[0] = isCounted ? Gathered(peak, default) : default;
        RowPeak<T> own = default;
        int length = BytesAtOnce / (PartBytes.SizeOfElement<T>());
        for (int i = 0; i < part.Length; i += length)
        {
            ReadOnlySpan<T> some = part.Slice(i, Math.Min(length, part.Length - i));
            own += Peak(some);
            KernelThrow.IfNotInPeak(own, peak, parameter);
            if (isCounted)
            {
                default(TWidest).Row<CountOperation<T>, RowInParts<T>>(default, some, row);
            }
        }

        return new(part.Length, peak.Max, peak.Second, isCounted ? CountingHere.Is : Counting.None, row[0].Sums);
    }

    public static void Softmax(ReadOnlySpan<T> part, in RowPeak<T> peak, in RowTotal<T> total, Span<T> probabilities)
    {
        TFormat format = default;
        if (double.IsNaN(peak.Max))
        {
            probabilities.Fill(format.NaN);
        }
        else if (double.IsNegativeInfinity(peak.Max))
        {
            probabilities.Clear();
        }
        else if (double.IsPositiveInfinity(peak.Max))
        {
            SpecialRows<TFormat, T>.SoftmaxOfMaxima(part, probabilities, format.PositiveInfinity, peak.Infinities);
        }
        else if (peak.Count == 1)
        {
            // A weight times its reciprocal may round to less than 1.
            probabilities[0] = format.One;
        }
        else
        {
            default(TWidest).Row<SoftmaxOfPartOperation<T>, T>(new(Gathered(peak, total)), part, probabilities);
        }
    }

    public static void LogSoftmax(ReadOnlySpan<T> part, in RowPeak<T> peak, in RowTotal<T> total, Span<T> logProbabilities)
    {
        TFormat format = default;
        if (double.IsNaN(peak.Max) || double.IsNegativeInfinity(peak.Max))
        {
            logProbabilities.Fill(format.FromDouble(peak.Max));
        }
        else if (double.IsPositiveInfinity(peak.Max))
        {
            SpecialRows<TFormat, T>.LogSoftmaxOfMaxima(part, logProbabilities, format.PositiveInfinity, peak.Infinities);
        }
        else
        {
            default(TWidest).Row<LogSoftmaxOfPartOperation<T>, T>(new(Gathered(peak, total)), part, logProbabilities);
        }
    }

    public static T LogSumExp(in RowPeak<T> peak, in RowTotal<T> total)
    {
        TFormat format = default;
        return peak.Count == 0 ? format.NegativeInfinity
            : double.IsNaN(peak.Max) || double.IsInfinity(peak.Max) ? format.FromDouble(peak.Max)
            : default(TScalar).LogSumExp(Gathered(peak, total));
    }

    public static T CrossEntropy(T logit, in RowPeak<T> peak, in RowTotal<T> total)
    {
        TFormat format = default;
        T log = double.IsNaN(peak.Max) ? format.NaN
            : double.IsNegativeInfinity(peak.Max) ? format.PositiveInfinity
            : double.IsPositiveInfinity(peak.Max) ? format.LogOfInteger(peak.Infinities)
            : default(TScalar).LogOfRest(Gathered(peak, total));
        return CrossEntropyOfLabels<TWidest, TFormat, T>.Loss(logit, log, format.FromDouble(peak.Max));
    }

    public static T Entropy(in RowPeak<T> peak, in RowTotal<T> total)
    {
        TFormat format = default;
        return double.IsNaN(peak.Max) ? format.NaN
            : double.IsPositiveInfinity(peak.Max) ? format.LogOfInteger(peak.Infinities)
            : double.IsNegativeInfinity(peak.Max) || peak.Count == 0 ? format.Zero
            : default(TScalar).Entropy(Gathered(peak, total));
    }

    public static RowEntry<T> ArgMax(ReadOnlySpan<T> part, long offset)
    {
        if (part.IsEmpty)
        {
            return default;
        }

        int index = default(TWidest).Row<ArgMaxOperation<T>, int>(default, part, default);
        return new(offset + index, default(TFormat).ToDouble(part[index]));
    }

    public static void TopK(ReadOnlySpan<T> part, long offset, Span<RowEntry<T>> entries)
    {
        int count = Math.Min(part.Length, entries.Length);
        entries.Slice(count).Clear();
        if (count == 0)
        {
            return;
        }

        // Indices wait where the entries will stand, which are wider: from the last on, none is overwritten before it is read.
        Span<int> indices = MemoryMarshal.Cast<RowEntry<T>, int>(entries).Slice(0, count);
        default(TWidest).Row<TopKOperation<T>, int>(default, part, indices);
        for (int i = count - 1; i >= 0; i--)
        {
            int index = indices[i];
            entries[i] = new(offset + index, default(TFormat).ToDouble(part[index]));
        }
    }

    /// <summary>What is computed with the row's maximum, which is finite.</summary>
    private static RowInParts<T> Gathered(in RowPeak<T> peak, in RowTotal<T> total)
    {
        TFormat format = default;
        return new()
        {
            // Of 0 log-softmax is never −0: −0 − (−0) is +0, and so is +0 − (−0).
            Max = format.FromDouble(peak.Max == 0 ? -0d : peak.Max),
            Second = format.FromDouble(peak.Second),
            IsLong = peak.Count > LongTotal.LongestExactTotal,
            Sums = total.Sums,
        };
    }
}
