#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call for float in 512-bit registers. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Single512
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> lanes, ref float destination, int index) => lanes.StoreUnsafe(ref destination, (nuint)index);

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Zero() => Vector512<float>.Zero;

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Absent() => Vector512.Create(float.NegativeInfinity);

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> NoneCounted() => Vector512<int>.Zero;

    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) => default(SingleLanes512).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) => default(SingleLanes512).Min(left, right);

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepTwoGreatest(Vector512<float> lanes, ref Vector512<float> max, ref Vector512<float> second)
    {
        second = Max(second, Min(max, lanes));
        max = Max(max, lanes);
    }

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaxInEveryLane(Vector512<float> lanes) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.MaxInEveryLane(lanes);

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Max, Vector512<float> Second) TwoGreatestInEveryLane(Vector512<float> lanes) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.TwoGreatestInEveryLane(lanes);

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Max, Vector512<float> Second) TwoGreatestInEveryLane(Vector512<float> max, Vector512<float> second) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.TwoGreatestInEveryLane(max, second);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToScalar(Vector512<float> lanes) => lanes.ToScalar();

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> KeepLast(Vector512<float> lanes, int count) => default(SingleLanes512).KeepLast(lanes, count, Vector512<float>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> KeepLastElseAbsent(Vector512<float> lanes, int count) => default(SingleLanes512).KeepLast(lanes, count, Vector512.Create(float.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector512<float> sum) => Vector512.EqualsAll(sum, sum);

    /// <summary>e^x, times the power of two of the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Weight(Vector512<float> x, Vector512<float> scale, Vector512<float> lowest) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Weight(x, scale, lowest);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> RestWeight(Vector512<float> x, Vector512<float> second, Vector512<float> scale, Vector512<float> lowest, out Vector512<float> remainder) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.RestWeight(x, second, scale, lowest, out remainder);

    /// <summary>Counts weights, exactly: as integers, on a coarse grid and a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector512<float> weights, ref Vector512<int> coarse, ref Vector512<int> fine) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Count(weights, ref coarse, ref fine);

    /// <summary>Counts weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector512<float> weights, Vector512<float> remainders, ref Vector512<int> coarse, ref Vector512<int> fine) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Count(weights, remainders, ref coarse, ref fine);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector512<int> coarse, Vector512<int> fine, int registers) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Total(coarse, fine, registers);

    /// <summary>The exact sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector512<float> weights) => SingleLanes512.Sum(weights);

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector512<float> weights, Vector512<float> more) => SingleLanes512.Sum(weights, more);

    /// <summary>The exact sum of the weights in so many counted registers, in every lane: for few enough, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> TotalInEveryLane(Vector512<int> coarse, Vector512<int> fine, int registers) => SingleLanes512.SumInEveryLane(Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Totals(coarse, fine, registers));

    /// <summary>The total, without one weight where the greatest value occurs twice: then it was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, Vector512<float> max, Vector512<float> second, Vector512<float> scale) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.WithoutOneMaximum(total, max, second, scale);

    /// <inheritdoc cref="WithoutOneMaximum(ExactTotal, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> WithoutOneMaximum(ExactTotals<Vector128<int>> total, Vector512<float> max, Vector512<float> second, Vector512<float> scale) => Single128.WithoutOneMaximum(total, max.GetLower().GetLower(), second.GetLower().GetLower(), scale.GetLower().GetLower());

    /// <summary>The log-sum-exp less the maximum, in every lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogOfRestOfRow(ExactTotal rest, Vector512<float> max, Vector512<float> second) => Vector512.Create(SingleRow.LogOfRest(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogOfRestOfRow(ExactTotal, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogOfRestOfRow(ExactTotals<Vector128<int>> rest, Vector512<float> max, Vector512<float> second) => Vector512.Create(SingleRow.LogOfRest(rest.Coarse.AsSingle().ToScalar(), rest.Fine.AsSingle().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>The log-sum-exp, in the first lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogSumExpOfRow(ExactTotal rest, Vector512<float> max, Vector512<float> second) => Vector512.CreateScalarUnsafe(SingleRow.LogSumExp(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogSumExpOfRow(ExactTotal, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogSumExpOfRow(ExactTotals<Vector128<int>> rest, Vector512<float> max, Vector512<float> second) => Vector512.CreateScalarUnsafe(SingleRow.LogSumExp(rest.Coarse.AsSingle().ToScalar(), rest.Fine.AsSingle().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(ExactTotal total) => Vector512.Create(default(SingleFormat).Reciprocal(total));

    /// <inheritdoc cref="Reciprocal(ExactTotal)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(double total) => Vector512.Create((float)(1 / total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector512<float> lanes, Vector512<float> value, int index)
    {
        ulong matches = Matches(lanes, value, 0);
        return matches == 0 ? -1 : index + FirstOf(matches);
    }

    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(Vector512<float> lanes, Vector512<float> value, int index) => default(SingleLanes512).EqualMask(lanes, value) << index;

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstOf(ulong matches) => BitOperations.TrailingZeroCount(matches);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(Vector512<float> max, Vector512<float> sum) => Vector512.LessThanAll(Vector512.Abs(max), Vector512.Create(default(SingleFormat).UnshiftedLimit)) && Vector512.EqualsAll(sum, sum);

    /// <summary>The scale of weights, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(Vector512<float> max) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Scale(max);

    /// <summary>What lower logits are raised to, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lowest(Vector512<float> max) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Lowest(max);

    /// <summary>The exact sums of what was counted in so many registers, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector512<int>> Totals(Vector512<int> coarse, Vector512<int> fine, int registers) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Totals(coarse, fine, registers);

    /// <summary>The totals, without one weight in those lanes where the greatest value occurs twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector512<int>> WithoutOneMaximum(ExactTotals<Vector512<int>> totals, Vector512<float> max, Vector512<float> second, Vector512<float> scale) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.WithoutOneMaximum(totals, max, second, scale);

    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(ExactTotals<Vector512<int>> totals) => SingleLanes512.Reciprocal(totals);

    /// <summary>The log-sum-exps less the maxima, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogOfRest(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> second) => RowMath<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.LogsOfRest(RowMath<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.ToPair(rest), max, second);

    /// <summary>The log-sum-exps, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogSumExp(ExactTotals<Vector512<int>> rest, Vector512<float> max, Vector512<float> second) => RowMath<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.LogSumExps(RowMath<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.ToPair(rest), max, second);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> PlusZero(Vector512<float> values) => values + Vector512<float>.Zero;

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IndexWhereEqual(Vector512<float> left, Vector512<float> right, int index, Vector512<float> otherwise) => Vector512.ConditionalSelect(Vector512.Equals(left, right), Vector512.Create((float)index), otherwise);

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneWhereEqual(Vector512<float> left, Vector512<float> right) => Vector512.ConditionalSelect(Vector512.Equals(left, right), Vector512<float>.One, Vector512<float>.Zero);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector512<float> indices, ref int destination, int index) =>
        Avx512F.ConvertToVector512Int32WithTruncation(indices).StoreUnsafe(ref destination, (nuint)index);

    /// <summary>Where the first whole register begins in <paramref name="block"/>, a block of the stack: an access that straddles cache lines costs twice.</summary>
    public static unsafe ref float Aligned(Span<float> block)
    {
        ref float start = ref MemoryMarshal.GetReference(block);
        nuint past = (nuint)Unsafe.AsPointer(ref start) % 64;
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? 0 : 64 - past);
    }

    /// <summary>Reads as many rows as a register has lanes, from <paramref name="index"/> on, and turns them into columns, a register each.</summary>
    public static void LoadColumns(ref float source, int index, int size, ref float columns)
    {
        ref float rows = ref Unsafe.Add(ref source, index);
        int turned = SingleColumnPairs512.Load(ref rows, size, ref columns);
        if (turned < size)
        {
            Columns<SingleColumns512, float>.Load(ref rows, size, ref columns, turned);
        }
    }

    /// <summary>Reads four columns of as many rows as a register has lanes, from <paramref name="index"/> on; rows of 2 or 3 have no fourth, which then holds anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref float source, int index, int size, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        ref float rows = ref Unsafe.Add(ref source, index);
        SingleColumns512.ToColumns(ref rows, size, Columns<SingleColumns512, float>.LoadLast(ref rows, size), out a, out b, out c, out d);
    }

    /// <summary>Writes four columns; of rows of 2 or 3 as many as there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, int index, int size)
    {
        ref float rows = ref Unsafe.Add(ref destination, index);
        Columns<SingleColumns512, float>.StoreLast(SingleColumns512.ToRows(a, b, c, d, ref rows, size), ref rows, size);
    }

    /// <summary>Reads as many rows of 2 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b) =>
        SingleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b);

    /// <summary>Writes such columns as rows of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<float> a, Vector512<float> b, ref float destination, int index) =>
        SingleColumns512.StoreRows(a, b, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 4 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d) =>
        SingleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d);

    /// <summary>Writes such columns as rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, int index) =>
        SingleColumns512.StoreRows(a, b, c, d, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 3 as a register has lanes, and turns them into columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c) =>
        SingleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c);

    /// <summary>Writes columns as rows of 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, ref float destination, int index) =>
        SingleColumns512.StoreRows(a, b, c, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 8 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d, out Vector512<float> e, out Vector512<float> f, out Vector512<float> g, out Vector512<float> h) =>
        SingleColumns512.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d, out e, out f, out g, out h);

    /// <summary>Writes such columns as rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, Vector512<float> e, Vector512<float> f, Vector512<float> g, Vector512<float> h, ref float destination, int index) =>
        SingleColumns512.StoreRows(a, b, c, d, e, f, g, h, ref Unsafe.Add(ref destination, index));

    /// <summary>One value for each of the rows that <c>LoadRows</c> has read, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> InRowOrder(Vector512<float> values, int size) => size == 3 ? values : SingleColumns512.InRowOrder(values, size);

    /// <summary>Turns columns into rows again, and writes them.</summary>
    public static void StoreColumns(ref float columns, int size, ref float destination, int index)
    {
        ref float rows = ref Unsafe.Add(ref destination, index);
        int turned = SingleColumnPairs512.Store(ref columns, size, ref rows);
        if (turned < size)
        {
            Columns<SingleColumns512, float>.Store(ref columns, size, ref rows, turned);
        }
    }

    /// <summary>Where a row of so many values begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Row(ref float rows, int row, int size) => ref Unsafe.Add(ref rows, row * size);

    /// <summary>The value of one row in every lane: the one at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OfRow(ref float block, int index) => Vector512.Create(Unsafe.Add(ref block, index));

    /// <summary>Stores what was counted of one row, for <see cref="TotalsOfRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCounted(Vector512<int> coarse, Vector512<int> fine, ref float block, int index)
    {
        coarse.AsSingle().StoreUnsafe(ref block, (nuint)index);
        fine.AsSingle().StoreUnsafe(ref block, (nuint)(index + 256));
    }

    /// <summary>The greatest lane of each of 16 registers, one lane a register.</summary>
    public static Vector512<float> MaxOfRows(ref float block) => RowTree<SingleRowTree512, SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Max(ref block);

    /// <summary>The two greatest of each of 16 registers, given with 16 more that hold the second greatest for each lane.</summary>
    public static (Vector512<float> Max, Vector512<float> Second) TwoGreatestOfRows(ref float block) => RowTree<SingleRowTree512, SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.TwoGreatest(ref block);

    /// <summary>The exact sums of 16 rows of so many registers each, as they were counted.</summary>
    public static ExactTotals<Vector512<int>> TotalsOfRows(ref float block, int registers) => RowTree<SingleRowTree512, SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Totals(ref block, registers);
}
#endif
