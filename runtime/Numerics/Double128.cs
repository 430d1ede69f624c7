#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call for double in 128-bit registers. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Double128
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(ref double source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> lanes, ref double destination, int index) => lanes.StoreUnsafe(ref destination, (nuint)index);

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Create(double value) => Vector128.Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Zero() => Vector128<double>.Zero;

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Absent() => Vector128.Create(double.NegativeInfinity);

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> NoneCounted() => Vector128<long>.Zero;

    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Max(Vector128<double> left, Vector128<double> right) => default(DoubleLanes128).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Min(Vector128<double> left, Vector128<double> right) => default(DoubleLanes128).Min(left, right);

    /// <summary>The greatest lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReduceMax(Vector128<double> lanes) => default(DoubleLanes128).ReduceMax(lanes);

    /// <summary>The greatest and the second greatest of all lanes, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Max, double Second) TwoGreatest(Vector128<double> max, Vector128<double> second) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TwoGreatest(max, second);

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> KeepLast(Vector128<double> lanes, int count) => default(DoubleLanes128).KeepLast(lanes, count, Vector128<double>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> KeepLastElseAbsent(Vector128<double> lanes, int count) => default(DoubleLanes128).KeepLast(lanes, count, Vector128.Create(double.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector128<double> sum) => Vector128.EqualsAll(sum, sum);

    /// <summary>Whether no lane of a sum of logits shows a NaN, and the maximum needs no shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(double max, Vector128<double> sum) => default(DoubleLanes128).EqualMask(sum, sum) == 0x3 && default(DoubleFormat).IsOrdinary(max);

    /// <summary>The power of two that brings the weight of <paramref name="max"/> to the top of the grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Scale(double max) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Scale(Vector128.Create(max));

    /// <summary>What lower logits are raised to: they weigh nothing beside that maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Lowest(double max) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Lowest(Vector128.Create(max));

    /// <summary>e^x, times the power of two of the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Weight(Vector128<double> x, Vector128<double> scale, Vector128<double> lowest) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Weight(x, scale, lowest);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> RestWeight(Vector128<double> x, Vector128<double> second, Vector128<double> scale, Vector128<double> lowest, out Vector128<double> remainder) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.RestWeight(x, second, scale, lowest, out remainder);

    /// <summary>Counts weights, exactly: as integers, on a coarse grid and a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector128<double> weights, ref Vector128<long> coarse, ref Vector128<long> fine) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Count(weights, ref coarse, ref fine);

    /// <summary>Counts weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector128<double> weights, Vector128<double> remainders, ref Vector128<long> coarse, ref Vector128<long> fine) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Count(weights, remainders, ref coarse, ref fine);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector128<long> coarse, Vector128<long> fine, int registers) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Total(coarse, fine, registers);

    /// <summary>The exact sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector128<double> weights) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TotalOf(weights);

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector128<double> weights, Vector128<double> more) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TotalOf(weights, more);

    /// <summary>The greatest value again where it occurs twice: its weight was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal OneTooMany(double max, double second, Vector128<double> scale)
    {
        if (max != second)
        {
            return default;
        }

        Vector128<double> limit = Vector128.Create(second);
        Vector128<double> weight = RestWeight(limit, limit, scale, lowest: limit, out Vector128<double> remainder);
        return Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TotalOfOne(weight, remainder);
    }

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Reciprocal(ExactTotal total) => Vector128.Create(default(DoubleFormat).Reciprocal(total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector128<double> lanes, double value, int index)
    {
        ulong mask = default(DoubleLanes128).EqualMask(lanes, Vector128.Create(value));
        return mask == 0 ? -1 : index + BitOperations.TrailingZeroCount(mask);
    }

    /// <summary>Whether no lane of sums of logits shows a NaN, and no maximum needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreOrdinary(Vector128<double> max, Vector128<double> sum) => Vector128.LessThanAll(Vector128.Abs(max), Vector128.Create(default(DoubleFormat).UnshiftedLimit)) && Vector128.EqualsAll(sum, sum);

    /// <summary>The scale of weights, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Scale(Vector128<double> max) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Scale(max);

    /// <summary>What lower logits are raised to, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Lowest(Vector128<double> max) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Lowest(max);

    /// <summary>The exact sums of what was counted in so many registers, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> Totals(Vector128<long> coarse, Vector128<long> fine, int registers) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Totals(coarse, fine, registers);

    /// <summary>The totals, without one weight in those lanes where the greatest value occurs twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> WithoutOneMaximum(ExactTotals<Vector128<long>> totals, Vector128<double> max, Vector128<double> second, Vector128<double> scale) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.WithoutOneMaximum(totals, max, second, scale);

    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Reciprocal(ExactTotals<Vector128<long>> totals) => RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Reciprocal(RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.ToPair(totals));

    /// <summary>The log-sum-exps less the maxima, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogOfRest(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> second) => RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.LogsOfRest(RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.ToPair(rest), max, second);

    /// <summary>The log-sum-exps, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogSumExp(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> second) => RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.LogSumExps(RowMath<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.ToPair(rest), max, second);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> PlusZero(Vector128<double> values) => values + Vector128<double>.Zero;

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> IndexWhereEqual(Vector128<double> left, Vector128<double> right, int index, Vector128<double> otherwise) => Vector128.ConditionalSelect(Vector128.Equals(left, right), Vector128.Create((double)index), otherwise);

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> OneWhereEqual(Vector128<double> left, Vector128<double> right) => Vector128.ConditionalSelect(Vector128.Equals(left, right), Vector128<double>.One, Vector128<double>.Zero);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector128<double> indices, ref int destination, int index)
    {
        Unsafe.Add(ref destination, index) = (int)indices[0];
        Unsafe.Add(ref destination, index + 1) = (int)indices[1];
    }

    /// <summary>Where the first whole register begins in <paramref name="block"/>, a block of the stack: an access that straddles cache lines costs twice.</summary>
    public static unsafe ref double Aligned(Span<double> block)
    {
        ref double start = ref MemoryMarshal.GetReference(block);
        nuint past = (nuint)Unsafe.AsPointer(ref start) % 16;
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? 0 : 16 - past);
    }

    /// <summary>Reads as many rows as a register has lanes, from <paramref name="index"/> on, and turns them into columns, a register each.</summary>
    public static void LoadColumns(ref double source, int index, int size, ref double columns) =>
        Columns<DoubleColumns128, double>.Load(ref Unsafe.Add(ref source, index), size, ref columns);

    /// <summary>Turns columns into rows again, and writes them.</summary>
    public static void StoreColumns(ref double columns, int size, ref double destination, int index) =>
        Columns<DoubleColumns128, double>.Store(ref columns, size, ref Unsafe.Add(ref destination, index));
}
#endif
