using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <content>What operations at a temperature share. At 1 they are the plain ones, by bits: who calls sees to that.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The size of what such an operation holds, and more: beside what sizes say to layouts.</summary>
    private const int SizeOfTemperature = 96;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreOrdinaryAt(TVector max, TVector sum, in Temperature<T> temperature) =>
        default(TLanes).AreWithin(max, temperature.Limit) && default(TLanes).AreEqual(sum, sum);

    /// <summary>Brings the temperature near 1, and says what has to be taken from all values.</summary>
    private static T GoBeyond(T max, ref Temperature<T> temperature)
    {
        TFormat format = default;
        format.TemperatureOf(temperature.Value, isBeyond: true, out temperature);
        return format.NeedsShift(max, temperature) ? max : format.Zero;
    }

    /// <summary>(values − shift) · factor, exact where it matters; in the order in which neither step leaves the range before the result does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CenteredAt(TVector values, TVector shift, TVector factor)
    {
        TLanes lanes = default;
        return default(TFormat).IsWithin(lanes.ToScalar(factor), default(TFormat).FromInteger(2))
            ? lanes.Subtract(lanes.Multiply(values, factor), lanes.Multiply(shift, factor))
            : lanes.Multiply(lanes.Subtract(values, shift), factor);
    }

    /// <summary>Differences from the maximum, divided by the temperature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector DividedByTemperature(TVector differences, in Finished finished)
    {
        TLanes lanes = default;
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return lanes.MultiplyAdd(differences, finished.Inverse, lanes.Multiply(differences, finished.InverseLow));
        }

        // Halves of great numbers would be infinite, and what infinite products lose no numbers.
        TVector down = lanes.Create(default(TFormat).ScaleDown);
        TVector quotients = lanes.Multiply(MultiplyPair(lanes.Multiply(differences, down), finished.Inverse, finished.InverseLow, lanes.Create(default(TFormat).Zero)), lanes.Create(default(TFormat).ScaleUp));
        TVector absent = lanes.Create(default(TFormat).NegativeInfinity);
        return lanes.ReplaceWhereEqual(quotients, lanes.Multiply(differences, finished.Inverse), absent, absent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scales ScalesAt(TVector heaviest, in Temperature<T> temperature)
    {
        TLanes lanes = default;
        Scales scales = default;
        scales.Limit = heaviest;
        scales.Scale = lanes.Scale(ExponentAt(heaviest, temperature));
        scales.Lowest = LowestAt(heaviest, temperature);
        scales.Rate = lanes.Create(temperature.Rate);
        scales.RateLow = lanes.Create(temperature.RateLow);
        return scales;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scales LeftScalesAt(ref T waiting, in Temperature<T> temperature)
    {
        Scales scales = LeftScalesOfRest(ref waiting);
        scales.Rate = default(TLanes).Create(temperature.Rate);
        scales.RateLow = default(TLanes).Create(temperature.RateLow);
        return scales;
    }

    /// <summary>Totals less one weight in those lanes where the two greatest values are equal, and were both counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static ExactTotals<TBits> WithoutOneMaximumAt(ExactTotals<TBits> totals, TwoGreatest peak, in Scales scales)
    {
        if (default(TLanes).EqualMask(peak.Max, peak.Heaviest) == 0)
        {
            return totals;
        }

        // What a call takes by reference stays in memory wherever it is used: copies.
        TBits coarse = totals.Coarse;
        TBits fine = totals.Fine;
        TVector greatest = peak.Max;
        Scales all = scales;
        RemoveTiesAt(ref coarse, ref fine, greatest, all);
        return new() { Coarse = coarse, Fine = fine };
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void RemoveTiesAt(ref TBits coarse, ref TBits fine, in TVector max, in Scales scales)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TBits tiesCoarse = kernel.NoneCounted();
        TBits tiesFine = kernel.NoneCounted();
        CountRest(lanes.ReplaceWhereEqual(kernel.Absent(), max, scales.Limit, scales.Limit), scales, ref tiesCoarse, ref tiesFine, out _, out _, out _, out _);
        ExactTotals<TBits> ties = kernel.Totals(tiesCoarse, tiesFine, 1);
        coarse = lanes.SubtractBits(coarse, ties.Coarse);
        fine = lanes.SubtractBits(fine, ties.Fine);
    }

    /// <summary>Where every maximum was counted, one is taken back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ExactTotal MaximumCountedTwiceAt(TwoGreatest peak, in Temperature<T> temperature)
    {
        TLanes lanes = default;
        T second = lanes.ToScalar(peak.Heaviest);
        return lanes.ToScalar(peak.Max).Equals(second) ? OneMaximumAt(second, temperature) : default;
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static ExactTotal OneMaximumAt(T second, in Temperature<T> temperature)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector limit = kernel.Create(second);
        TBits coarse = kernel.NoneCounted();
        TBits fine = kernel.NoneCounted();
        CountRest(kernel.KeepLastElseAbsent(limit, 1), ScalesAt(limit, temperature), ref coarse, ref fine, out _, out _, out _, out _);
        return kernel.Total(coarse, fine, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExponentOf(TwoGreatest peak, in Temperature<T> temperature) => default(TLanes).ToScalar(ExponentAt(peak.Heaviest, temperature));
}
