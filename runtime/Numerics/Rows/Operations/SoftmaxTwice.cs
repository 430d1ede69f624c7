using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>
    /// Softmax of rows beyond the caches: weights are taken twice, once to be counted and once to be shared, because memory is slower than that. By
    /// <see cref="SoftmaxPasses"/> they would wait where the results will stand, and be carried there, back, and there again.
    /// </summary>
    [StructLayout(LayoutKind.Sequential, Size = WritesRows)]
    private readonly struct SoftmaxTwicePasses : IWeighing<Maximum>
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
        public Maximum Centered(Maximum peak, TVector shift) => peak.Less(shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished Left(TVector first, TVector second)
        {
            Finished finished = default;
            finished.First = first;
            finished.Second = second;
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales ScalesOf(Maximum peak) => default(SoftmaxPasses).ScalesOf(peak);

        public void Leave(in Scales scales, ref T waiting) => throw OneRowOnly();

        public Scales Left(ref T waiting) => throw OneRowOnly();

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

        public Finished Finish(ExactTotals<TBits> totals, Maximum peak, in Scales scales) => throw OneRowOnly();

        public Finished FinishRow(ExactTotals<TBits> total, Maximum peak, in Scales scales) => throw OneRowOnly();

        public Finished FinishRow(ExactTotal total, Maximum peak, in Scales scales) => throw OneRowOnly();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishLong(Pair<double> total, T max, T shift, Maximum peak)
        {
            Finished finished = default(SoftmaxPasses).FinishLong(total, max, shift, peak);
            finished.Center = default(TLanes).Create(shift);
            finished.Scales = ScalesOf(peak);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Result(TVector register, in Finished finished) =>
            default(SoftmaxPasses).Result(default(SoftmaxPasses).Weigh(default(TLanes).Subtract(register, finished.Center), finished.Scales), finished);

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max) => default(SoftmaxPasses).Special(values, results, max);

        private static NotSupportedException OneRowOnly() => new("One row is taken at a time.");
    }
}
