using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>The methods of rows in parts, of whichever element.</summary>
internal static class InParts<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly bool IsSingle = typeof(T) == typeof(float);

    public static RowPeak<T> Peak(ReadOnlySpan<T> part) => IsSingle
        ? Unsafe.BitCast<RowPeak<float>, RowPeak<T>>(SoftMath.Peak(Singles(part)))
        : Unsafe.BitCast<RowPeak<double>, RowPeak<T>>(SoftMath.Peak(Doubles(part)));

    public static RowTotal<T> Total(ReadOnlySpan<T> part, RowPeak<T> peak) => IsSingle
        ? Unsafe.BitCast<RowTotal<float>, RowTotal<T>>(SoftMath.Total(Singles(part), Single(peak)))
        : Unsafe.BitCast<RowTotal<double>, RowTotal<T>>(SoftMath.Total(Doubles(part), Double(peak)));

    public static T Max(RowPeak<T> peak) => IsSingle ? T.CreateTruncating(SoftMath.Max(Single(peak))) : T.CreateTruncating(SoftMath.Max(Double(peak)));

    public static T LogSumExp(RowPeak<T> peak, RowTotal<T> total) => IsSingle
        ? T.CreateTruncating(SoftMath.LogSumExp(Single(peak), Single(total)))
        : T.CreateTruncating(SoftMath.LogSumExp(Double(peak), Double(total)));

    public static T Entropy(RowPeak<T> peak, RowTotal<T> total) => IsSingle
        ? T.CreateTruncating(SoftMath.Entropy(Single(peak), Single(total)))
        : T.CreateTruncating(SoftMath.Entropy(Double(peak), Double(total)));

    public static T CrossEntropy(T logit, RowPeak<T> peak, RowTotal<T> total) => IsSingle
        ? T.CreateTruncating(SoftMath.CrossEntropy(float.CreateTruncating(logit), Single(peak), Single(total)))
        : T.CreateTruncating(SoftMath.CrossEntropy(double.CreateTruncating(logit), Double(peak), Double(total)));

    public static void Softmax(ReadOnlySpan<T> part, RowPeak<T> peak, RowTotal<T> total, Span<T> probabilities)
    {
        if (IsSingle)
        {
            SoftMath.Softmax(Singles(part), Single(peak), Single(total), MemoryMarshal.Cast<T, float>(probabilities));
        }
        else
        {
            SoftMath.Softmax(Doubles(part), Double(peak), Double(total), MemoryMarshal.Cast<T, double>(probabilities));
        }
    }

    public static void LogSoftmax(ReadOnlySpan<T> part, RowPeak<T> peak, RowTotal<T> total, Span<T> logProbabilities)
    {
        if (IsSingle)
        {
            SoftMath.LogSoftmax(Singles(part), Single(peak), Single(total), MemoryMarshal.Cast<T, float>(logProbabilities));
        }
        else
        {
            SoftMath.LogSoftmax(Doubles(part), Double(peak), Double(total), MemoryMarshal.Cast<T, double>(logProbabilities));
        }
    }

    public static RowEntry<T> ArgMax(ReadOnlySpan<T> part, long offset) => IsSingle
        ? Unsafe.BitCast<RowEntry<float>, RowEntry<T>>(SoftMath.ArgMax(Singles(part), offset))
        : Unsafe.BitCast<RowEntry<double>, RowEntry<T>>(SoftMath.ArgMax(Doubles(part), offset));

    public static void TopK(ReadOnlySpan<T> part, long offset, Span<RowEntry<T>> entries)
    {
        if (IsSingle)
        {
            SoftMath.TopK(Singles(part), offset, MemoryMarshal.Cast<RowEntry<T>, RowEntry<float>>(entries));
        }
        else
        {
            SoftMath.TopK(Doubles(part), offset, MemoryMarshal.Cast<RowEntry<T>, RowEntry<double>>(entries));
        }
    }

    private static ReadOnlySpan<float> Singles(ReadOnlySpan<T> part) => MemoryMarshal.Cast<T, float>(part);

    private static ReadOnlySpan<double> Doubles(ReadOnlySpan<T> part) => MemoryMarshal.Cast<T, double>(part);

    private static RowPeak<float> Single(RowPeak<T> peak) => Unsafe.BitCast<RowPeak<T>, RowPeak<float>>(peak);

    private static RowPeak<double> Double(RowPeak<T> peak) => Unsafe.BitCast<RowPeak<T>, RowPeak<double>>(peak);

    private static RowTotal<float> Single(RowTotal<T> total) => Unsafe.BitCast<RowTotal<T>, RowTotal<float>>(total);

    private static RowTotal<double> Double(RowTotal<T> total) => Unsafe.BitCast<RowTotal<T>, RowTotal<double>>(total);
}
