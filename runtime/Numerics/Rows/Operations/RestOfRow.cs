using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// What log-sum-exp and log-softmax share: the maximum is left out of the sum, and the rest is summed at its own scale, so that it
/// keeps its digits however small it is.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scales ScalesOfRest(TwoGreatest peak)
    {
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        Scales scales = default;
        scales.Limit = peak.Heaviest;
        scales.Scale = kernel.Scale(peak.Heaviest);
        scales.Lowest = kernel.Lowest(peak.Heaviest);
        return scales;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LeaveScalesOfRest(in Scales scales, ref T waiting)
    {
        TLanes lanes = default;
        lanes.Store(scales.Limit, ref waiting, 0);
        lanes.Store(scales.Scale, ref waiting, lanes.Count);
        lanes.Store(scales.Lowest, ref waiting, 2 * lanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scales LeftScalesOfRest(ref T waiting)
    {
        TLanes lanes = default;
        Scales scales;
        scales.Limit = lanes.Create(waiting);
        scales.Scale = lanes.Create(Unsafe.Add(ref waiting, lanes.Count));
        scales.Lowest = lanes.Create(Unsafe.Add(ref waiting, 2 * lanes.Count));
        return scales;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountRest(TVector values, in Scales scales, ref TBits coarse, ref TBits fine)
    {
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector weights = kernel.RestWeight(values, scales.Limit, scales.Scale, scales.Lowest, out TVector remainders);
        kernel.Count(weights, remainders, ref coarse, ref fine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountLastOfRest(TVector values, int count, in Scales scales, ref TBits coarse, ref TBits fine)
    {
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector weights = kernel.RestWeight(values, scales.Limit, scales.Scale, scales.Lowest, out TVector remainders);
        kernel.Count(kernel.KeepLast(weights, count), kernel.KeepLast(remainders, count), ref coarse, ref fine);
    }

    /// <summary>Where every maximum was counted, one is taken back. Integers, so nothing is lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ExactTotal WithoutOneMaximum(ExactTotal total, TwoGreatest peak, in Scales scales)
    {
        TLanes lanes = default;
        return lanes.ToScalar(peak.Max).Equals(lanes.ToScalar(peak.Heaviest)) ? total - OneMaximum(scales.Limit, scales.Scale, scales.Lowest) : total;
    }

    /// <inheritdoc cref="WithoutOneMaximum(ExactTotal, TwoGreatest, in Scales)"/>
    private static Pair<T> WithoutOneMaximum(ref LongTotal<TFormat, T> total, TwoGreatest peak, in Scales scales)
    {
        TLanes lanes = default;
        if (lanes.ToScalar(peak.Max).Equals(lanes.ToScalar(peak.Heaviest)))
        {
            total.Remove(OneMaximum(scales.Limit, scales.Scale, scales.Lowest));
        }

        return total.ToPair();
    }

    /// <summary>What the greatest value was counted as.</summary>
    /// <remarks>A call that took the scales by reference would keep them in memory, in every loop before it.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static ExactTotal OneMaximum(TVector limit, TVector scale, TVector lowest)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector weight = kernel.RestWeight(limit, limit, scale, lowest, out TVector remainder);
        return kernel.TotalOfOne(weight, remainder);
    }
}
