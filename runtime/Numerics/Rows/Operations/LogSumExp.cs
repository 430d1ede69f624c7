using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.LogSumExp(ReadOnlySpan<T> values) => OneRow<LogSumExpPasses, TwoGreatest>(values, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.LogSumExp(ReadOnlySpan<T> values, Span<T> results, int size, int row) =>
        Blocks<LogSumExpPasses, TwoGreatest>(values, results, size, row, RowsLayouts.MostWeightsForLogarithmsAcrossLanes);

    /// <summary>log Σ exp(xᵢ), as maximum + log(1 + rest).</summary>
    private readonly struct LogSumExpPasses : IWeighing<TwoGreatest>
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
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).LogSumExp(default(Kernel<TLanes, TFormat, TVector, TBits, T>).WithoutOneMaximum(totals, peak.Max, peak.Heaviest, scales.Scale), peak.Max, peak.Heaviest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector FinishRow(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).LogSumExpOfRow(default(Kernel<TLanes, TFormat, TVector, TBits, T>).WithoutOneMaximum(total, peak.Max, peak.Heaviest, scales.Scale), peak.Max, peak.Heaviest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector FinishRow(ExactTotal total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            return lanes.Create(default(TFormat).LogSumExp(
                WithoutOneMaximum(total, peak, scales), lanes.ToScalar(peak.Max), lanes.ToScalar(peak.Heaviest)));
        }

        public T FinishLong(ref LongTotal<TFormat, T> total, T max, T shift, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            TFormat format = default;
            Pair<T> rest = WithoutOneMaximum(ref total, peak, scales);
            return shift.Equals(format.Zero)
                ? format.LogSumExp(rest, max, lanes.ToScalar(peak.Heaviest))
                : format.PlusZero(format.Add(max, format.LogOfRest(rest, format.Zero, lanes.ToScalar(peak.Heaviest))));
        }

        public TVector Result(TVector register, TVector max, TVector finished) => throw new NotSupportedException("There is one result a row.");

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max) => max;
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.LogSumExpPasses"/>
internal readonly struct LogSumExpOperation<T> : IRowOperation<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.LogSumExp(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.LogSumExp(values, results, size, row);
}
