#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call for double in 512-bit registers. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Double512
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref double source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> lanes, ref double destination, int index) => lanes.StoreUnsafe(ref destination, (nuint)index);

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Create(double value) => Vector512.Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Zero() => Vector512<double>.Zero;

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Absent() => Vector512.Create(double.NegativeInfinity);

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> NoneCounted() => Vector512<long>.Zero;

    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> left, Vector512<double> right) => default(DoubleLanes512).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> left, Vector512<double> right) => default(DoubleLanes512).Min(left, right);

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepTwoGreatest(Vector512<double> lanes, ref Vector512<double> max, ref Vector512<double> second)
    {
        second = Max(second, Min(max, lanes));
        max = Max(max, lanes);
    }

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaxInEveryLane(Vector512<double> lanes) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.MaxInEveryLane(lanes);

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Max, Vector512<double> Second) TwoGreatestInEveryLane(Vector512<double> lanes) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.TwoGreatestInEveryLane(lanes);

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Max, Vector512<double> Second) TwoGreatestInEveryLane(Vector512<double> max, Vector512<double> second) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.TwoGreatestInEveryLane(max, second);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToScalar(Vector512<double> lanes) => lanes.ToScalar();

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> KeepLast(Vector512<double> lanes, int count) => default(DoubleLanes512).KeepLast(lanes, count, Vector512<double>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> KeepLastElseAbsent(Vector512<double> lanes, int count) => default(DoubleLanes512).KeepLast(lanes, count, Vector512.Create(double.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector512<double> sum) => Vector512.EqualsAll(sum, sum);

    /// <summary>e^x, times the power of two of the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Weight(Vector512<double> x, Vector512<double> scale, Vector512<double> lowest) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Weight(x, scale, lowest);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> RestWeight(Vector512<double> x, Vector512<double> second, Vector512<double> scale, Vector512<double> lowest, out Vector512<double> remainder) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.RestWeight(x, second, scale, lowest, out remainder);

    /// <summary>Counts weights, exactly: as integers, on a coarse grid and a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector512<double> weights, ref Vector512<long> coarse, ref Vector512<long> fine) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Count(weights, ref coarse, ref fine);

    /// <summary>Counts weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector512<double> weights, Vector512<double> remainders, ref Vector512<long> coarse, ref Vector512<long> fine) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Count(weights, remainders, ref coarse, ref fine);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector512<long> coarse, Vector512<long> fine, int registers) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Total(coarse, fine, registers);

    /// <summary>The exact sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector512<double> weights) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.TotalOf(weights);

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector512<double> weights, Vector512<double> more) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.TotalOf(weights, more);

    /// <summary>The exact sum of the weights in so many counted registers, in every lane: for few enough, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> TotalInEveryLane(Vector512<long> coarse, Vector512<long> fine, int registers) => DoubleLanes512.SumInEveryLane(Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Totals(coarse, fine, registers));

    /// <summary>The total, without one weight where the greatest value occurs twice: then it was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, Vector512<double> max, Vector512<double> second, Vector512<double> scale) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.WithoutOneMaximum(total, max, second, scale);

    /// <inheritdoc cref="WithoutOneMaximum(ExactTotal, Vector512{double}, Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<long>> WithoutOneMaximum(ExactTotals<Vector128<long>> total, Vector512<double> max, Vector512<double> second, Vector512<double> scale) => Double128.WithoutOneMaximum(total, max.GetLower().GetLower(), second.GetLower().GetLower(), scale.GetLower().GetLower());

    /// <summary>The log-sum-exp less the maximum, in every lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogOfRestOfRow(ExactTotal rest, Vector512<double> max, Vector512<double> second) => Vector512.Create(DoubleRow.LogOfRest(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogOfRestOfRow(ExactTotal, Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogOfRestOfRow(ExactTotals<Vector128<long>> rest, Vector512<double> max, Vector512<double> second) => Vector512.Create(DoubleRow.LogOfRest(rest.Coarse.AsDouble().ToScalar(), rest.Fine.AsDouble().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>The log-sum-exp, in the first lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogSumExpOfRow(ExactTotal rest, Vector512<double> max, Vector512<double> second) => Vector512.CreateScalarUnsafe(DoubleRow.LogSumExp(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogSumExpOfRow(ExactTotal, Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogSumExpOfRow(ExactTotals<Vector128<long>> rest, Vector512<double> max, Vector512<double> second) => Vector512.CreateScalarUnsafe(DoubleRow.LogSumExp(rest.Coarse.AsDouble().ToScalar(), rest.Fine.AsDouble().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Reciprocal(ExactTotal total) => Vector512.Create(default(DoubleFormat).Reciprocal(total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector512<double> lanes, Vector512<double> value, int index)
    {
        ulong matches = Matches(lanes, value, 0);
        return matches == 0 ? -1 : index + FirstOf(matches);
    }

    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(Vector512<double> lanes, Vector512<double> value, int index) => default(DoubleLanes512).EqualMask(lanes, value) << index;

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstOf(ulong matches) => BitOperations.TrailingZeroCount(matches);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(Vector512<double> max, Vector512<double> sum) => Vector512.LessThanAll(Vector512.Abs(max), Vector512.Create(default(DoubleFormat).UnshiftedLimit)) && Vector512.EqualsAll(sum, sum);

    /// <summary>The scale of weights, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Scale(Vector512<double> max) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Scale(max);

    /// <summary>What lower logits are raised to, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Lowest(Vector512<double> max) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Lowest(max);

    /// <summary>The exact sums of what was counted in so many registers, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector512<long>> Totals(Vector512<long> coarse, Vector512<long> fine, int registers) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Totals(coarse, fine, registers);

    /// <summary>The totals, without one weight in those lanes where the greatest value occurs twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector512<long>> WithoutOneMaximum(ExactTotals<Vector512<long>> totals, Vector512<double> max, Vector512<double> second, Vector512<double> scale) => Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.WithoutOneMaximum(totals, max, second, scale);

    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Reciprocal(ExactTotals<Vector512<long>> totals) => RowMath<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Reciprocal(RowMath<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.ToPair(totals));

    /// <summary>The log-sum-exps less the maxima, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogOfRest(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> second) => RowMath<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.LogsOfRest(RowMath<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.ToPair(rest), max, second);

    /// <summary>The log-sum-exps, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogSumExp(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> second) => RowMath<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.LogSumExps(RowMath<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.ToPair(rest), max, second);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PlusZero(Vector512<double> values) => values + Vector512<double>.Zero;

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IndexWhereEqual(Vector512<double> left, Vector512<double> right, int index, Vector512<double> otherwise) => Vector512.ConditionalSelect(Vector512.Equals(left, right), Vector512.Create((double)index), otherwise);

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OneWhereEqual(Vector512<double> left, Vector512<double> right) => Vector512.ConditionalSelect(Vector512.Equals(left, right), Vector512<double>.One, Vector512<double>.Zero);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector512<double> indices, ref int destination, int index) =>
        Avx512F.ConvertToVector256Int32(indices).StoreUnsafe(ref destination, (nuint)index);

    /// <summary>Where the first whole register begins in <paramref name="block"/>, a block of the stack: an access that straddles cache lines costs twice.</summary>
    public static unsafe ref double Aligned(Span<double> block)
    {
        ref double start = ref MemoryMarshal.GetReference(block);
        nuint past = (nuint)Unsafe.AsPointer(ref start) % 64;
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? 0 : 64 - past);
    }

    /// <summary>Reads as many rows as a register has lanes, from <paramref name="index"/> on, and turns them into columns, a register each.</summary>
    public static void LoadColumns(ref double source, int index, int size, ref double columns) =>
        Columns<DoubleColumns512, double>.Load(ref Unsafe.Add(ref source, index), size, ref columns);

    /// <summary>Reads two columns of as many rows as a register has lanes, from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref double source, int index, int size, out Vector512<double> a, out Vector512<double> b)
    {
        ref double rows = ref Unsafe.Add(ref source, index);
        DoubleColumns512.ToColumns(ref rows, size, Columns<DoubleColumns512, double>.LoadLast(ref rows, size), out a, out b);
    }

    /// <summary>Writes two columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Vector512<double> a, Vector512<double> b, ref double destination, int index, int size)
    {
        ref double rows = ref Unsafe.Add(ref destination, index);
        Columns<DoubleColumns512, double>.StoreLast(DoubleColumns512.ToRows(a, b, ref rows, size), ref rows, size);
    }

    /// <summary>Reads as many rows of 2 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref double source, int index, out Vector512<double> a, out Vector512<double> b) =>
        DoubleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b);

    /// <summary>Writes such columns as rows of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<double> a, Vector512<double> b, ref double destination, int index) =>
        DoubleColumns512.StoreRows(a, b, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 3 as a register has lanes, and turns them into columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref double source, int index, out Vector512<double> a, out Vector512<double> b, out Vector512<double> c) =>
        DoubleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c);

    /// <summary>Writes columns as rows of 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<double> a, Vector512<double> b, Vector512<double> c, ref double destination, int index) =>
        DoubleColumns512.StoreRows(a, b, c, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 4 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref double source, int index, out Vector512<double> a, out Vector512<double> b, out Vector512<double> c, out Vector512<double> d) =>
        DoubleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d);

    /// <summary>Writes such columns as rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, ref double destination, int index) =>
        DoubleColumns512.StoreRows(a, b, c, d, ref Unsafe.Add(ref destination, index));

    /// <summary>One value for each of the rows that <c>LoadRows</c> has read, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> InRowOrder(Vector512<double> values, int size) => size == 3 ? values : DoubleColumns512.InRowOrder(values, size);

    /// <summary>Turns columns into rows again, and writes them.</summary>
    public static void StoreColumns(ref double columns, int size, ref double destination, int index) =>
        Columns<DoubleColumns512, double>.Store(ref columns, size, ref Unsafe.Add(ref destination, index));

    /// <summary>Where a row of so many values begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref double Row(ref double rows, int row, int size) => ref Unsafe.Add(ref rows, row * size);

    /// <summary>The value of one row in every lane: the one at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfRow(ref double block, int index) => Vector512.Create(Unsafe.Add(ref block, index));

    /// <summary>Stores what was counted of one row, for <see cref="TotalsOfRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCounted(Vector512<long> coarse, Vector512<long> fine, ref double block, int index)
    {
        coarse.AsDouble().StoreUnsafe(ref block, (nuint)index);
        fine.AsDouble().StoreUnsafe(ref block, (nuint)(index + 64));
    }

    /// <summary>The greatest lane of each of 8 registers, one lane a register.</summary>
    public static Vector512<double> MaxOfRows(ref double block) => RowTree<DoubleRowTree512, DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Max(ref block);

    /// <summary>The two greatest of each of 8 registers, given with 8 more that hold the second greatest for each lane.</summary>
    public static (Vector512<double> Max, Vector512<double> Second) TwoGreatestOfRows(ref double block) => RowTree<DoubleRowTree512, DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.TwoGreatest(ref block);

    /// <summary>The exact sums of 8 rows of so many registers each, as they were counted.</summary>
    public static ExactTotals<Vector512<long>> TotalsOfRows(ref double block, int registers) => RowTree<DoubleRowTree512, DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>.Totals(ref block, registers);
}
#endif
