using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T IRows<T>.Softmax(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        // A weight times its reciprocal may round to less than 1.
        if (logits.Length == 1)
        {
            return probabilities[0] = SpecialRows<TFormat, T>.SoftmaxOfOne(logits[0]);
        }

        T result;
        return logits.Length >= RowsLayouts.FewestWeightsTakenTwice && Unsafe.SizeOf<TVector>() > Unsafe.SizeOf<T>() && BeyondCaches(logits, probabilities, out result)
            ? result
            : OneRow<SoftmaxPasses, Maximum>(default, logits, probabilities);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.Softmax(ReadOnlySpan<T> logits, Span<T> probabilities, int size, int row) =>
        Blocks<SoftmaxPasses, Maximum>(default, logits, probabilities, size, row, RowsLayouts.MostWeightsAcrossLanes);

    /// <summary>exp(xᵢ) / Σ exp(xⱼ): weights, counted, and each one's share.</summary>
    [StructLayout(LayoutKind.Sequential, Size = KeepsWeights + WritesRows)]
    private readonly struct SoftmaxPasses : IWeighing<Maximum>
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
        public Scales ScalesOf(Maximum peak)
        {
            Scales scales = default;
            scales.Scale = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Scale(peak.Max);
            scales.Lowest = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Lowest(peak.Max);
            return scales;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(in Scales scales, ref T waiting)
        {
            default(TLanes).Store(scales.Scale, ref waiting, 0);
            default(TLanes).Store(scales.Lowest, ref waiting, default(TLanes).Count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Scales Left(ref T waiting)
        {
            Scales scales = default;
            scales.Scale = default(TLanes).Create(waiting);
            scales.Lowest = default(TLanes).Create(Unsafe.Add(ref waiting, default(TLanes).Count));
            return scales;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Weigh(TVector values, in Scales scales) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).Weight(values, scales.Scale, scales.Lowest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).Count(register, ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest) =>
            Kernel<TLanes, TFormat, TVector, TBits, T>.CountFinely(register, ref coarse, ref fine, ref finest);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector OnlyLast(TVector register, int count) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).KeepLast(register, count);

        public ExactTotal CountedTwice(Maximum peak, in Scales scales) => default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished Finish(ExactTotals<TBits> totals, Maximum peak, in Scales scales)
        {
            Finished finished = default;
            finished.First = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Reciprocal(totals, out finished.Second);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotals<TBits> total, Maximum peak, in Scales scales)
        {
            TLanes lanes = default;
            return FinishRow(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)), peak, scales);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishRow(ExactTotal total, Maximum peak, in Scales scales)
        {
            Finished finished = default;
            finished.First = default(Kernel<TLanes, TFormat, TVector, TBits, T>).Reciprocal(total, out finished.Second);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Finished FinishLong(Pair<double> total, T max, T shift, Maximum peak)
        {
            TLanes lanes = default;
            Finished finished = default;
            finished.First = lanes.Create(default(TFormat).Reciprocal(total, out T rest));
            finished.Second = lanes.Create(rest);
            return finished;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Result(TVector register, in Finished finished) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).Share(register, finished.First, finished.Second);

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max)
        {
            SpecialRows<TFormat, T>.Softmax(values, results, max);
            return max;
        }
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.SoftmaxPasses"/>
internal readonly struct SoftmaxOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.Softmax(values, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.Softmax(values, results, size, row);
}
