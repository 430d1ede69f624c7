using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// A weight is split, without error, into a multiple of the coarse unit and a rest that is rounded to the fine unit; both are
/// counted as integers. The fine unit is 2^-45 (float) or 2^-92 (double) of the heaviest weight.
/// </remarks>
internal static partial class Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Registers that may be counted before <see cref="Total"/>: their lanes hold that many weights.</summary>
    public const int RegistersPerTotal = 256;

    /// <summary>The weight on the coarse grid, as bits to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBits Coarse(TVector weight)
    {
        TLanes lanes = default;
        TFormat format = default;
        return lanes.ToBits(lanes.Add(weight, lanes.Create(format.CoarseGrid)));
    }

    /// <summary>What the coarse grid leaves of the weight, as bits to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBits Fine(TVector weight)
    {
        TLanes lanes = default;
        return lanes.ToBits(lanes.Add(AfterCoarse(weight), lanes.Create(default(TFormat).Rounder)));
    }

    /// <inheritdoc cref="Fine(TVector)"/>
    /// <param name="weight">The weight.</param>
    /// <param name="remainder">What rounding lost of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBits Fine(TVector weight, TVector remainder)
    {
        TLanes lanes = default;
        return lanes.ToBits(lanes.Add(lanes.Add(AfterCoarse(weight), remainder), lanes.Create(default(TFormat).Rounder)));
    }

    /// <summary>
    /// Counts weights, for loops that do nothing else: one of the four additions is done where products are, which would be idle.
    /// Multiplied by 1, a weight is what it was.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CountAlone(TVector weight, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector grid = lanes.Create(format.CoarseGrid);
        TVector onGrid = lanes.IsFused ? lanes.MultiplyAdd(weight, lanes.Create(format.One), grid) : lanes.Add(weight, grid);
        TVector rest = lanes.Subtract(weight, lanes.Subtract(onGrid, grid));
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(rest, lanes.Create(format.Rounder))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AfterCoarse(TVector weight)
    {
        TLanes lanes = default;
        TVector grid = lanes.Create(default(TFormat).CoarseGrid);
        return lanes.Subtract(weight, lanes.Subtract(lanes.Add(weight, grid), grid));
    }

    /// <summary>The sum of what <see cref="Coarse"/> and <see cref="Fine(TVector)"/> counted in so many registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(TBits coarse, TBits fine, int registers)
    {
        TLanes lanes = default;
        ExactTotals<TBits> totals = Totals(coarse, fine, registers);
        return new(lanes.SumBits(totals.Coarse, registers), lanes.SumBits(totals.Fine, registers));
    }

    /// <summary>The sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal TotalOf(TVector weight) => Total(Coarse(weight), Fine(weight), 1);

    /// <summary>One weight, given in every lane, with what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal TotalOfOne(TVector weight, TVector remainder)
    {
        TLanes lanes = default;
        TVector zero = lanes.Create(default(TFormat).Zero);
        weight = lanes.KeepLast(weight, 1, zero);
        return Total(Coarse(weight), Fine(weight, lanes.KeepLast(remainder, 1, zero)), 1);
    }

    /// <summary>The sums, lane by lane, of what was counted in so many registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<TBits> Totals(TBits coarse, TBits fine, int registers)
    {
        TLanes lanes = default;
        TFormat format = default;
        return new(
            lanes.SubtractBits(coarse, lanes.CreateBits(unchecked(registers * format.CoarseGridBits))),
            lanes.SubtractBits(fine, lanes.CreateBits(unchecked(registers * format.RounderBits))));
    }

    /// <summary>Totals less one weight in those lanes where the two greatest values are equal, and were both counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<TBits> WithoutOneMaximum(ExactTotals<TBits> totals, TVector max, TVector second, TVector scale) =>
        default(TLanes).EqualMask(max, second) == 0 ? totals : WithoutTies(totals, max, second, scale);

    private static ExactTotals<TBits> WithoutTies(ExactTotals<TBits> totals, TVector max, TVector second, TVector scale)
    {
        TLanes lanes = default;
        TVector zero = lanes.Create(default(TFormat).Zero);
        TVector weight = RestWeight(second, second, scale, lowest: second, out TVector remainder);
        ExactTotals<TBits> ties = Totals(
            Coarse(lanes.ReplaceWhereEqual(zero, max, second, weight)),
            Fine(lanes.ReplaceWhereEqual(zero, max, second, weight), lanes.ReplaceWhereEqual(zero, max, second, remainder)),
            1);
        return new(lanes.SubtractBits(totals.Coarse, ties.Coarse), lanes.SubtractBits(totals.Fine, ties.Fine));
    }
}
