using System;
using SoftKernels.Numerics;

namespace SoftKernels;

/// <content>Rows in parts: what was gathered of other values, or counted at another scale, would give a wrong sum in silence.</content>
public static partial class KernelThrow
{
    /// <summary>Sums of so many values leave none of their integers.</summary>
    internal const long LongestRow = 1L << 40;

    internal static void IfRowIsTooLong(long left, long right, string parameter)
    {
        if (left + right > LongestRow)
        {
            throw new ArgumentException($"'{parameter}' is of {right} values and is merged with one of {left}, but a row has at most 2^40 = {LongestRow}. Split it into rows.", parameter);
        }
    }

    internal static void IfOffsetIsOutside(long offset, int length, string parameter)
    {
        if (offset < 0 || offset > LongestRow - length)
        {
            throw new ArgumentOutOfRangeException(
                parameter, offset, $"'{parameter}' is {offset}, but a part of {length} values begins at an index from 0 to {LongestRow - length}: a row has at most 2^40 values.");
        }
    }

    internal static void IfBytesAreNot(int needed, int given, string parameter)
    {
        if (given != needed)
        {
            throw new ArgumentException($"'{parameter}' holds {given} bytes, but exactly {needed} are needed: the Size of what is read. Pass a slice of that length.", parameter);
        }
    }

    internal static void IfBytesAreFewer(int needed, int given, string parameter)
    {
        if (given < needed)
        {
            throw new ArgumentException($"'{parameter}' holds {given} bytes, but {needed} are written: the Size of the type. Pass a longer span.", parameter);
        }
    }

    internal static void IfNoEntries(int given, string parameter)
    {
        if (given == 0)
        {
            throw new ArgumentException($"'{parameter}' has no place, but at least 1 is needed: k is their number.", parameter);
        }
    }

    internal static void IfNotDescending<T>(ReadOnlySpan<RowEntry<T>> entries, string parameter)
        where T : unmanaged
    {
        for (int i = 1; i < entries.Length; i++)
        {
            if (entries[i - 1] > entries[i])
            {
                throw new ArgumentException($"'{parameter}' has {entries[i - 1]} at {i - 1} before {entries[i]}, which comes first. Pass what TopK has written, or has been merged.", parameter);
            }
        }
    }

    /// <summary>Throws for totals that are of different scales.</summary>
    internal static void IfPeaksDiffer<T>(in RowTotal<T> left, in RowTotal<T> right, string parameter)
        where T : unmanaged
    {
        if (!left.Max.Equals(right.Max) || !left.Second.Equals(right.Second))
        {
            throw new ArgumentException(
                $"'{parameter}' was taken with a peak whose two greatest values are {Two(right.Max, right.Second)}, but the total it is merged with by one of {Two(left.Max, left.Second)}. "
                + "Merge the peaks of all parts first, and take each part's total with the peak of the whole row.",
                parameter);
        }

        if (left.Counting != right.Counting)
        {
            throw new ArgumentException(
                $"'{parameter}' was counted {How(right.Counting)}, but the total it is merged with {How(left.Counting)}: their scales may differ by a factor. {Alike}", parameter);
        }
    }

    /// <summary>Throws for a total that is not of this row, or not of all of it.</summary>
    internal static void IfNotOfRow<T>(in RowPeak<T> peak, in RowTotal<T> total, string parameter)
        where T : unmanaged
    {
        if (total.Count != peak.Count)
        {
            throw new ArgumentException(
                $"'{parameter}' is of {total.Count} values, but the row has {peak.Count}, as its peak says. "
                + (total.Count < peak.Count ? "Merge the totals of all parts." : "Merge the peaks of all parts, and count no part twice."),
                parameter);
        }

        if (!total.Max.Equals(peak.Max) || !total.Second.Equals(peak.Second))
        {
            throw new ArgumentException(
                $"'{parameter}' was taken with a peak whose two greatest values are {Two(total.Max, total.Second)}, but this row's are {Two(peak.Max, peak.Second)}. "
                + "Take each part's total with the peak of the whole row.",
                parameter);
        }

        if (total.Counting != Counting.None && total.Counting != CountingHere.Is)
        {
            throw new ArgumentException(
                $"'{parameter}' was counted {How(total.Counting)}, but this process computes {How(CountingHere.Is)}: their scales may differ by a factor. {Alike}", parameter);
        }
    }

    /// <summary>Throws for a part that has what its row's peak does not know of.</summary>
    /// <param name="own">The peak of the part, or of its beginning.</param>
    /// <param name="peak">The peak of the row.</param>
    /// <param name="parameter">The part.</param>
    internal static void IfNotInPeak<T>(in RowPeak<T> own, in RowPeak<T> peak, string parameter)
        where T : unmanaged
    {
        bool isIn = double.IsNaN(peak.Max)
            || (!double.IsNaN(own.Max)
                && (own.Max == peak.Max ? own.Second <= peak.Second && own.Infinities <= peak.Infinities : own.Max < peak.Max && own.Max <= peak.Second));
        if (own.Count > peak.Count || (own.Count == peak.Count && own != peak) || !isIn)
        {
            throw new ArgumentException(
                $"'{parameter}' has what the row's peak does not know of: its first {own.Count} values, {Greatest(own)}, can't be among the peak's {peak.Count}, {Greatest(peak)}. "
                + "Merge the peaks of all parts before any total is taken, and let no value change after that.",
                parameter);
        }
    }

    /// <summary>Throws for a logit that its row's peak does not know of.</summary>
    internal static void IfNotInPeak<T>(double logit, in RowPeak<T> peak, string parameter)
        where T : unmanaged
    {
        if (peak.Count == 0)
        {
            throw new ArgumentException($"'{parameter}' is {Text(logit)}, but the row has no values, as its peak says: no values have no label. Merge the peaks of all parts.", parameter);
        }

        if (!double.IsNaN(peak.Max) && !(logit == peak.Max || logit <= peak.Second))
        {
            throw new ArgumentException(
                $"'{parameter}' is {Text(logit)}, but the row has no such value: {Greatest(peak)}. Pass the label's logit as the row has it, and the peak of all its parts.", parameter);
        }
    }

    private const string Alike =
        "Let all machines compute alike: .NET 8 or later with AVX2 or on ARM64 (native code: IlcInstructionSet), or all without.";

    private static string Greatest<T>(in RowPeak<T> peak)
        where T : unmanaged => double.IsNaN(peak.Max) ? "a NaN among them" : $"the two greatest {Two(peak.Max, peak.Second)}";

    private static string Two(double max, double second) => $"{Text(max)} and {Text(second)}";

    private static string How(Counting counting) => counting == Counting.Fused ? "with fused multiply-add" : "without fused multiply-add";
}
