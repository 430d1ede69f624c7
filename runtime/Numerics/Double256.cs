#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call for double in 256-bit registers. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Double256
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref double source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> lanes, ref double destination, int index) => lanes.StoreUnsafe(ref destination, (nuint)index);

    /// <summary>A row of fewer values than a register has lanes, more than half as many: halves that overlap. −∞, an absent value, in those lanes of the upper half that the lower one has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadRow(ref double source, int size)
    {
        Vector256<ulong> laneOfUpperHalf = Vector256.Create(-2L, -1L, 0L, 1L).AsUInt64();
        Vector256<double> limits = Vector256.ConditionalSelect(Vector256.LessThan(laneOfUpperHalf, Vector256.Create((ulong)(4 - size))).AsDouble(), Absent(), Vector256.Create(double.PositiveInfinity));
        return Min(limits, Vector128.LoadUnsafe(ref source).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, (nuint)(size - 2))));
    }

    /// <summary>Stores what <see cref="LoadRow"/> has loaded: first the upper half, because its first lanes hold nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRow(Vector256<double> row, ref double destination, int size)
    {
        row.GetUpper().StoreUnsafe(ref destination, (nuint)(size - 2));
        row.GetLower().StoreUnsafe(ref destination);
    }

    /// <summary>The lanes of such a row equal to <paramref name="value"/>: bit i for its value i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MatchesOfRow(Vector256<double> row, Vector256<double> value, int size)
    {
        ulong matches = Matches(row, value, 0);
        return (matches & 3) | ((matches >> 2) << (size - 2));
    }

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Create(double value) => Vector256.Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Zero() => Vector256<double>.Zero;

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Absent() => Vector256.Create(double.NegativeInfinity);

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> NoneCounted() => Vector256<long>.Zero;

    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Max(Vector256<double> left, Vector256<double> right) => default(DoubleLanes256).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Min(Vector256<double> left, Vector256<double> right) => default(DoubleLanes256).Min(left, right);

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepTwoGreatest(Vector256<double> lanes, ref Vector256<double> max, ref Vector256<double> second)
    {
        second = Max(second, Min(max, lanes));
        max = Max(max, lanes);
    }

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaxInEveryLane(Vector256<double> lanes) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.MaxInEveryLane(lanes);

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Max, Vector256<double> Second) TwoGreatestInEveryLane(Vector256<double> lanes) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.TwoGreatestInEveryLane(lanes);

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Max, Vector256<double> Second) TwoGreatestInEveryLane(Vector256<double> max, Vector256<double> second) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.TwoGreatestInEveryLane(max, second);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToScalar(Vector256<double> lanes) => lanes.ToScalar();

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> KeepLast(Vector256<double> lanes, int count) => default(DoubleLanes256).KeepLast(lanes, count, Vector256<double>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> KeepLastElseAbsent(Vector256<double> lanes, int count) => default(DoubleLanes256).KeepLast(lanes, count, Vector256.Create(double.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector256<double> sum) => Vector256.EqualsAll(sum, sum);

    /// <summary>e^x, times the power of two of the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Weight(Vector256<double> x, Vector256<double> scale, Vector256<double> lowest) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Weight(x, scale, lowest);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> RestWeight(Vector256<double> x, Vector256<double> second, Vector256<double> scale, Vector256<double> lowest, out Vector256<double> remainder) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.RestWeight(x, second, scale, lowest, out remainder);

    /// <summary>Counts weights, exactly: as integers, on a coarse grid and a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector256<double> weights, ref Vector256<long> coarse, ref Vector256<long> fine) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Count(weights, ref coarse, ref fine);

    /// <summary>Counts weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector256<double> weights, Vector256<double> remainders, ref Vector256<long> coarse, ref Vector256<long> fine) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Count(weights, remainders, ref coarse, ref fine);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector256<long> coarse, Vector256<long> fine, int registers) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Total(coarse, fine, registers);

    /// <summary>The exact sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector256<double> weights) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.TotalOf(weights);

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector256<double> weights, Vector256<double> more) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.TotalOf(weights, more);

    /// <summary>The exact sum of the weights in so many counted registers, in every lane: for few enough, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> TotalInEveryLane(Vector256<long> coarse, Vector256<long> fine, int registers) => DoubleLanes256.SumInEveryLane(Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Totals(coarse, fine, registers));

    /// <summary>The total, without one weight where the greatest value occurs twice: then it was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, Vector256<double> max, Vector256<double> second, Vector256<double> scale) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.WithoutOneMaximum(total, max, second, scale);

    /// <inheritdoc cref="WithoutOneMaximum(ExactTotal, Vector256{double}, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> WithoutOneMaximum(ExactTotals<Vector128<long>> total, Vector256<double> max, Vector256<double> second, Vector256<double> scale) => Double128.WithoutOneMaximum(total, max.GetLower(), second.GetLower(), scale.GetLower());

    /// <summary>The log-sum-exp less the maximum, in every lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogOfRestOfRow(ExactTotal rest, Vector256<double> max, Vector256<double> second) => Vector256.Create(DoubleRow.LogOfRest(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogOfRestOfRow(ExactTotal, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogOfRestOfRow(ExactTotals<Vector128<long>> rest, Vector256<double> max, Vector256<double> second) => Vector256.Create(DoubleRow.LogOfRest(rest.Coarse.AsDouble().ToScalar(), rest.Fine.AsDouble().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>The log-sum-exp, in the first lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogSumExpOfRow(ExactTotal rest, Vector256<double> max, Vector256<double> second) => Vector256.CreateScalarUnsafe(DoubleRow.LogSumExp(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogSumExpOfRow(ExactTotal, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogSumExpOfRow(ExactTotals<Vector128<long>> rest, Vector256<double> max, Vector256<double> second) => Vector256.CreateScalarUnsafe(DoubleRow.LogSumExp(rest.Coarse.AsDouble().ToScalar(), rest.Fine.AsDouble().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Reciprocal(ExactTotal total) => Vector256.Create(default(DoubleFormat).Reciprocal(total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector256<double> lanes, Vector256<double> value, int index)
    {
        ulong matches = Matches(lanes, value, 0);
        return matches == 0 ? -1 : index + FirstOf(matches);
    }

    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(Vector256<double> lanes, Vector256<double> value, int index) => default(DoubleLanes256).EqualMask(lanes, value) << index;

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstOf(ulong matches) => BitOperations.TrailingZeroCount(matches);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(Vector256<double> max, Vector256<double> sum) => Vector256.LessThanAll(Vector256.Abs(max), Vector256.Create(default(DoubleFormat).UnshiftedLimit)) && Vector256.EqualsAll(sum, sum);

    /// <summary>The scale of weights, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Scale(Vector256<double> max) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Scale(max);

    /// <summary>What lower logits are raised to, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Lowest(Vector256<double> max) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Lowest(max);

    /// <summary>The exact sums of what was counted in so many registers, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector256<long>> Totals(Vector256<long> coarse, Vector256<long> fine, int registers) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Totals(coarse, fine, registers);

    /// <summary>The totals, without one weight in those lanes where the greatest value occurs twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector256<long>> WithoutOneMaximum(ExactTotals<Vector256<long>> totals, Vector256<double> max, Vector256<double> second, Vector256<double> scale) => Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.WithoutOneMaximum(totals, max, second, scale);

    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Reciprocal(ExactTotals<Vector256<long>> totals) => RowMath<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Reciprocal(RowMath<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.ToPair(totals));

    /// <summary>The log-sum-exps less the maxima, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogOfRest(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> second) => RowMath<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.LogsOfRest(RowMath<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.ToPair(rest), max, second);

    /// <summary>The log-sum-exps, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogSumExp(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> second) => RowMath<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.LogSumExps(RowMath<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.ToPair(rest), max, second);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PlusZero(Vector256<double> values) => values + Vector256<double>.Zero;

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> IndexWhereEqual(Vector256<double> left, Vector256<double> right, int index, Vector256<double> otherwise) => Vector256.ConditionalSelect(Vector256.Equals(left, right), Vector256.Create((double)index), otherwise);

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OneWhereEqual(Vector256<double> left, Vector256<double> right) => Vector256.ConditionalSelect(Vector256.Equals(left, right), Vector256<double>.One, Vector256<double>.Zero);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector256<double> indices, ref int destination, int index) =>
        Avx.ConvertToVector128Int32(indices).StoreUnsafe(ref destination, (nuint)index);

    /// <summary>Where the first whole register begins in <paramref name="block"/>, a block of the stack: an access that straddles cache lines costs twice.</summary>
    public static unsafe ref double Aligned(Span<double> block)
    {
        ref double start = ref MemoryMarshal.GetReference(block);
        nuint past = (nuint)Unsafe.AsPointer(ref start) % 32;
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? 0 : 32 - past);
    }

    /// <summary>Reads as many rows as a register has lanes, from <paramref name="index"/> on, and turns them into columns, a register each.</summary>
    public static void LoadColumns(ref double source, int index, int size, ref double columns) =>
        Columns<DoubleColumns256, double>.Load(ref Unsafe.Add(ref source, index), size, ref columns);

    /// <summary>Reads two columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref double source, int index, int size, out Vector256<double> a, out Vector256<double> b)
    {
        ref double rows = ref Unsafe.Add(ref source, index);
        DoubleColumns256.ToColumns(ref rows, size, Columns<DoubleColumns256, double>.LoadLast(ref rows, size), out a, out b);
    }

    /// <summary>Writes two columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Vector256<double> a, Vector256<double> b, ref double destination, int index, int size)
    {
        ref double rows = ref Unsafe.Add(ref destination, index);
        Columns<DoubleColumns256, double>.StoreLast(DoubleColumns256.ToRows(a, b, ref rows, size), ref rows, size);
    }

    /// <summary>Reads as many rows of 2 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref double source, int index, out Vector256<double> a, out Vector256<double> b) =>
        DoubleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b);

    /// <summary>Writes such columns as rows of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<double> a, Vector256<double> b, ref double destination, int index) =>
        DoubleColumns256.StoreRows(a, b, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 3 as a register has lanes, and turns them into columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref double source, int index, out Vector256<double> a, out Vector256<double> b, out Vector256<double> c) =>
        DoubleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c);

    /// <summary>Writes columns as rows of 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<double> a, Vector256<double> b, Vector256<double> c, ref double destination, int index) =>
        DoubleColumns256.StoreRows(a, b, c, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 4 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref double source, int index, out Vector256<double> a, out Vector256<double> b, out Vector256<double> c, out Vector256<double> d) =>
        DoubleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d);

    /// <summary>Writes such columns as rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, ref double destination, int index) =>
        DoubleColumns256.StoreRows(a, b, c, d, ref Unsafe.Add(ref destination, index));

    /// <summary>One value for each of the rows that <c>LoadRows</c> has read, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> InRowOrder(Vector256<double> values, int size) => size is 3 or 4 ? values : DoubleColumns256.InRowOrder(values);

    /// <summary>Turns columns into rows again, and writes them.</summary>
    public static void StoreColumns(ref double columns, int size, ref double destination, int index) =>
        Columns<DoubleColumns256, double>.Store(ref columns, size, ref Unsafe.Add(ref destination, index));

    /// <summary>Where a row of so many values begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref double Row(ref double rows, int row, int size) => ref Unsafe.Add(ref rows, row * size);

    /// <summary>The value of one row in every lane: the one at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfRow(ref double block, int index) => Vector256.Create(Unsafe.Add(ref block, index));

    /// <summary>Stores what was counted of one row, for <see cref="TotalsOfRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCounted(Vector256<long> coarse, Vector256<long> fine, ref double block, int index)
    {
        coarse.AsDouble().StoreUnsafe(ref block, (nuint)index);
        fine.AsDouble().StoreUnsafe(ref block, (nuint)(index + 16));
    }

    /// <summary>The greatest lane of each of 4 registers, one lane a register.</summary>
    public static Vector256<double> MaxOfRows(ref double block) => RowTree<DoubleRowTree256, DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Max(ref block);

    /// <summary>The two greatest of each of 4 registers, given with 4 more that hold the second greatest for each lane.</summary>
    public static (Vector256<double> Max, Vector256<double> Second) TwoGreatestOfRows(ref double block) => RowTree<DoubleRowTree256, DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.TwoGreatest(ref block);

    /// <summary>The exact sums of 4 rows of so many registers each, as they were counted.</summary>
    public static ExactTotals<Vector256<long>> TotalsOfRows(ref double block, int registers) => RowTree<DoubleRowTree256, DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>.Totals(ref block, registers);
}
#endif
