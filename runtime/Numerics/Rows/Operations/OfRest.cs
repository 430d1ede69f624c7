using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>What all values but one maximum come to, beside that: what cross-entropy and its gradient are made of.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.LogOfRest(ReadOnlySpan<T> values) => OneRow<OfRestPasses<LogOfRestOf>, TwoGreatest>(default, values, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.LogOfRest(ReadOnlySpan<T> values, Span<T> results, int size, int row) =>
        Blocks<OfRestPasses<LogOfRestOf>, TwoGreatest>(default, values, results, size, row, RowsLayouts.MostWeightsForLogarithmsAcrossLanes);

    /// <summary>What is made of the rest.</summary>
    private interface IOfRest
    {
        T Of(double total, double low, T max, T exponent);

        /// <summary>Of many rows, a lane for each.</summary>
        TVector Of(ExactTotals<TBits> rest, TVector max, TVector second);

        /// <summary>Of so many values of +∞.</summary>
        T OfInfinities(int count);

        /// <summary>Where every value is −∞.</summary>
        T OfNothing { get; }
    }

    /// <summary>log(1 + s): what log-softmax takes from each value beside the maximum; the loss of a label that has it.</summary>
    private readonly struct LogOfRestOf : IOfRest
    {
        public T OfNothing => default(TFormat).PositiveInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of(double total, double low, T max, T exponent) => default(TFormat).LogOfRest(total, low, max, exponent);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Of(ExactTotals<TBits> rest, TVector max, TVector second) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).LogOfRest(rest, max, second);

        public T OfInfinities(int count) => default(TFormat).LogOfInteger(count);
    }

    /// <summary>s / (1 + s): all probabilities but one maximum's, with digits that 1 less that one has lost.</summary>
    private readonly struct ShareOfRestOf : IOfRest
    {
        public T OfNothing => default(TFormat).One;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of(double total, double low, T max, T exponent) => default(TFormat).ShareOfRest(total, low, max, exponent);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Of(ExactTotals<TBits> rest, TVector max, TVector second) =>
            default(TLanes).ShareOfRest(rest, max, default(Kernel<TLanes, TFormat, TVector, TBits, T>).Exponent(second));

        public T OfInfinities(int count) => default(TFormat).Quotient(count - 1, count);
    }

    /// <summary>What the first loses by rounding, one row at a time.</summary>
    private readonly struct LostByLogOfRestOf : IOfRest
    {
        public T OfNothing => default(TFormat).Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of(double total, double low, T max, T exponent) => default(TFormat).LostByLogOfRest(total, low, max, exponent);

        public TVector Of(ExactTotals<TBits> rest, TVector max, TVector second) => throw new NotSupportedException("One row at a time.");

        public T OfInfinities(int count) => default(TFormat).Zero;
    }

    private readonly struct OfRestPasses<TOf> : IWeighing<TwoGreatest>
        where TOf : struct, IOfRest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOrdinary(T max) => default(LogSoftmaxPasses).IsOrdinary(max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool AreOrdinary(TVector max, TVector sum) => default(LogSoftmaxPasses).AreOrdinary(max, sum);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsAtLimit() => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T GoBeyond(T max) => max;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Centered(TVector values, TVector shift) => default(LogSoftmaxPasses).Centered(values, shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Centered(TwoGreatest peak, TVector shift) => default(LogSoftmaxPasses).Centered(peak, shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales ScalesOf(TwoGreatest peak) => default(LogSoftmaxPasses).ScalesOf(peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(in Scales scales, ref T waiting) => default(LogSoftmaxPasses).Leave(scales, ref waiting);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales Left(ref T waiting) => default(LogSoftmaxPasses).Left(ref waiting);

        public Finished Left(TVector first, TVector second) => throw new NotSupportedException("There is one result a row.");

        public TVector Weigh(TVector values, in Scales scales) => throw new NotSupportedException("Weights do not wait.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine) => default(LogSoftmaxPasses).Count(register, scales, ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest) =>
            default(LogSoftmaxPasses).CountFinely(register, scales, ref coarse, ref fine, ref finest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector OnlyLast(TVector register, int count) => default(LogSoftmaxPasses).OnlyLast(register, count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ExactTotal CountedTwice(TwoGreatest peak, in Scales scales) => default(LogSoftmaxPasses).CountedTwice(peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished Finish(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales)
        {
            Finished finished = default;
            finished.First = default(TOf).Of(default(Kernel<TLanes, TFormat, TVector, TBits, T>).WithoutOneMaximum(totals, peak.Max, peak.Heaviest), peak.Max, peak.Heaviest);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            return FinishRow(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)), peak, scales);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotal total, TwoGreatest peak, in Scales scales) =>
            FinishLong(default(TFormat).ToPair(total - MaximumCountedTwice(peak)), default, default, peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishLong(Pair<double> total, T max, T shift, TwoGreatest peak)
        {
            TLanes lanes = default;
            Finished finished = default;
            finished.First = lanes.Create(default(TOf).Of(total.High, total.Low, lanes.ToScalar(peak.Max), ExponentOf(peak)));
            return finished;
        }

        public TVector Result(TVector register, in Finished finished) => throw new NotSupportedException("There is one result a row.");

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max)
        {
            TFormat format = default;
            return format.IsNaN(max) ? max
                : format.AreEqual(max, format.NegativeInfinity) ? default(TOf).OfNothing
                : default(TOf).OfInfinities(SpecialRows<TFormat, T>.Count(values, max));
        }
    }
}

internal readonly struct LogOfRestOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.LogOfRest(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.LogOfRest(values, results, size, row);
}
