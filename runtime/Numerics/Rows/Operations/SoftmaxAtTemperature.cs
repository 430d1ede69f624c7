using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities) => SoftmaxAtTemperature(logits, temperature, probabilities);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size, int row) => SoftmaxAtTemperature(logits, temperature, probabilities, size, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size, int columns) => SoftmaxAtTemperature(temperature, logits, probabilities, size, columns);

    /// <summary>A call at each register: what holds the temperature is made where it is read.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static T SoftmaxAtTemperature(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (logits.Length == 1)
        {
            return probabilities[0] = SpecialRows<TFormat, T>.SoftmaxOfOne(logits[0]);
        }

        SoftmaxAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        return OneRow<SoftmaxAtTemperaturePasses, Maximum>(passes, logits, probabilities);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int SoftmaxAtTemperature(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size, int row)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        SoftmaxAtTemperaturePasses passes = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out passes.Temperature);
        return Blocks<SoftmaxAtTemperaturePasses, Maximum>(passes, logits, probabilities, size, row, RowsLayouts.MostWeightsAcrossLanes);
    }

    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void SoftmaxAtTemperature(T temperature, ReadOnlySpan<T> logits, Span<T> probabilities, int size, int columns)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        WeighedGroup<SoftmaxAtTemperaturePasses, Maximum> group = default;
        default(TFormat).TemperatureOf(temperature, isBeyond: false, out group.Operation.Temperature);
        ColumnsWhereTheyLie<WeighedGroup<SoftmaxAtTemperaturePasses, Maximum>, SoftmaxAtTemperature<T>, T>(
            group, new() { Temperature = temperature }, logits, probabilities, size, columns, size);
    }

    /// <summary>exp(xᵢ/τ) / Σ exp(xⱼ/τ): as <see cref="SoftmaxPasses"/>, but for the weights.</summary>
    [StructLayout(LayoutKind.Sequential, Size = SizeOfTemperature + KeepsWeights + WritesRows)]
    private struct SoftmaxAtTemperaturePasses : IWeighing<Maximum>
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

        public readonly Maximum Centered(Maximum peak, TVector shift) => new(Centered(peak.Max, shift));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Scales ScalesOf(Maximum peak) => ScalesAt(peak.Max, Temperature);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Leave(in Scales scales, ref T waiting) => LeaveScalesOfRest(scales, ref waiting);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Scales Left(ref T waiting) => LeftScalesAt(ref waiting, Temperature);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished Left(TVector first, TVector second) => default(SoftmaxPasses).Left(first, second);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector Weigh(TVector values, in Scales scales) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).WeightAt(values, scales.Scale, scales.Lowest, scales.Rate, scales.RateLow);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine) => default(SoftmaxPasses).Count(register, scales, ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest) =>
            default(SoftmaxPasses).CountFinely(register, scales, ref coarse, ref fine, ref finest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector OnlyLast(TVector register, int count) => default(SoftmaxPasses).OnlyLast(register, count);

        public readonly ExactTotal CountedTwice(Maximum peak, in Scales scales) => default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished Finish(ExactTotals<TBits> totals, Maximum peak, in Scales scales) => default(SoftmaxPasses).Finish(totals, peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishRow(ExactTotals<TBits> total, Maximum peak, in Scales scales) => default(SoftmaxPasses).FinishRow(total, peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishRow(ExactTotal total, Maximum peak, in Scales scales) => default(SoftmaxPasses).FinishRow(total, peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Finished FinishLong(Pair<double> total, T max, T shift, Maximum peak) => default(SoftmaxPasses).FinishLong(total, max, shift, peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TVector Result(TVector register, in Finished finished) => default(SoftmaxPasses).Result(register, finished);

        public readonly T Special(ReadOnlySpan<T> values, Span<T> results, T max) => default(SoftmaxPasses).Special(values, results, max);
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.SoftmaxAtTemperaturePasses"/>
internal struct SoftmaxAtTemperature<T> : IRowOperation<T, T>
{
    public T Temperature;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.Softmax(values, Temperature, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.Softmax(values, Temperature, results, size, row);
}
