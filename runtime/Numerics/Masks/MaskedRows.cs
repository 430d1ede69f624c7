using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>One row with a mask: in registers where it fits them, else the plain method, on what the mask leaves.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.LeaveOut(ReadOnlySpan<T> values, ref byte mask, Span<T> destination) => LeaveOut(values, ref mask, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.MaskedSoftmax(ReadOnlySpan<T> logits, ref byte mask, Span<T> probabilities)
    {
        // A weight times its reciprocal may round to less than 1: one value alone is the plain method's affair.
        if (logits.Length > 1 && FitsRegisters(logits.Length) && MaskedInRegisters<SoftmaxPasses, Maximum>(logits, ref mask, probabilities, out T result))
        {
            return result;
        }

        LeaveOut(logits, ref mask, probabilities);
        return default(SoftmaxOperation<T>).Row(default(Kernel<TLanes, TFormat, TVector, TBits, T>), probabilities, probabilities);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.MaskedLogSoftmax(ReadOnlySpan<T> logits, ref byte mask, Span<T> logProbabilities)
    {
        if (FitsRegisters(logits.Length) && MaskedInRegisters<LogSoftmaxPasses, TwoGreatest>(logits, ref mask, logProbabilities, out T result))
        {
            return result;
        }

        LeaveOut(logits, ref mask, logProbabilities);
        return OneRow<LogSoftmaxPasses, TwoGreatest>(logProbabilities, logProbabilities);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.MaskedLogSumExp(ReadOnlySpan<T> values, ref byte mask) =>
        FitsRegisters(values.Length) && MaskedInRegisters<LogSumExpPasses, TwoGreatest>(values, ref mask, default, out T result)
            ? result
            : MaskedLogSumExpByParts(values, ref mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.MaskedArgMax(ReadOnlySpan<T> values, ref byte mask) =>
        FitsRegisters(values.Length) && MaskedArgMaxInRegisters(values, ref mask, out int index) ? index : MaskedArgMaxByParts(values, ref mask);
}

/// <summary>An operation on one row with a mask, at whatever register.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TResult">What comes out: an element, or an index.</typeparam>
internal interface IMaskedOperation<T, TResult>
{
    TResult Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T>;
}

/// <summary>Copies what takes part, and −∞ for the rest.</summary>
internal readonly struct LeaveOutOperation<T> : IMaskedOperation<T, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.LeaveOut(values, ref mask, results);
        return 0;
    }
}

/// <summary>Softmax of what takes part.</summary>
internal readonly struct MaskedSoftmaxOperation<T> : IMaskedOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedSoftmax(values, ref mask, results);
}

/// <summary>Log-softmax of what takes part.</summary>
internal readonly struct MaskedLogSoftmaxOperation<T> : IMaskedOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedLogSoftmax(values, ref mask, results);
}

/// <summary>Log-sum-exp of what takes part.</summary>
internal readonly struct MaskedLogSumExpOperation<T> : IMaskedOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedLogSumExp(values, ref mask);
}

/// <summary>The index of the first maximum of what takes part; −1 where nothing does.</summary>
internal readonly struct MaskedArgMaxOperation<T> : IMaskedOperation<T, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedArgMax(values, ref mask);
}
