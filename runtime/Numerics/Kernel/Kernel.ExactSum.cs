using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <remarks>
/// A weight is split, without error, into a multiple of the coarse unit and a rest that is rounded to the fine unit; both are
/// counted as integers. The fine unit is 2^-45 (float) or 2^-92 (double) of the heaviest weight.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Registers that may be counted before <see cref="Total(TBits, TBits, int)"/>: their lanes hold that many weights.</summary>
    internal const int RegistersPerTotal = 256;

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TBits NoneCounted() => default(TLanes).CreateBits(0);

    /// <summary>Counts a register of weights.</summary>
    /// <remarks>
    /// One of four additions is done where products are, multiplied by 1: most loops that count do nothing else, and products are idle there.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(TVector weights, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector onGrid = lanes.Add(weights, format.CoarseGrid);
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        TVector offGrid = Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? lanes.MultiplyAdd(lanes.Subtract(format.CoarseGrid, onGrid), format.One, weights)
            : lanes.Subtract(weights, lanes.Subtract(onGrid, format.CoarseGrid));
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, format.Rounder)));
    }

    /// <summary>Counts a register of weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(TVector weights, TVector remainders, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector onGrid = lanes.Add(weights, format.CoarseGrid);
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        TVector offGrid = lanes.Subtract(weights, lanes.Subtract(onGrid, format.CoarseGrid));
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(lanes.Add(offGrid, remainders), format.Rounder)));
    }

    /// <summary>The sums, lane by lane, of what was counted in so many registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExactTotals<TBits> Totals(TBits coarse, TBits fine, int registers)
    {
        TLanes lanes = default;
        TFormat format = default;
        return new(
            lanes.SubtractBits(coarse, lanes.CreateBits(unchecked(registers * format.CoarseGridBits))),
            lanes.SubtractBits(fine, lanes.CreateBits(unchecked(registers * format.RounderBits))));
    }

    /// <summary>The sum of all that was counted in so many registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExactTotal Total(TBits coarse, TBits fine, int registers)
    {
        TLanes lanes = default;
        ExactTotals<TBits> totals = Totals(coarse, fine, registers);
        return new(lanes.SumBits(totals.Coarse, registers), lanes.SumBits(totals.Fine, registers));
    }

    /// <summary>The same in every lane: for few enough registers, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExactTotals<TBits> TotalInEveryLane(TBits coarse, TBits fine, int registers)
    {
        ExactTotals<TBits> totals = Totals(coarse, fine, registers);
        return new(SumInEveryLane(totals.Coarse), SumInEveryLane(totals.Fine));
    }

    /// <summary>The sum of a register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RegisterTotal Total(TVector weights)
    {
        TLanes lanes = default;
        if (typeof(T) == typeof(float))
        {
            return new(lanes.Sum(weights));
        }

        TBits coarse = lanes.CreateBits(0);
        TBits fine = coarse;
        Count(weights, ref coarse, ref fine);
        return new(Total(coarse, fine, 1));
    }

    /// <summary>The sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RegisterTotal Total(TVector weights, TVector more)
    {
        TLanes lanes = default;
        if (typeof(T) == typeof(float))
        {
            return new(lanes.Sum(weights, more));
        }

        TBits coarse = lanes.CreateBits(0);
        TBits fine = coarse;
        Count(weights, ref coarse, ref fine);
        Count(more, ref coarse, ref fine);
        return new(Total(coarse, fine, 2));
    }

    /// <summary>Totals less one weight in those lanes where the two greatest values are equal, and were both counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExactTotals<TBits> WithoutOneMaximum(ExactTotals<TBits> totals, TVector max, TVector second, TVector scale) =>
        default(TLanes).EqualMask(max, second) == 0 ? totals : WithoutTies(totals, max, second, scale);

    /// <summary>One weight, given in every lane, with what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExactTotal TotalOfOne(TVector weight, TVector remainder)
    {
        TBits coarse = NoneCounted();
        TBits fine = coarse;
        Count(KeepLast(weight, 1), KeepLast(remainder, 1), ref coarse, ref fine);
        return Total(coarse, fine, 1);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private ExactTotals<TBits> WithoutTies(ExactTotals<TBits> totals, TVector max, TVector second, TVector scale)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector zero = Zero();
        TVector weight = RestWeight(second, second, scale, lowest: second, out TVector remainder);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = coarse;
        Count(lanes.ReplaceWhereEqual(zero, max, second, weight), lanes.ReplaceWhereEqual(zero, max, second, remainder), ref coarse, ref fine);
        ExactTotals<TBits> ties = Totals(coarse, fine, 1);
        return new(lanes.SubtractBits(totals.Coarse, ties.Coarse), lanes.SubtractBits(totals.Fine, ties.Fine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TBits SumInEveryLane(TBits integers)
    {
        TLanes lanes = default;
        integers = Unsafe.SizeOf<TVector>() > 8 * Unsafe.SizeOf<T>() ? lanes.AddBits(integers, lanes.ExchangeBits(integers, 8)) : integers;
        integers = Unsafe.SizeOf<TVector>() > 4 * Unsafe.SizeOf<T>() ? lanes.AddBits(integers, lanes.ExchangeBits(integers, 4)) : integers;
        integers = Unsafe.SizeOf<TVector>() > 2 * Unsafe.SizeOf<T>() ? lanes.AddBits(integers, lanes.ExchangeBits(integers, 2)) : integers;
        return Unsafe.SizeOf<TVector>() > 1 * Unsafe.SizeOf<T>() ? lanes.AddBits(integers, lanes.ExchangeBits(integers, 1)) : integers;
    }
}
