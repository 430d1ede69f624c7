using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>One row with a mask: in registers where it fits them, else the plain method, on what the mask leaves.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.LeaveOut<TMask>(ReadOnlySpan<T> values, ref byte mask, Span<T> destination) => LeaveOut<TMask>(values, ref mask, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.MaskedSoftmax<TMask>(ReadOnlySpan<T> logits, ref byte mask, Span<T> probabilities) =>

        // A weight times its reciprocal may round to less than 1: one value alone is the plain method's affair.
        logits.Length > 1 && FitsRegisters(logits.Length) && MaskedInRegisters<SoftmaxPasses, Maximum, TMask>(logits, ref mask, probabilities, out T result)
            ? result
            : MaskedInMemory<SoftmaxOperation<T>, TMask>(logits, ref mask, probabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.MaskedLogSoftmax<TMask>(ReadOnlySpan<T> logits, ref byte mask, Span<T> logProbabilities) =>
        FitsRegisters(logits.Length) && MaskedInRegisters<LogSoftmaxPasses, TwoGreatest, TMask>(logits, ref mask, logProbabilities, out T result)
            ? result
            : MaskedInMemory<LogSoftmaxOperation<T>, TMask>(logits, ref mask, logProbabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.MaskedLogSumExp<TMask>(ReadOnlySpan<T> values, ref byte mask) =>
        FitsRegisters(values.Length) && MaskedInRegisters<LogSumExpPasses, TwoGreatest, TMask>(values, ref mask, default, out T result)
            ? result
            : MaskedLogSumExpByParts<TMask>(values, ref mask);

    /// <summary>The plain method where the results will stand.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static T MaskedInMemory<TOperation, TMask>(ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TOperation : struct, IRowOperation<T, T>
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        LeaveOut<TMask>(values, ref mask, results);
        return default(TOperation).Row(default(Kernel<TLanes, TFormat, TVector, TBits, T>), results, results);
    }
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
internal readonly struct LeaveOutOperation<T, TMask> : IMaskedOperation<T, int>
    where TMask : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.LeaveOut<TMask>(values, ref mask, results);
        return 0;
    }
}

/// <summary>Softmax of what takes part.</summary>
internal readonly struct MaskedSoftmaxOperation<T, TMask> : IMaskedOperation<T, T>
    where TMask : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedSoftmax<TMask>(values, ref mask, results);
}

/// <summary>Log-softmax of what takes part.</summary>
internal readonly struct MaskedLogSoftmaxOperation<T, TMask> : IMaskedOperation<T, T>
    where TMask : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedLogSoftmax<TMask>(values, ref mask, results);
}

/// <summary>Log-sum-exp of what takes part.</summary>
internal readonly struct MaskedLogSumExpOperation<T, TMask> : IMaskedOperation<T, T>
    where TMask : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedLogSumExp<TMask>(values, ref mask);
}

/// <summary>The index of the first maximum of what takes part; −1 where nothing does.</summary>
internal readonly struct MaskedArgMaxOperation<T, TMask> : IMaskedOperation<T, int>
    where TMask : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, ref byte mask, Span<T> results)
        where TRows : struct, IRows<T> => rows.MaskedArgMax<TMask>(values, ref mask);
}
