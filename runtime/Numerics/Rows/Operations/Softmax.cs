using System;
using System.Runtime.CompilerServices;

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

        return OneRow<SoftmaxPasses, Maximum>(logits, probabilities);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.Softmax(ReadOnlySpan<T> logits, Span<T> probabilities, int size, int row) =>
        Blocks<SoftmaxPasses, Maximum>(logits, probabilities, size, row, RowsLayouts.MostWeightsAcrossLanes);

    /// <summary>exp(xᵢ) / Σ exp(xⱼ): weights, counted, and each one's share.</summary>
    private readonly struct SoftmaxPasses : IWeighing<Maximum>, IKeepsWeights, IWritesRows
    {
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
        public void CountLast(TVector register, int count, in Scales scales, ref TBits coarse, ref TBits fine) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).Count(default(Kernel<TLanes, TFormat, TVector, TBits, T>).KeepLast(register, count), ref coarse, ref fine);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Finish(ExactTotals<TBits> totals, Maximum peak, in Scales scales) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).Reciprocal(totals);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector FinishRow(ExactTotals<TBits> total, Maximum peak, in Scales scales)
        {
            TLanes lanes = default;
            return default(Kernel<TLanes, TFormat, TVector, TBits, T>).Reciprocal(new ExactTotal(lanes.ToInteger(total.Coarse), lanes.ToInteger(total.Fine)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector FinishRow(ExactTotal total, Maximum peak, in Scales scales) => default(Kernel<TLanes, TFormat, TVector, TBits, T>).Reciprocal(total);

        public T FinishLong(ref LongTotal<TFormat, T> total, T max, T shift, Maximum peak, in Scales scales) => total.Reciprocal();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Result(TVector register, TVector max, TVector finished) => default(TLanes).Multiply(register, finished);

        public T Special(ReadOnlySpan<T> values, Span<T> results, T max)
        {
            SpecialRows<TFormat, T>.Softmax(values, results, max);
            return max;
        }
    }
}

/// <inheritdoc cref="Kernel{TLanes, TFormat, TVector, TBits, T}.SoftmaxPasses"/>
internal readonly struct SoftmaxOperation<T> : IRowOperation<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.Softmax(values, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => rows.Softmax(values, results, size, row);
}
