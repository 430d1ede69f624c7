using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// The entropy of softmax: log S + Σ w(max − x)/S, all of whose terms are positive. Of the maximum the second term is 0, and the others are counted like weights, as
/// exactly: at the scale of the second greatest value, so that an entropy next to 0 keeps its digits.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Beyond this distance from the greatest of the rest nothing has any weight: what an absent value's distance is taken for.</summary>
    private const int FarthestDistance = 8192;

    [MethodImpl(KernelOptions.Optimized)]
    T IRows<T>.Entropy(ReadOnlySpan<T> logits)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TFormat format = default;
        if (logits.Length < lanes.Count)
        {
            Span<T> padded = stackalloc T[WidestRegister];
            return default(EntropyOperation<T>).Row(default(Kernel<TLanes, TFormat, TVector, TBits, T>), Pad(logits, padded), default);
        }

        GatherRow(logits, out TwoGreatest gathered, out bool isFreeOfNaN);
        TwoGreatest peak = gathered;
        T max = isFreeOfNaN ? lanes.ToScalar(peak.Max) : format.NaN;
        if (!format.IsFinite(max))
        {
            return format.IsNaN(max) ? max
                : format.AreEqual(max, format.NegativeInfinity) ? format.Zero
                : format.LogOfInteger(SpecialRows<TFormat, T>.Count(logits, max));
        }

        long atMost = GreatestDistance(max, lanes.ToScalar(peak.Heaviest));
        if (atMost == 0)
        {
            return format.Zero;
        }

        T shift = default(LogSoftmaxPasses).IsOrdinary(max) ? format.Zero : max;
        peak = peak.Less(lanes.Create(shift));
        bool isLong = logits.Length > LongTotal.LongestExactTotal;
        RowSums sums = default;
        CountMoments(logits, shift, peak, format.Quotient(1, atMost), isLong, ref sums, out ExactTotal rest, out ExactTotal moments);
        ExactTotal twice = MaximumCountedTwice(peak);
        sums.Rest.Remove(twice);
        return isLong
            ? EntropyOf(format.ToPair(sums.Rest), format.ToPair(sums.Moments), atMost, peak)
            : EntropyOf(format.ToPair(rest - twice), format.ToPair(moments), atMost, peak);
    }

    /// <summary>A power of two such that no weight of the rest times its distance from the maximum is more than the greatest weight times that; 0 where all else weighs less than any number, or is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long GreatestDistance(T max, T second)
    {
        TFormat format = default;
        double distance = format.ToDouble(max) - format.ToDouble(second);
        if (!(distance < FarthestDistance))
        {
            return 0;
        }

        long atMost = 1;
        while (atMost < distance)
        {
            atMost *= 2;
        }

        return atMost;
    }

    /// <summary>What the row's totals come to, one maximum left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T EntropyOf(Pair<double> rest, Pair<double> moment, long atMost, TwoGreatest peak)
    {
        moment.High *= atMost;
        moment.Low *= atMost;
        return default(TFormat).Entropy(rest, moment, default(TLanes).ToScalar(peak.Max), ExponentOf(peak));
    }

    /// <summary>A total on the grids that the row's length asks for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<double> ToPair(in LongTotal total, bool isLong) => isLong ? default(TFormat).ToPair(total) : default(TFormat).ToPair(total.ToExact());

    /// <summary>
    /// The total of the rest, and that of its weights times their distances from the maximum: on two grids each; of a long row or a part of one on three, added to what was counted before.
    /// </summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void CountMoments(ReadOnlySpan<T> values, T shift, TwoGreatest peak, T unit, bool isLong, ref RowSums sums, out ExactTotal total, out ExactTotal totalOfMoments)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TFormat format = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        TVector center = lanes.Create(shift);
        TVector units = lanes.Create(unit);
        TVector farthest = lanes.Create(format.FromInteger(FarthestDistance));
        Scales scales = ScalesOfRest(peak);
        total = default;
        totalOfMoments = default;
        for (int i = 0; i < values.Length;)
        {
            TBits coarse = lanes.CreateBits(0);
            TBits fine = lanes.CreateBits(0);
            TBits finest = lanes.CreateBits(0);
            TBits momentsCoarse = lanes.CreateBits(0);
            TBits momentsFine = lanes.CreateBits(0);
            TBits momentsFinest = lanes.CreateBits(0);
            int registers = 0;
            for (; i < values.Length && registers < RegistersPerTotal; registers++)
            {
                int left = values.Length - i;
                TVector x = left >= lanes.Count
                    ? lanes.Load(ref source, i)
                    : kernel.KeepLastElseAbsent(lanes.Load(ref source, values.Length - lanes.Count), left);
                i += Math.Min(left, lanes.Count);
                x = lanes.Subtract(x, center);

                // The weight, which is counted as logarithms count it.
                TVector offGrid = OffGrid(x, scales.Limit, scales.Scale, scales.Lowest, ref coarse, out TVector minusOne, out TVector power, out TVector whole);
                fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, format.Rounder)));
                CountLeft(offGrid, minusOne, power, whole, ref finest);

                // Its distance, what rounding has lost of that, and the product of both with the weight.
                TVector weight = lanes.MultiplyAdd(minusOne, power, power);
                TVector distance = lanes.Subtract(peak.Max, x);
                TVector minusX = lanes.Subtract(distance, peak.Max);
                TVector lost = lanes.Subtract(lanes.Subtract(peak.Max, lanes.Subtract(distance, minusX)), lanes.Add(x, minusX));
                distance = lanes.Min(distance, farthest);
                lost = lanes.ZeroWhereGreater(lost, lanes.Lowest(peak.Heaviest), x);
                distance = lanes.Multiply(distance, units);
                TVector product = lanes.Multiply(weight, distance);
                TVector low = lanes.MultiplyAdd(weight, lanes.Multiply(lost, units), LostByProduct(weight, distance, product));
                TVector onGrid = lanes.Add(product, format.CoarseGrid);
                TVector beside = lanes.Add(lanes.Subtract(product, lanes.Subtract(onGrid, format.CoarseGrid)), low);
                TVector onFineGrid = lanes.Add(beside, format.Rounder);
                momentsCoarse = lanes.AddBits(momentsCoarse, lanes.ToBits(onGrid));
                momentsFine = lanes.AddBits(momentsFine, lanes.ToBits(onFineGrid));
                momentsFinest = lanes.AddBits(momentsFinest, lanes.ToBits(lanes.Add(lanes.Subtract(beside, lanes.Subtract(onFineGrid, format.Rounder)), format.FinestGrid)));
            }

            ExactTotal part = kernel.Total(coarse, fine, registers);
            ExactTotal partOfMoments = kernel.Total(momentsCoarse, momentsFine, registers);
            if (isLong)
            {
                sums.Rest.Add(part.Coarse, part.Fine, TotalOfFinest(finest, registers));
                sums.Moments.Add(partOfMoments.Coarse, partOfMoments.Fine, TotalOfFinest(momentsFinest, registers));
            }
            else
            {
                total += part;
                totalOfMoments += partOfMoments;
            }
        }
    }
}

/// <summary>The entropy of softmax.</summary>
internal readonly struct EntropyOperation<T> : IRowOperation<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results)
        where TRows : struct, IRows<T> => rows.Entropy(values);

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}
