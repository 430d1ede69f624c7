using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>Softmax, and what losses and their gradients are made of, in one pass: as softmax with log-sum-exp, but for what is left of the rest.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.SoftmaxLoss(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts) => SoftmaxInParts<ShareOfRestOf>(logits, probabilities, parts);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.SoftmaxLoss(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts, int size, int row) =>
        SoftmaxAndRests<LogOfRestAnd<ShareOfRestOf>>(logits, probabilities, parts, size, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IRows<T>.SoftmaxLog(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts) => SoftmaxInParts<LostByLogOfRestOf>(logits, probabilities, parts);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SoftmaxInParts<TThird>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts)
        where TThird : struct, IOfRest
    {
        if (!SoftmaxAndRest<LogOfRestAnd<TThird>>(logits, probabilities, ref MemoryMarshal.GetReference(parts)))
        {
            SoftmaxAfterParts<TThird>(logits, probabilities, parts);
        }
    }

    /// <summary>The probabilities come last: they may stand where the logits do.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void SoftmaxAfterParts<TThird>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts)
        where TThird : struct, IOfRest
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        parts[0] = OneRow<OfRestPasses<LogOfRestOf>, TwoGreatest>(default, logits, default);
        parts[1] = default(MaxOperation<T>).Row(kernel, logits, default);
        parts[2] = OneRow<OfRestPasses<TThird>, TwoGreatest>(default, logits, default);
        default(SoftmaxOperation<T>).Row(kernel, logits, probabilities);
    }

    /// <summary>Of all rows the logarithm of the rest, then the maximum, then something else of the rest.</summary>
    private readonly struct LogOfRestAnd<TThird> : IBesideSoftmax
        where TThird : struct, IOfRest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales, ref T results, int row, int rows)
        {
            TLanes lanes = default;
            ExactTotals<TBits> rest = default(Kernel<TLanes, TFormat, TVector, TBits, T>).WithoutOneMaximum(totals, peak.Max, peak.Heaviest);
            lanes.Store(default(LogOfRestOf).Of(rest, peak.Max, peak.Heaviest), ref results, row);
            lanes.Store(peak.Max, ref results, rows + row);
            lanes.Store(default(TThird).Of(rest, peak.Max, peak.Heaviest), ref results, rows + rows + row);
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
            results = default(LogOfRestOf).Of(rest.High, rest.Low, max, ExponentOf(peak));
            Unsafe.Add(ref results, 1) = max;
            Unsafe.Add(ref results, 2) = default(TThird).Of(rest.High, rest.Low, max, ExponentOf(peak));
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
