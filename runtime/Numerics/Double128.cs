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

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepTwoGreatest(Vector128<double> lanes, ref Vector128<double> max, ref Vector128<double> second)
    {
        second = Max(second, Min(max, lanes));
        max = Max(max, lanes);
    }

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MaxInEveryLane(Vector128<double> lanes) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.MaxInEveryLane(lanes);

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<double> Max, Vector128<double> Second) TwoGreatestInEveryLane(Vector128<double> lanes) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TwoGreatestInEveryLane(lanes);

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<double> Max, Vector128<double> Second) TwoGreatestInEveryLane(Vector128<double> max, Vector128<double> second) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TwoGreatestInEveryLane(max, second);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToScalar(Vector128<double> lanes) => lanes.ToScalar();

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> KeepLast(Vector128<double> lanes, int count) => default(DoubleLanes128).KeepLast(lanes, count, Vector128<double>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> KeepLastElseAbsent(Vector128<double> lanes, int count) => default(DoubleLanes128).KeepLast(lanes, count, Vector128.Create(double.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector128<double> sum) => Vector128.EqualsAll(sum, sum);

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

    /// <summary>The exact sum of the weights in so many counted registers, in every lane: for few enough, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> TotalInEveryLane(Vector128<long> coarse, Vector128<long> fine, int registers) => DoubleLanes128.SumInEveryLane(Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Totals(coarse, fine, registers));

    /// <summary>The total, without one weight where the greatest value occurs twice: then it was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, Vector128<double> max, Vector128<double> second, Vector128<double> scale) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.WithoutOneMaximum(total, max, second, scale);

    /// <summary>The log-sum-exp less the maximum, in every lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogOfRestOfRow(ExactTotal rest, Vector128<double> max, Vector128<double> second) => Vector128.Create(DoubleRow.LogOfRest(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogOfRestOfRow(ExactTotal, Vector128{double}, Vector128{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogOfRestOfRow(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> second) => Vector128.Create(DoubleRow.LogOfRest(rest.Coarse.AsDouble().ToScalar(), rest.Fine.AsDouble().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>The log-sum-exp, in the first lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogSumExpOfRow(ExactTotal rest, Vector128<double> max, Vector128<double> second) => Vector128.CreateScalarUnsafe(DoubleRow.LogSumExp(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogSumExpOfRow(ExactTotal, Vector128{double}, Vector128{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogSumExpOfRow(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> second) => Vector128.CreateScalarUnsafe(DoubleRow.LogSumExp(rest.Coarse.AsDouble().ToScalar(), rest.Fine.AsDouble().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Reciprocal(ExactTotal total) => Vector128.Create(default(DoubleFormat).Reciprocal(total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector128<double> lanes, Vector128<double> value, int index)
    {
        ulong matches = Matches(lanes, value, 0);
        return matches == 0 ? -1 : index + FirstOf(matches);
    }

    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(Vector128<double> lanes, Vector128<double> value, int index) => default(DoubleLanes128).EqualMask(lanes, value) << index;

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstOf(ulong matches) => BitOperations.TrailingZeroCount(matches);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(Vector128<double> max, Vector128<double> sum) => Vector128.LessThanAll(Vector128.Abs(max), Vector128.Create(default(DoubleFormat).UnshiftedLimit)) && Vector128.EqualsAll(sum, sum);

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
