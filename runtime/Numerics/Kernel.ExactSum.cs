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

    /// <summary>Counts a register of weights.</summary>
    /// <remarks>
    /// One of four additions is done where products are, multiplied by 1: most loops that count do nothing else, and products are idle there.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(TVector weight, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TVector grid = lanes.Create(default(TFormat).CoarseGrid);
        TVector onGrid = lanes.Add(weight, grid);
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        TVector offGrid = lanes.IsFused
            ? lanes.MultiplyAdd(lanes.Subtract(grid, onGrid), lanes.Create(default(TFormat).One), weight)
            : lanes.Subtract(weight, lanes.Subtract(onGrid, grid));
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, lanes.Create(default(TFormat).Rounder))));
    }

    /// <summary>Counts a register of weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(TVector weight, TVector remainder, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TVector grid = lanes.Create(default(TFormat).CoarseGrid);
        TVector onGrid = lanes.Add(weight, grid);
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(lanes.Add(lanes.Subtract(weight, lanes.Subtract(onGrid, grid)), remainder), lanes.Create(default(TFormat).Rounder))));
    }

    /// <summary>The sum of what was counted in so many registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(TBits coarse, TBits fine, int registers)
    {
        TLanes lanes = default;
        ExactTotals<TBits> totals = Totals(coarse, fine, registers);
        return new(lanes.SumBits(totals.Coarse, registers), lanes.SumBits(totals.Fine, registers));
    }

    /// <summary>The sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal TotalOf(TVector weight)
    {
        TBits coarse = default(TLanes).CreateBits(0);
        TBits fine = coarse;
        Count(weight, ref coarse, ref fine);
        return Total(coarse, fine, 1);
    }

    /// <summary>The sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal TotalOf(TVector weight, TVector more)
    {
        TBits coarse = default(TLanes).CreateBits(0);
        TBits fine = coarse;
        Count(weight, ref coarse, ref fine);
        Count(more, ref coarse, ref fine);
        return Total(coarse, fine, 2);
    }

    /// <summary>One weight, given in every lane, with what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal TotalOfOne(TVector weight, TVector remainder)
    {
        TLanes lanes = default;
        TVector zero = lanes.Create(default(TFormat).Zero);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = coarse;
        Count(lanes.KeepLast(weight, 1, zero), lanes.KeepLast(remainder, 1, zero), ref coarse, ref fine);
        return Total(coarse, fine, 1);
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

    /// <summary>The total less one weight where the two greatest values, given in every lane, are equal, and were both counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, TVector max, TVector second, TVector scale) =>
        default(TLanes).EqualMask(max, second) == 0 ? total : WithoutTie(total, second, scale);

    [MethodImpl(KernelOptions.Optimized)]
    private static ExactTotals<TBits> WithoutTies(ExactTotals<TBits> totals, TVector max, TVector second, TVector scale)
    {
        TLanes lanes = default;
        TVector zero = lanes.Create(default(TFormat).Zero);
        TVector weight = RestWeight(second, second, scale, lowest: second, out TVector remainder);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = coarse;
        Count(lanes.ReplaceWhereEqual(zero, max, second, weight), lanes.ReplaceWhereEqual(zero, max, second, remainder), ref coarse, ref fine);
        ExactTotals<TBits> ties = Totals(coarse, fine, 1);
        return new(lanes.SubtractBits(totals.Coarse, ties.Coarse), lanes.SubtractBits(totals.Fine, ties.Fine));
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static ExactTotal WithoutTie(ExactTotal total, TVector second, TVector scale)
    {
        TVector weight = RestWeight(second, second, scale, lowest: second, out TVector remainder);
        return total - TotalOfOne(weight, remainder);
    }
}
