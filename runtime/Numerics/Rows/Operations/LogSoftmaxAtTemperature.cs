using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.LogSoftmax(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities) => LogSoftmaxAtTemperature(logits, temperature, logProbabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.LogSoftmax(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size, int row) => LogSoftmaxAtTemperature(logits, temperature, logProbabilities, size, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.LogSoftmax(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size, int columns) => LogSoftmaxAtTemperature(temperature, logits, logProbabilities, size, columns);

    /// <summary>A call at each register: what holds the temperature is made where it is read.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static T LogSoftmaxAtTemperature(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        LogSoftmaxAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        default(TFormat).Invert(ref passes.Temperature);
        return OneRow<LogSoftmaxAtTemperaturePasses, TwoGreatest>(passes, logits, logProbabilities);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int LogSoftmaxAtTemperature(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size, int row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        LogSoftmaxAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        default(TFormat).Invert(ref passes.Temperature);
        return Blocks<LogSoftmaxAtTemperaturePasses, TwoGreatest>(passes, logits, logProbabilities, size, row, RowsLayouts.MostWeightsForLogarithmsAcrossLanes);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void LogSoftmaxAtTemperature(T temperature, ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int columns)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        WeighedGroup<LogSoftmaxAtTemperaturePasses, TwoGreatest> group = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out group.Operation.Temperature);
        default(TFormat).Invert(ref group.Operation.Temperature);
        ColumnsWhereTheyLie<WeighedGroup<LogSoftmaxAtTemperaturePasses, TwoGreatest>, LogSoftmaxAtTemperature<T>, T>(
            group, new() { Temperature = temperature }, logits, logProbabilities, size, columns, size);
    }

    /// <summary>xᵢ/τ − log Σ exp(xⱼ/τ), as (xᵢ − maximum)/τ − log(1 + rest): two terms of like sign, so nothing cancels.</summary>
    [StructLayout(LayoutKind.Sequential, Size = SizeOfTemperature + WritesRows)]
    private struct LogSoftmaxAtTemperaturePasses : IWeighing<TwoGreatest>
    {
        public Temperature<T> Temperature;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOrdinary(T max) => default(TFormat).IsWithin(max, Temperature.Limit);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool AreOrdinary(TVector max, TVector sum) => AreOrdinaryAt(max, sum, Temperature);

        public bool IsAtLimit() => default(TFormat).AreEqual(Temperature.Value, default(TFormat).Zero);

        public T GoBeyond(T max)
        {
            T shift = Kernel<TLanes, TFormat, TVector, TBits, T>.GoBeyond(max, ref Temperature);
            default(TFormat).Invert(ref Temperature);
            return shift;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector Centered(TVector values, TVector shift) => CenteredAt(values, shift, default(TLanes).Create(Temperature.Factor));

        public readonly TwoGreatest Centered(TwoGreatest peak, TVector shift) => new(Centered(peak.Max, shift), Centered(peak.Heaviest, shift));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Scales ScalesOf(TwoGreatest peak) => ScalesAt(peak.Heaviest, Temperature);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Leave(in Scales scales, ref T waiting) => LeaveScalesOfRest(scales, ref waiting);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Scales Left(ref T waiting) => LeftScalesAt(ref waiting, Temperature);

        public readonly TVector Weigh(TVector values, in Scales scales) => throw new NotSupportedException("Weights do not wait.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine) =>
            CountRest(register, scales, ref coarse, ref fine, out _, out _, out _, out _);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest)
        {
            CountRest(register, scales, ref coarse, ref fine, out TVector minusOne, out TVector power, out TVector whole, out TVector offGrid);
            CountLeft(offGrid, minusOne, power, whole, ref finest);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector OnlyLast(TVector register, int count) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).KeepLastElseAbsent(register, count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ExactTotal CountedTwice(TwoGreatest peak, in Scales scales) => MaximumCountedTwiceAt(peak, Temperature);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished Left(TVector first, TVector second)
        {
            TLanes lanes = default;
            Finished finished = default;
            finished.First = first;
            finished.Second = second;
            finished.Factor = lanes.Create(Temperature.Factor);
            finished.Inverse = lanes.Create(Temperature.Inverse);
            finished.InverseLow = lanes.Create(Temperature.InverseLow);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished Finish(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales)
        {
            ExactTotals<TBits> rest = WithoutOneMaximumAt(totals, peak, scales);
            double rate = default(TFormat).ToDouble(Temperature.Rate);
            double rateLow = default(TFormat).ToDouble(Temperature.RateLow);
            return Left(peak.Max, default(TLanes).LogOfRest(rest, peak.Max, ExponentAt(peak.Heaviest, Temperature), rate, rateLow));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishRow(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            return FinishRow(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)), peak, scales);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishRow(ExactTotal total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            Pair<double> rest = default(TFormat).ToPair(total - MaximumCountedTwiceAt(peak, Temperature));
            return Left(peak.Max, lanes.Create(default(TFormat).LogOfRest(rest.High, rest.Low, lanes.ToScalar(peak.Max), ExponentOf(peak, Temperature), Temperature)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishLong(Pair<double> total, T max, T shift, TwoGreatest peak)
        {
            TLanes lanes = default;
            return Left(lanes.Create(max), lanes.Create(default(TFormat).LogOfRest(total.High, total.Low, lanes.ToScalar(peak.Max), ExponentOf(peak, Temperature), Temperature)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector Result(TVector register, in Finished finished)
        {
            TVector differences = CenteredAt(register, finished.First, finished.Factor);
            return default(TLanes).Subtract(DividedByTemperature(differences, finished), finished.Second);
        }

        public readonly T Special(ReadOnlySpan<T> values, Span<T> results, T max) => default(LogSoftmaxPasses).Special(values, results, max);
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.LogSoftmaxAtTemperaturePasses"/>
internal struct LogSoftmaxAtTemperature<T> : IRowOperation<T, T>
{
    public T Temperature;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.LogSoftmax(values, Temperature, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.LogSoftmax(values, Temperature, results, size, row);
}
