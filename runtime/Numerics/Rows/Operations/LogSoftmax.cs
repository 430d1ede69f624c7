using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities) => OneRow<LogSoftmaxPasses, TwoGreatest>(default, logits, logProbabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int row) =>
        Blocks<LogSoftmaxPasses, TwoGreatest>(default, logits, logProbabilities, size, row, RowsLayouts.MostWeightsForLogarithmsAcrossLanes);

    /// <summary>xᵢ − log Σ exp(xⱼ), as (xᵢ − maximum) − log(1 + rest): two subtractions of like sign, so nothing cancels.</summary>
    [StructLayout(LayoutKind.Sequential, Size = WritesRows)]
    private readonly struct LogSoftmaxPasses : IWeighing<TwoGreatest>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOrdinary(T max) => default(TFormat).IsOrdinary(max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool AreOrdinary(TVector max, TVector sum) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).IsOrdinary(max, sum);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsAtLimit() => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T GoBeyond(T max) => max;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Centered(TVector values, TVector shift) => default(TLanes).Subtract(values, shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Centered(TwoGreatest peak, TVector shift) => peak.Less(shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished Left(TVector first, TVector second)
        {
            Finished finished = default;
            finished.First = first;
            finished.Second = second;
            return finished;
        }

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
        public void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest) =>
            CountRestFinely(register, scales.Limit, scales.Scale, scales.Lowest, ref coarse, ref fine, ref finest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector OnlyLast(TVector register, int count) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).KeepLastElseAbsent(register, count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ExactTotal CountedTwice(TwoGreatest peak, in Scales scales) => MaximumCountedTwice(peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished Finish(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales)
        {
            Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
            ExactTotals<TBits> rest = kernel.WithoutOneMaximum(totals, peak.Max, peak.Heaviest);
            Finished finished = default;
            finished.First = peak.Max;
            finished.Second = kernel.LogOfRest(rest, peak.Max, peak.Heaviest);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales)
        {
            Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
            ExactTotals<TBits> rest = kernel.WithoutOneMaximumOfRow(total, peak.Max, peak.Heaviest);
            Finished finished = default;
            finished.First = peak.Max;
            finished.Second = kernel.LogOfRestOfRow(rest, peak.Max, peak.Heaviest);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotal total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            Pair<double> rest = default(TFormat).ToPair(total - MaximumCountedTwice(peak));
            Finished finished = default;
            finished.First = peak.Max;
            finished.Second = lanes.Create(default(TFormat).LogOfRest(rest.High, rest.Low, lanes.ToScalar(peak.Max), ExponentOf(peak)));
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishLong(Pair<double> total, T max, T shift, TwoGreatest peak)
        {
            TLanes lanes = default;
            Finished finished = default;
            finished.First = lanes.Create(max);
            finished.Second = lanes.Create(default(TFormat).LogOfRest(total.High, total.Low, lanes.ToScalar(peak.Max), ExponentOf(peak)));
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Result(TVector register, in Finished finished) =>
            default(TLanes).Subtract(default(TLanes).Subtract(register, finished.First), finished.Second);

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max)
        {
            SpecialRows<TFormat, T>.LogSoftmax(values, results, max);
            return max;
        }
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.LogSoftmaxPasses"/>
internal readonly struct LogSoftmaxOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.LogSoftmax(values, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.LogSoftmax(values, results, size, row);
}
