using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <remarks>
/// A weight is split, without error, into a multiple of the coarse unit and a rest that is rounded to the fine unit; both are
/// counted as integers. The fine unit is 2^-44 (float) or 2^-91 (double) of the heaviest weight; rows beyond 65,536 values count what that
/// leaves over on a third grid, whose unit is 2^-66 (2^-142) of it.
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

    /// <summary>The same, and what the fine grid leaves over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountFinely(TVector weights, ref TBits coarse, ref TBits fine, ref TBits finest)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector onGrid = lanes.Add(weights, format.CoarseGrid);
        TVector offGrid = lanes.Subtract(weights, lanes.Subtract(onGrid, format.CoarseGrid));
        TVector onFineGrid = lanes.Add(offGrid, format.Rounder);
        TVector left = lanes.Subtract(offGrid, lanes.Subtract(onFineGrid, format.Rounder));
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        fine = lanes.AddBits(fine, lanes.ToBits(onFineGrid));
        finest = lanes.AddBits(finest, lanes.ToBits(lanes.Add(left, format.FinestGrid)));
    }

    /// <summary>Counts the weights of a register of values, but 0 for the one above <paramref name="second"/>.</summary>
    /// <remarks>
    /// A logarithm near 0 shows every rounding. So what is counted is power · (1 + minusOne), whose sum is never rounded: as far as it is off the
    /// coarse grid it has few enough digits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountRest(TVector x, TVector second, TVector scale, TVector lowest, ref TBits coarse, ref TBits fine)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector offGrid = OffGrid(x, second, scale, lowest, ref coarse, out _, out _, out _);
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, format.Rounder)));
    }

    /// <summary>The same, and what the fine grid leaves over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountRestFinely(TVector x, TVector second, TVector scale, TVector lowest, ref TBits coarse, ref TBits fine, ref TBits finest)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector offGrid = OffGrid(x, second, scale, lowest, ref coarse, out TVector minusOne, out TVector power, out TVector whole);
        fine = lanes.AddBits(fine, lanes.ToBits(lanes.Add(offGrid, format.Rounder)));
        CountLeft(offGrid, minusOne, power, whole, ref finest);
    }

    /// <summary>Counts what the fine grid has left over of a weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountLeft(TVector offGrid, TVector minusOne, TVector power, TVector whole, ref TBits finest)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector onFineGrid = lanes.Add(offGrid, format.Rounder);

        // Small weights have been rounded after all.
        TVector lost = lanes.MultiplyAdd(minusOne, power, lanes.Subtract(whole, offGrid));
        TVector left = lanes.Add(lanes.Subtract(offGrid, lanes.Subtract(onFineGrid, format.Rounder)), lost);
        finest = lanes.AddBits(finest, lanes.ToBits(lanes.Add(left, format.FinestGrid)));
    }

    /// <summary>Counts weights on the coarse grid, and gives what is off it: minusOne · power + whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OffGrid(TVector x, TVector second, TVector scale, TVector lowest, ref TBits coarse, out TVector minusOne, out TVector power, out TVector whole)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector y = lanes.Max(lowest, x);
        TVector exponent = lanes.MultiplyAdd(y, format.Log2E, format.Rounder);
        minusOne = SignificandMinusOne(y, exponent);
        return OffGrid(x, exponent, minusOne, second, scale, ref coarse, out power, out whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OffGrid(TVector x, TVector exponent, TVector minusOne, TVector second, TVector scale, ref TBits coarse, out TVector power, out TVector whole)
    {
        TLanes lanes = default;
        TFormat format = default;
        power = lanes.ZeroWhereGreater(lanes.Scaled(lanes.Create(format.One), lanes.Add(exponent, scale)), x, second);
        TVector onGrid = lanes.Add(lanes.MultiplyAdd(minusOne, power, power), format.CoarseGrid);
        coarse = lanes.AddBits(coarse, lanes.ToBits(onGrid));
        whole = lanes.Add(power, lanes.Subtract(format.CoarseGrid, onGrid));
        return lanes.MultiplyAdd(minusOne, power, whole);
    }

    /// <summary>The sums, lane by lane, of what was counted in so many registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExactTotals<TBits> Totals(TBits coarse, TBits fine, int registers)
    {
        TLanes lanes = default;
        TFormat format = default;
        return new()
        {
            Coarse = lanes.SubtractBits(coarse, lanes.CreateBits(unchecked(registers * format.CoarseGridBits))),
            Fine = lanes.SubtractBits(fine, lanes.CreateBits(unchecked(registers * format.RounderBits))),
        };
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
        return new() { Coarse = SumInEveryLane(totals.Coarse), Fine = SumInEveryLane(totals.Fine) };
    }

    /// <summary>The sum of what the finest grid was left with, in so many registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long TotalOfFinest(TBits finest, int registers)
    {
        TLanes lanes = default;
        TFormat format = default;
        return lanes.SumBits(lanes.SubtractBits(finest, lanes.CreateBits(unchecked(registers * format.FinestGridBits))), registers);
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
    [SkipLocalsInit]
    public ExactTotals<TBits> WithoutOneMaximum(ExactTotals<TBits> totals, TVector max, TVector second)
    {
        if (default(TLanes).EqualMask(max, second) == 0)
        {
            return totals;
        }

        // What a call takes by reference stays in memory wherever it is used: copies.
        TBits coarse = totals.Coarse;
        TBits fine = totals.Fine;
        TVector greatest = max;
        TVector next = second;
        RemoveTies(ref coarse, ref fine, greatest, next);
        return new() { Coarse = coarse, Fine = fine };
    }

    /// <summary>The same of one row, whose values every lane has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExactTotals<TBits> WithoutOneMaximumOfRow(ExactTotals<TBits> total, TVector max, TVector second)
    {
        TLanes lanes = default;
        if (lanes.EqualMask(max, second) == 0)
        {
            return total;
        }

        ExactTotal one = OneMaximum(lanes.ToScalar(second));
        return new()
        {
            Coarse = lanes.SubtractBits(total.Coarse, lanes.CreateBits(one.Coarse)),
            Fine = lanes.SubtractBits(total.Fine, lanes.CreateBits(one.Fine)),
        };
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void RemoveTies(ref TBits coarse, ref TBits fine, in TVector max, in TVector second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector limit = second;
        TBits tiesCoarse = kernel.NoneCounted();
        TBits tiesFine = kernel.NoneCounted();
        kernel.CountRest(lanes.ReplaceWhereEqual(kernel.Absent(), max, limit, limit), limit, kernel.Scale(limit), kernel.Lowest(limit), ref tiesCoarse, ref tiesFine);
        ExactTotals<TBits> ties = kernel.Totals(tiesCoarse, tiesFine, 1);
        coarse = lanes.SubtractBits(coarse, ties.Coarse);
        fine = lanes.SubtractBits(fine, ties.Fine);
    }

    /// <summary>What the greatest value but one was counted as: nothing on the finest grid.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static ExactTotal OneMaximum(T second)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector limit = kernel.Create(second);
        TBits coarse = kernel.NoneCounted();
        TBits fine = kernel.NoneCounted();
        kernel.CountRest(kernel.KeepLastElseAbsent(limit, 1), limit, kernel.Scale(limit), kernel.Lowest(limit), ref coarse, ref fine);
        return kernel.Total(coarse, fine, 1);
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
