using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.LogSumExp(ReadOnlySpan<T> values, T temperature) => LogSumExpAtTemperature(values, temperature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.LogSumExp(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, int row) => LogSumExpAtTemperature(values, temperature, results, size, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.LogSumExp(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, int columns) => LogSumExpAtTemperature(temperature, values, results, size, columns);

    /// <summary>A call at each register: what holds the temperature is made where it is read.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static T LogSumExpAtTemperature(ReadOnlySpan<T> values, T temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        LogSumExpAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        return OneRow<LogSumExpAtTemperaturePasses, TwoGreatest>(passes, values, default);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int LogSumExpAtTemperature(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, int row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        LogSumExpAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        return Blocks<LogSumExpAtTemperaturePasses, TwoGreatest>(passes, values, results, size, row, RowsLayouts.MostWeightsForLogarithmsAcrossLanes);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void LogSumExpAtTemperature(T temperature, ReadOnlySpan<T> values, Span<T> results, int size, int columns)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        WeighedGroup<LogSumExpAtTemperaturePasses, TwoGreatest> group = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out group.Operation.Temperature);
        ColumnsWhereTheyLie<WeighedGroup<LogSumExpAtTemperaturePasses, TwoGreatest>, LogSumExpAtTemperature<T>, T>(
            group, new() { Temperature = temperature }, values, results, size, columns, results: 1);
    }

    /// <summary>τ·log Σ exp(xᵢ/τ), as maximum + τ·log(1 + rest).</summary>
    [StructLayout(LayoutKind.Sequential, Size = SizeOfTemperature)]
    private struct LogSumExpAtTemperaturePasses : IWeighing<TwoGreatest>
    {
        public Temperature<T> Temperature;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOrdinary(T max) => default(TFormat).IsWithin(max, Temperature.Limit);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool AreOrdinary(TVector max, TVector sum) => AreOrdinaryAt(max, sum, Temperature);

        public bool IsAtLimit() => default(TFormat).AreEqual(Temperature.Value, default(TFormat).Zero);

        public T GoBeyond(T max) => Kernel<TLanes, TFormat, TVector, TBits, T>.GoBeyond(max, ref Temperature);

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

        public readonly Finished Left(TVector first, TVector second) => throw new NotSupportedException("There is one result a row.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished Finish(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales)
        {
            ExactTotals<TBits> rest = WithoutOneMaximumAt(totals, peak, scales);
            double rate = default(TFormat).ToDouble(Temperature.Rate);
            double rateLow = default(TFormat).ToDouble(Temperature.RateLow);
            Finished finished = default;
            finished.First = default(TLanes).LogSumExp(rest, peak.Max, ExponentAt(peak.Heaviest, Temperature), rate, rateLow, default(TFormat).ToDouble(Temperature.Value));
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishRow(ExactTotals<TBits> total, TwoGreatest peak, in Scales scales)
        {
            TLanes lanes = default;
            return FinishRow(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)), peak, scales);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishRow(ExactTotal total, TwoGreatest peak, in Scales scales) =>
            FinishLong(default(TFormat).ToPair(total - MaximumCountedTwiceAt(peak, Temperature)), default(TLanes).ToScalar(peak.Max), default, peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishLong(Pair<double> total, T max, T shift, TwoGreatest peak)
        {
            TLanes lanes = default;
            Finished finished = default;
            finished.First = lanes.Create(default(TFormat).LogSumExp(total.High, total.Low, lanes.ToScalar(peak.Max), ExponentOf(peak, Temperature), Temperature, max));
            return finished;
        }

        public readonly TVector Result(TVector register, in Finished finished) => throw new NotSupportedException("There is one result a row.");

        public readonly T Special(ReadOnlySpan<T> values, Span<T> results, T max) => default(TFormat).PlusZero(max);
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.LogSumExpAtTemperaturePasses"/>
internal struct LogSumExpAtTemperature<T> : IRowOperation<T, T>
{
    public T Temperature;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.LogSumExp(values, Temperature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.LogSumExp(values, Temperature, results, size, row);
}
