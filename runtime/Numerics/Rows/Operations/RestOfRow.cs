using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// What log-sum-exp and log-softmax share: the maximum is left out of the sum, and the rest is summed at its own scale, so that it
/// keeps its digits however small it is.
/// </content>
public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
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
    [MethodImpl(KernelOptions.Optimized)]
    private static Pair<T> WithoutOneMaximum(ref LongTotal<TFormat, T> total, TwoGreatest peak, in Scales scales)
    {
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        if (lanes.ToScalar(peak.Max).Equals(lanes.ToScalar(peak.Heaviest)))
        {
            TVector weight = kernel.RestWeight(scales.Limit, scales.Limit, scales.Scale, scales.Lowest, out TVector remainder);
            total.Remove(kernel.TotalOfOne(weight, remainder));
        }

        return total.ToPair();
    }
}
