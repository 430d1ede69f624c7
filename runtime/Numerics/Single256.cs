#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call for float in 256-bit registers. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Single256
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> lanes, ref float destination, int index) => lanes.StoreUnsafe(ref destination, (nuint)index);

    /// <summary>A row of fewer values than a register has lanes, more than half as many: halves that overlap. −∞, an absent value, in those lanes of the upper half that the lower one has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadRow(ref float source, int size)
    {
        Vector256<uint> laneOfUpperHalf = Vector256.Create(-4, -3, -2, -1, 0, 1, 2, 3).AsUInt32();
        Vector256<float> limits = Vector256.ConditionalSelect(Vector256.LessThan(laneOfUpperHalf, Vector256.Create((uint)(8 - size))).AsSingle(), Absent(), Vector256.Create(float.PositiveInfinity));
        return Min(limits, Vector128.LoadUnsafe(ref source).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, (nuint)(size - 4))));
    }

    /// <summary>Stores what <see cref="LoadRow"/> has loaded: first the upper half, because its first lanes hold nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRow(Vector256<float> row, ref float destination, int size)
    {
        row.GetUpper().StoreUnsafe(ref destination, (nuint)(size - 4));
        row.GetLower().StoreUnsafe(ref destination);
    }

    /// <summary>The lanes of such a row equal to <paramref name="value"/>: bit i for its value i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MatchesOfRow(Vector256<float> row, Vector256<float> value, int size)
    {
        ulong matches = Matches(row, value, 0);
        return (matches & 15) | ((matches >> 4) << (size - 4));
    }

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float value) => Vector256.Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Zero() => Vector256<float>.Zero;

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Absent() => Vector256.Create(float.NegativeInfinity);

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> NoneCounted() => Vector256<int>.Zero;

    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> left, Vector256<float> right) => default(SingleLanes256).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> left, Vector256<float> right) => default(SingleLanes256).Min(left, right);

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepTwoGreatest(Vector256<float> lanes, ref Vector256<float> max, ref Vector256<float> second)
    {
        second = Max(second, Min(max, lanes));
        max = Max(max, lanes);
    }

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaxInEveryLane(Vector256<float> lanes) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.MaxInEveryLane(lanes);

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Max, Vector256<float> Second) TwoGreatestInEveryLane(Vector256<float> lanes) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.TwoGreatestInEveryLane(lanes);

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Max, Vector256<float> Second) TwoGreatestInEveryLane(Vector256<float> max, Vector256<float> second) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.TwoGreatestInEveryLane(max, second);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToScalar(Vector256<float> lanes) => lanes.ToScalar();

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> KeepLast(Vector256<float> lanes, int count) => default(SingleLanes256).KeepLast(lanes, count, Vector256<float>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> KeepLastElseAbsent(Vector256<float> lanes, int count) => default(SingleLanes256).KeepLast(lanes, count, Vector256.Create(float.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector256<float> sum) => Vector256.EqualsAll(sum, sum);

    /// <summary>e^x, times the power of two of the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Weight(Vector256<float> x, Vector256<float> scale, Vector256<float> lowest) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Weight(x, scale, lowest);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> RestWeight(Vector256<float> x, Vector256<float> second, Vector256<float> scale, Vector256<float> lowest, out Vector256<float> remainder) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.RestWeight(x, second, scale, lowest, out remainder);

    /// <summary>Counts weights, exactly: as integers, on a coarse grid and a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector256<float> weights, ref Vector256<int> coarse, ref Vector256<int> fine) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Count(weights, ref coarse, ref fine);

    /// <summary>Counts weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector256<float> weights, Vector256<float> remainders, ref Vector256<int> coarse, ref Vector256<int> fine) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Count(weights, remainders, ref coarse, ref fine);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector256<int> coarse, Vector256<int> fine, int registers) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Total(coarse, fine, registers);

    /// <summary>The exact sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector256<float> weights) => SingleLanes256.Sum(weights);

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector256<float> weights, Vector256<float> more) => SingleLanes256.Sum(weights, more);

    /// <summary>The exact sum of the weights in so many counted registers, in every lane: for few enough, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> TotalInEveryLane(Vector256<int> coarse, Vector256<int> fine, int registers) => SingleLanes256.SumInEveryLane(Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Totals(coarse, fine, registers));

    /// <summary>The total, without one weight where the greatest value occurs twice: then it was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, Vector256<float> max, Vector256<float> second, Vector256<float> scale) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.WithoutOneMaximum(total, max, second, scale);

    /// <inheritdoc cref="WithoutOneMaximum(ExactTotal, Vector256{float}, Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> WithoutOneMaximum(ExactTotals<Vector128<int>> total, Vector256<float> max, Vector256<float> second, Vector256<float> scale) => Single128.WithoutOneMaximum(total, max.GetLower(), second.GetLower(), scale.GetLower());

    /// <summary>The log-sum-exp less the maximum, in every lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogOfRestOfRow(ExactTotal rest, Vector256<float> max, Vector256<float> second) => Vector256.Create(SingleRow.LogOfRest(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogOfRestOfRow(ExactTotal, Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogOfRestOfRow(ExactTotals<Vector128<int>> rest, Vector256<float> max, Vector256<float> second) => Vector256.Create(SingleRow.LogOfRest(rest.Coarse.AsSingle().ToScalar(), rest.Fine.AsSingle().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>The log-sum-exp, in the first lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogSumExpOfRow(ExactTotal rest, Vector256<float> max, Vector256<float> second) => Vector256.CreateScalarUnsafe(SingleRow.LogSumExp(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogSumExpOfRow(ExactTotal, Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogSumExpOfRow(ExactTotals<Vector128<int>> rest, Vector256<float> max, Vector256<float> second) => Vector256.CreateScalarUnsafe(SingleRow.LogSumExp(rest.Coarse.AsSingle().ToScalar(), rest.Fine.AsSingle().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Reciprocal(ExactTotal total) => Vector256.Create(default(SingleFormat).Reciprocal(total));

    /// <inheritdoc cref="Reciprocal(ExactTotal)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Reciprocal(double total) => Vector256.Create((float)(1 / total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector256<float> lanes, Vector256<float> value, int index)
    {
        ulong matches = Matches(lanes, value, 0);
        return matches == 0 ? -1 : index + FirstOf(matches);
    }

    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(Vector256<float> lanes, Vector256<float> value, int index) => default(SingleLanes256).EqualMask(lanes, value) << index;

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstOf(ulong matches) => BitOperations.TrailingZeroCount(matches);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(Vector256<float> max, Vector256<float> sum) => Vector256.LessThanAll(Vector256.Abs(max), Vector256.Create(default(SingleFormat).UnshiftedLimit)) && Vector256.EqualsAll(sum, sum);

    /// <summary>The scale of weights, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale(Vector256<float> max) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Scale(max);

    /// <summary>What lower logits are raised to, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Lowest(Vector256<float> max) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Lowest(max);

    /// <summary>The exact sums of what was counted in so many registers, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector256<int>> Totals(Vector256<int> coarse, Vector256<int> fine, int registers) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Totals(coarse, fine, registers);

    /// <summary>The totals, without one weight in those lanes where the greatest value occurs twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector256<int>> WithoutOneMaximum(ExactTotals<Vector256<int>> totals, Vector256<float> max, Vector256<float> second, Vector256<float> scale) => Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.WithoutOneMaximum(totals, max, second, scale);

    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Reciprocal(ExactTotals<Vector256<int>> totals) => SingleLanes256.Reciprocal(totals);

    /// <summary>The log-sum-exps less the maxima, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogOfRest(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> second) => RowMath<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.LogsOfRest(RowMath<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.ToPair(rest), max, second);

    /// <summary>The log-sum-exps, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogSumExp(ExactTotals<Vector256<int>> rest, Vector256<float> max, Vector256<float> second) => RowMath<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.LogSumExps(RowMath<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.ToPair(rest), max, second);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PlusZero(Vector256<float> values) => values + Vector256<float>.Zero;

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> IndexWhereEqual(Vector256<float> left, Vector256<float> right, int index, Vector256<float> otherwise) => Vector256.ConditionalSelect(Vector256.Equals(left, right), Vector256.Create((float)index), otherwise);

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OneWhereEqual(Vector256<float> left, Vector256<float> right) => Vector256.ConditionalSelect(Vector256.Equals(left, right), Vector256<float>.One, Vector256<float>.Zero);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector256<float> indices, ref int destination, int index) =>
        Avx.ConvertToVector256Int32WithTruncation(indices).StoreUnsafe(ref destination, (nuint)index);

    /// <summary>Where the first whole register begins in <paramref name="block"/>, a block of the stack: an access that straddles cache lines costs twice.</summary>
    public static unsafe ref float Aligned(Span<float> block)
    {
        ref float start = ref MemoryMarshal.GetReference(block);
        nuint past = (nuint)Unsafe.AsPointer(ref start) % 32;
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? 0 : 32 - past);
    }

    /// <summary>Reads as many rows as a register has lanes, from <paramref name="index"/> on, and turns them into columns, a register each.</summary>
    public static void LoadColumns(ref float source, int index, int size, ref float columns) =>
        Columns<SingleColumns256, float>.Load(ref Unsafe.Add(ref source, index), size, ref columns);

    /// <summary>Reads four columns of as many rows as a register has lanes, from <paramref name="index"/> on; rows of 2 or 3 have no fourth, which then holds anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref float source, int index, int size, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
    {
        ref float rows = ref Unsafe.Add(ref source, index);
        SingleColumns256.ToColumns(ref rows, size, Columns<SingleColumns256, float>.LoadLast(ref rows, size), out a, out b, out c, out d);
    }

    /// <summary>Writes four columns; of rows of 2 or 3 as many as there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int index, int size)
    {
        ref float rows = ref Unsafe.Add(ref destination, index);
        Columns<SingleColumns256, float>.StoreLast(SingleColumns256.ToRows(a, b, c, d, ref rows, size), ref rows, size);
    }

    /// <summary>Reads as many rows of 2 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b) =>
        SingleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b);

    /// <summary>Writes such columns as rows of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<float> a, Vector256<float> b, ref float destination, int index) =>
        SingleColumns256.StoreRows(a, b, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 4 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d) =>
        SingleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d);

    /// <summary>Writes such columns as rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int index) =>
        SingleColumns256.StoreRows(a, b, c, d, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 3 as a register has lanes, and turns them into columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c) =>
        SingleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c);

    /// <summary>Writes columns as rows of 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, ref float destination, int index) =>
        SingleColumns256.StoreRows(a, b, c, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 8 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d, out Vector256<float> e, out Vector256<float> f, out Vector256<float> g, out Vector256<float> h) =>
        SingleColumns256.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d, out e, out f, out g, out h);

    /// <summary>Writes such columns as rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, Vector256<float> e, Vector256<float> f, Vector256<float> g, Vector256<float> h, ref float destination, int index) =>
        SingleColumns256.StoreRows(a, b, c, d, e, f, g, h, ref Unsafe.Add(ref destination, index));

    /// <summary>One value for each of the rows that <c>LoadRows</c> has read, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> InRowOrder(Vector256<float> values, int size) => size is 3 or 8 ? values : SingleColumns256.InRowOrder(values, size);

    /// <summary>Turns columns into rows again, and writes them.</summary>
    public static void StoreColumns(ref float columns, int size, ref float destination, int index) =>
        Columns<SingleColumns256, float>.Store(ref columns, size, ref Unsafe.Add(ref destination, index));

    /// <summary>Where a row of so many values begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Row(ref float rows, int row, int size) => ref Unsafe.Add(ref rows, row * size);

    /// <summary>The value of one row in every lane: the one at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OfRow(ref float block, int index) => Vector256.Create(Unsafe.Add(ref block, index));

    /// <summary>Stores what was counted of one row, for <see cref="TotalsOfRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCounted(Vector256<int> coarse, Vector256<int> fine, ref float block, int index)
    {
        coarse.AsSingle().StoreUnsafe(ref block, (nuint)index);
        fine.AsSingle().StoreUnsafe(ref block, (nuint)(index + 64));
    }

    /// <summary>The greatest lane of each of 8 registers, one lane a register.</summary>
    public static Vector256<float> MaxOfRows(ref float block) => RowTree<SingleRowTree256, SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Max(ref block);

    /// <summary>The two greatest of each of 8 registers, given with 8 more that hold the second greatest for each lane.</summary>
    public static (Vector256<float> Max, Vector256<float> Second) TwoGreatestOfRows(ref float block) => RowTree<SingleRowTree256, SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.TwoGreatest(ref block);

    /// <summary>The exact sums of 8 rows of so many registers each, as they were counted.</summary>
    public static ExactTotals<Vector256<int>> TotalsOfRows(ref float block, int registers) => RowTree<SingleRowTree256, SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>.Totals(ref block, registers);
}
#endif
