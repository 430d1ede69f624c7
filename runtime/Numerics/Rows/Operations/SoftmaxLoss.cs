using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>Softmax, and what losses and their gradients are made of, in one pass: as softmax with log-sum-exp, but for what is left of the rest.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.SoftmaxLoss(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts)
    {
        if (!SoftmaxAndRest<LossOfRest>(logits, probabilities, ref MemoryMarshal.GetReference(parts)))
        {
            LossAfterSoftmax(logits, probabilities, parts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.SoftmaxLoss(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts, int size, int row) =>
        SoftmaxAndRests<LossOfRest>(logits, probabilities, parts, size, row);

    [MethodImpl(KernelOptions.Optimized)]
    void IRows<T>.SoftmaxLog(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (!SoftmaxAndRest<LogOfRestInParts>(logits, probabilities, ref MemoryMarshal.GetReference(parts)))
        {
            Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
            parts[0] = default(LogOfRestOperation<T>).Row(kernel, logits, default);
            parts[1] = default(MaxOperation<T>).Row(kernel, logits, default);
            parts[2] = default(LostByLogOfRestOperation<T>).Row(kernel, logits, default);
            default(SoftmaxOperation<T>).Row(kernel, logits, probabilities);
        }
    }

    /// <summary>The logarithm of the rest, the maximum, and what the first has lost: one row at a time.</summary>
    private readonly struct LogOfRestInParts : IBesideSoftmax
    {
        public void Leave(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales, ref T results, int row, int rows) => throw new NotSupportedException("One row at a time.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales, ref T results)
        {
            TLanes lanes = default;
            Leave(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)), peak, scales, ref results);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotal total, TwoGreatest peak, in Scales scales, ref T results)
        {
            T max = default(TLanes).ToScalar(peak.Max);
            Pair<double> rest = default(TFormat).ToPair(total - MaximumCountedTwice(peak));
            results = default(TFormat).LogOfRest(rest.High, rest.Low, max, ExponentOf(peak));
            Unsafe.Add(ref results, 1) = max;
            Unsafe.Add(ref results, 2) = default(TFormat).LostByLogOfRest(rest.High, rest.Low, max, ExponentOf(peak));
        }
    }

    /// <summary>The probabilities come last: they may stand where the logits do.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void LossAfterSoftmax(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        parts[0] = default(LogOfRestOperation<T>).Row(kernel, logits, default);
        parts[1] = default(MaxOperation<T>).Row(kernel, logits, default);
        parts[2] = default(ShareOfRestOperation<T>).Row(kernel, logits, default);
        default(SoftmaxOperation<T>).Row(kernel, logits, probabilities);
    }

    /// <summary>Of all rows the logarithm of the rest, then the maximum, then the share of the rest.</summary>
    private readonly struct LossOfRest : IBesideSoftmax
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales, ref T results, int row, int rows)
        {
            TLanes lanes = default;
            Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
            ExactTotals<TBits> rest = kernel.WithoutOneMaximum(totals, peak.Max, peak.Heaviest);
            lanes.Store(kernel.LogOfRest(rest, peak.Max, peak.Heaviest), ref results, row);
            lanes.Store(peak.Max, ref results, rows + row);
            lanes.Store(lanes.ShareOfRest(rest, peak.Max, kernel.Exponent(peak.Heaviest)), ref results, rows + rows + row);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales, ref T results)
        {
            TLanes lanes = default;
            Leave(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)), peak, scales, ref results);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotal total, TwoGreatest peak, in Scales scales, ref T results)
        {
            T max = default(TLanes).ToScalar(peak.Max);
            Pair<double> rest = default(TFormat).ToPair(total - MaximumCountedTwice(peak));
            results = default(TFormat).LogOfRest(rest.High, rest.Low, max, ExponentOf(peak));
            Unsafe.Add(ref results, 1) = max;
            Unsafe.Add(ref results, 2) = default(TFormat).ShareOfRest(rest.High, rest.Low, max, ExponentOf(peak));
        }
    }
}

/// <summary>Softmax; and for each row what is left of the rest, in memory that does not move.</summary>
/// <param name="parts">Three numbers a row: the first of all rows, then the second, then the third.</param>
internal readonly unsafe struct SoftmaxLossOperation<T>(T* parts) : IRowOperation<T, T>
    where T : unmanaged
{
    public const int Parts = 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.SoftmaxLoss(values, results, new Span<T>(parts, Parts));
        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.SoftmaxLoss(values, results, new Span<T>(parts, Parts * (values.Length / size)), size, row);
}

/// <summary>The same of one row, with what the logarithm has lost in the place of the share.</summary>
internal readonly unsafe struct SoftmaxLogOperation<T>(T* parts) : IRowOperation<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.SoftmaxLog(values, results, new Span<T>(parts, SoftmaxLossOperation<T>.Parts));
        return default;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => throw new NotSupportedException("One row at a time.");
}
