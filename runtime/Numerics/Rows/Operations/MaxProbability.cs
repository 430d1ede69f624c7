using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>What softmax gives the maximum: the weights are counted as softmax counts them, and none waits.</summary>
    private readonly struct MaxProbabilityPasses : IWeighing<Maximum>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOrdinary(T max) => default(SoftmaxPasses).IsOrdinary(max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool AreOrdinary(TVector max, TVector sum) => default(SoftmaxPasses).AreOrdinary(max, sum);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsAtLimit() => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T GoBeyond(T max) => max;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Centered(TVector values, TVector shift) => default(SoftmaxPasses).Centered(values, shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum Centered(Maximum peak, TVector shift) => default(SoftmaxPasses).Centered(peak, shift);

        public Finished Left(TVector first, TVector second) => throw new NotSupportedException("There is one result a row.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales ScalesOf(Maximum peak) => default(SoftmaxPasses).ScalesOf(peak);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(in Scales scales, ref T waiting) => default(SoftmaxPasses).Leave(scales, ref waiting);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales Left(ref T waiting) => default(SoftmaxPasses).Left(ref waiting);

        public TVector Weigh(TVector values, in Scales scales) => throw new NotSupportedException("Weights do not wait.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine) =>
            default(SoftmaxPasses).Count(default(SoftmaxPasses).Weigh(register, scales), scales, ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest) =>
            default(SoftmaxPasses).CountFinely(default(SoftmaxPasses).Weigh(register, scales), scales, ref coarse, ref fine, ref finest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector OnlyLast(TVector register, int count) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).KeepLastElseAbsent(register, count);

        public ExactTotal CountedTwice(Maximum peak, in Scales scales) => default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished Finish(ExactTotals<TBits> totals, Maximum peak, in Scales scales) =>
            OfMax(default(SoftmaxPasses).Finish(totals, peak, scales), peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotals<TBits> total, Maximum peak, in Scales scales) =>
            OfMax(default(SoftmaxPasses).FinishRow(total, peak, scales), peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotal total, Maximum peak, in Scales scales) =>
            OfMax(default(SoftmaxPasses).FinishRow(total, peak, scales), peak, scales);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishLong(Pair<double> total, T max, T shift, Maximum peak) =>
            OfMax(default(SoftmaxPasses).FinishLong(total, max, shift, peak), peak, ScalesOf(peak));

        public TVector Result(TVector register, in Finished finished) => throw new NotSupportedException("There is one result a row.");

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max) => SpecialRows<TFormat, T>.MaxProbability(values, max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Finished OfMax(Finished softmax, Maximum peak, in Scales scales)
        {
            Finished finished = default;
            finished.First = default(SoftmaxPasses).Result(default(SoftmaxPasses).Weigh(peak.Max, scales), softmax);
            return finished;
        }
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.MaxProbabilityPasses"/>
internal readonly struct MaxProbabilityOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T>
    {
        rows.ArgMax(values, out T probability);
        return probability;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => throw new NotSupportedException("Blocks of rows have the index too.");
}
