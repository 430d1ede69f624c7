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
        Scales scales = default;
        scales.Limit = lanes.Create(waiting);
        scales.Scale = lanes.Create(Unsafe.Add(ref waiting, lanes.Count));
        scales.Lowest = lanes.Create(Unsafe.Add(ref waiting, 2 * lanes.Count));
        return scales;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountRest(TVector values, in Scales scales, ref TBits coarse, ref TBits fine) =>
        default(Kernel<TLanes, TFormat, TVector, TBits, T>).CountRest(values, scales.Limit, scales.Scale, scales.Lowest, ref coarse, ref fine);

    /// <summary>The exponent of the greatest value that was counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExponentOf(TwoGreatest peak) =>
        default(TLanes).ToScalar(default(Kernel<TLanes, TFormat, TVector, TBits, T>).Exponent(peak.Heaviest));

    /// <summary>Where every maximum was counted, one is taken back. Integers, so nothing is lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ExactTotal MaximumCountedTwice(TwoGreatest peak)
    {
        TLanes lanes = default;
        T second = lanes.ToScalar(peak.Heaviest);
        return lanes.ToScalar(peak.Max).Equals(second) ? OneMaximum(second) : default;
    }
}
