using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities) => OneRow<LogSoftmaxPasses, TwoGreatest>(logits, logProbabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int row) =>
        Blocks<LogSoftmaxPasses, TwoGreatest>(logits, logProbabilities, size, row, RowsLayouts.MostWeightsForLogarithmsAcrossLanes);

    /// <summary>xᵢ − log Σ exp(xⱼ), as (xᵢ − maximum) − log(1 + rest): two subtractions of like sign, so nothing cancels.</summary>
    private readonly struct LogSoftmaxPasses : IWeighing<TwoGreatest>, IWritesRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales ScalesOf(TwoGreatest peak) => ScalesOfRest(peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(in Scales scales, ref T waiting) => LeaveScalesOfRest(scales, ref waiting);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales Left(ref T waiting) => LeftScalesOfRest(ref waiting);

        public TVector Weigh(TVector values, in Scales scales) => throw new NotSupportedException("Weights do not wait.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine) => CountRest(register, scales, ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void CountLast(TVector register, int count, in Scales scales, ref TBits coarse, ref TBits fine) =>
            CountLastOfRest(register, count, scales, ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Finish(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).LogOfRest(default(Kernel<TLanes, TFormat, TVector, TBits, T>).WithoutOneMaximum(totals, peak.Max, peak.Heaviest, scales.Scale), peak.Max, peak.Heaviest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector FinishRow(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).LogOfRestOfRow(default(Kernel<TLanes, TFormat, TVector, TBits, T>).WithoutOneMaximum(total, peak.Max, peak.Heaviest, scales.Scale), peak.Max, peak.Heaviest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector FinishRow(ExactTotal total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            return lanes.Create(default(TFormat).LogOfRest(
                WithoutOneMaximum(total, peak, scales), lanes.ToScalar(peak.Max), lanes.ToScalar(peak.Heaviest)));
        }

        public T FinishLong(ref LongTotal<TFormat, T> total, T max, T shift, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            return default(TFormat).LogOfRest(WithoutOneMaximum(ref total, peak, scales), lanes.ToScalar(peak.Max), lanes.ToScalar(peak.Heaviest));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Result(TVector register, TVector max, TVector finished) =>
            default(TLanes).Subtract(default(TLanes).Subtract(register, max), finished);

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max)
        {
            SpecialRows<TFormat, T>.LogSoftmax(values, results, max);
            return max;
        }
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.LogSoftmaxPasses"/>
internal readonly struct LogSoftmaxOperation<T> : IRowOperation<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.LogSoftmax(values, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.LogSoftmax(values, results, size, row);
}
