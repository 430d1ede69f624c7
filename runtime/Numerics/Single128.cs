#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>What generated methods call for float in 128-bit registers. Called by generated code; not meant for yours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Single128
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> lanes, ref float destination, int index) => lanes.StoreUnsafe(ref destination, (nuint)index);

    /// <summary>A row of fewer values than a register has lanes, 2 or 3: halves that overlap. −∞, an absent value, in those lanes of the upper half that the lower one has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadRow(ref float source, int size)
    {
        Vector128<uint> laneOfUpperHalf = Vector128.Create(-2, -1, 0, 1).AsUInt32();
        Vector128<float> limits = Vector128.ConditionalSelect(Vector128.LessThan(laneOfUpperHalf, Vector128.Create((uint)(4 - size))).AsSingle(), Absent(), Vector128.Create(float.PositiveInfinity));
        return Min(limits, Vector128.Create(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref source)), Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, size - 2)))).AsSingle());
    }

    /// <summary>Stores what <see cref="LoadRow"/> has loaded: first the upper half, because its first lanes hold nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRow(Vector128<float> row, ref float destination, int size)
    {
        Vector128<double> halves = row.AsDouble();
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref destination, size - 2)), halves.GetElement(1));
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), halves.ToScalar());
    }

    /// <summary>The lanes of such a row equal to <paramref name="value"/>: bit i for its value i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MatchesOfRow(Vector128<float> row, Vector128<float> value, int size)
    {
        ulong matches = Matches(row, value, 0);
        return (matches & 3) | ((matches >> 2) << (size - 2));
    }

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Create(float value) => Vector128.Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Zero() => Vector128<float>.Zero;

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Absent() => Vector128.Create(float.NegativeInfinity);

    /// <summary>Nothing counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> NoneCounted() => Vector128<int>.Zero;

    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> left, Vector128<float> right) => default(SingleLanes128).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> left, Vector128<float> right) => default(SingleLanes128).Min(left, right);

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepTwoGreatest(Vector128<float> lanes, ref Vector128<float> max, ref Vector128<float> second)
    {
        second = Max(second, Min(max, lanes));
        max = Max(max, lanes);
    }

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxInEveryLane(Vector128<float> lanes) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.MaxInEveryLane(lanes);

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> Max, Vector128<float> Second) TwoGreatestInEveryLane(Vector128<float> lanes) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.TwoGreatestInEveryLane(lanes);

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> Max, Vector128<float> Second) TwoGreatestInEveryLane(Vector128<float> max, Vector128<float> second) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.TwoGreatestInEveryLane(max, second);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToScalar(Vector128<float> lanes) => lanes.ToScalar();

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> KeepLast(Vector128<float> lanes, int count) => default(SingleLanes128).KeepLast(lanes, count, Vector128<float>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> KeepLastElseAbsent(Vector128<float> lanes, int count) => default(SingleLanes128).KeepLast(lanes, count, Vector128.Create(float.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector128<float> sum) => Vector128.EqualsAll(sum, sum);

    /// <summary>e^x, times the power of two of the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Weight(Vector128<float> x, Vector128<float> scale, Vector128<float> lowest) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Weight(x, scale, lowest);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> RestWeight(Vector128<float> x, Vector128<float> second, Vector128<float> scale, Vector128<float> lowest, out Vector128<float> remainder) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.RestWeight(x, second, scale, lowest, out remainder);

    /// <summary>Counts weights, exactly: as integers, on a coarse grid and a fine one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector128<float> weights, ref Vector128<int> coarse, ref Vector128<int> fine) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Count(weights, ref coarse, ref fine);

    /// <summary>Counts weights, and what rounding lost of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(Vector128<float> weights, Vector128<float> remainders, ref Vector128<int> coarse, ref Vector128<int> fine) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Count(weights, remainders, ref coarse, ref fine);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector128<int> coarse, Vector128<int> fine, int registers) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Total(coarse, fine, registers);

    /// <summary>The exact sum of one register of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector128<float> weights) => SingleLanes128.Sum(weights);

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector128<float> weights, Vector128<float> more) => SingleLanes128.Sum(weights, more);

    /// <summary>The exact sum of the weights in so many counted registers, in every lane: for few enough, whose sum a lane holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> TotalInEveryLane(Vector128<int> coarse, Vector128<int> fine, int registers) => SingleLanes128.SumInEveryLane(Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Totals(coarse, fine, registers));

    /// <summary>The total, without one weight where the greatest value occurs twice: then it was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal WithoutOneMaximum(ExactTotal total, Vector128<float> max, Vector128<float> second, Vector128<float> scale) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.WithoutOneMaximum(total, max, second, scale);

    /// <summary>The log-sum-exp less the maximum, in every lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogOfRestOfRow(ExactTotal rest, Vector128<float> max, Vector128<float> second) => Vector128.Create(SingleRow.LogOfRest(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogOfRestOfRow(ExactTotal, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogOfRestOfRow(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> second) => Vector128.Create(SingleRow.LogOfRest(rest.Coarse.AsSingle().ToScalar(), rest.Fine.AsSingle().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>The log-sum-exp, in the first lane, from the total of all weights but that of one maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogSumExpOfRow(ExactTotal rest, Vector128<float> max, Vector128<float> second) => Vector128.CreateScalarUnsafe(SingleRow.LogSumExp(rest, max.ToScalar(), second.ToScalar()));

    /// <inheritdoc cref="LogSumExpOfRow(ExactTotal, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogSumExpOfRow(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> second) => Vector128.CreateScalarUnsafe(SingleRow.LogSumExp(rest.Coarse.AsSingle().ToScalar(), rest.Fine.AsSingle().ToScalar(), max.ToScalar(), second.ToScalar()));

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Reciprocal(ExactTotal total) => Vector128.Create(default(SingleFormat).Reciprocal(total));

    /// <inheritdoc cref="Reciprocal(ExactTotal)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Reciprocal(double total) => Vector128.Create((float)(1 / total));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector128<float> lanes, Vector128<float> value, int index)
    {
        ulong matches = Matches(lanes, value, 0);
        return matches == 0 ? -1 : index + FirstOf(matches);
    }

    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(Vector128<float> lanes, Vector128<float> value, int index) => default(SingleLanes128).EqualMask(lanes, value) << index;

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstOf(ulong matches) => BitOperations.TrailingZeroCount(matches);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(Vector128<float> max, Vector128<float> sum) => Vector128.LessThanAll(Vector128.Abs(max), Vector128.Create(default(SingleFormat).UnshiftedLimit)) && Vector128.EqualsAll(sum, sum);

    /// <summary>The scale of weights, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale(Vector128<float> max) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Scale(max);

    /// <summary>What lower logits are raised to, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Lowest(Vector128<float> max) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Lowest(max);

    /// <summary>The exact sums of what was counted in so many registers, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> Totals(Vector128<int> coarse, Vector128<int> fine, int registers) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.Totals(coarse, fine, registers);

    /// <summary>The totals, without one weight in those lanes where the greatest value occurs twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotals<Vector128<int>> WithoutOneMaximum(ExactTotals<Vector128<int>> totals, Vector128<float> max, Vector128<float> second, Vector128<float> scale) => Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.WithoutOneMaximum(totals, max, second, scale);

    /// <summary>1 / total, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Reciprocal(ExactTotals<Vector128<int>> totals) => SingleLanes128.Reciprocal(totals);

    /// <summary>The log-sum-exps less the maxima, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogOfRest(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> second) => RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.LogsOfRest(RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.ToPair(rest), max, second);

    /// <summary>The log-sum-exps, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogSumExp(ExactTotals<Vector128<int>> rest, Vector128<float> max, Vector128<float> second) => RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.LogSumExps(RowMath<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>.ToPair(rest), max, second);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> PlusZero(Vector128<float> values) => values + Vector128<float>.Zero;

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> IndexWhereEqual(Vector128<float> left, Vector128<float> right, int index, Vector128<float> otherwise) => Vector128.ConditionalSelect(Vector128.Equals(left, right), Vector128.Create((float)index), otherwise);

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OneWhereEqual(Vector128<float> left, Vector128<float> right) => Vector128.ConditionalSelect(Vector128.Equals(left, right), Vector128<float>.One, Vector128<float>.Zero);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector128<float> indices, ref int destination, int index) =>
        SingleLanes128.ToIntegers(indices).StoreUnsafe(ref destination, (nuint)index);

    /// <summary>Where the first whole register begins in <paramref name="block"/>, a block of the stack: an access that straddles cache lines costs twice.</summary>
    public static unsafe ref float Aligned(Span<float> block)
    {
        ref float start = ref MemoryMarshal.GetReference(block);
        nuint past = (nuint)Unsafe.AsPointer(ref start) % 16;
        return ref Unsafe.AddByteOffset(ref start, past == 0 ? 0 : 16 - past);
    }

    /// <summary>Reads as many rows as a register has lanes, from <paramref name="index"/> on, and turns them into columns, a register each.</summary>
    public static void LoadColumns(ref float source, int index, int size, ref float columns) =>
        Columns<SingleColumns128, float>.Load(ref Unsafe.Add(ref source, index), size, ref columns);

    /// <summary>Reads four columns of as many rows as a register has lanes, from <paramref name="index"/> on; rows of 2 or 3 have no fourth, which then holds anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref float source, int index, int size, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        ref float rows = ref Unsafe.Add(ref source, index);
        SingleColumns128.ToColumns(ref rows, size, Columns<SingleColumns128, float>.LoadLast(ref rows, size), out a, out b, out c, out d);
    }

    /// <summary>Writes four columns; of rows of 2 or 3 as many as there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination, int index, int size)
    {
        ref float rows = ref Unsafe.Add(ref destination, index);
        Columns<SingleColumns128, float>.StoreLast(SingleColumns128.ToRows(a, b, c, d, ref rows, size), ref rows, size);
    }

    /// <summary>Reads as many rows of 2 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b) =>
        SingleColumns128.LoadRows(ref Unsafe.Add(ref source, index), out a, out b);

    /// <summary>Writes such columns as rows of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, ref float destination, int index) =>
        SingleColumns128.StoreRows(a, b, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 4 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d) =>
        SingleColumns128.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d);

    /// <summary>Writes such columns as rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination, int index) =>
        SingleColumns128.StoreRows(a, b, c, d, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 3 as a register has lanes, and turns them into columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c) =>
        SingleColumns128.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c);

    /// <summary>Writes columns as rows of 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, ref float destination, int index) =>
        SingleColumns128.StoreRows(a, b, c, ref Unsafe.Add(ref destination, index));

    /// <summary>Reads as many rows of 8 as a register has lanes, and turns them into columns, in which the rows have an order of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float source, int index, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d, out Vector128<float> e, out Vector128<float> f, out Vector128<float> g, out Vector128<float> h) =>
        SingleColumns128.LoadRows(ref Unsafe.Add(ref source, index), out a, out b, out c, out d, out e, out f, out g, out h);

    /// <summary>Writes such columns as rows of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, Vector128<float> e, Vector128<float> f, Vector128<float> g, Vector128<float> h, ref float destination, int index) =>
        SingleColumns128.StoreRows(a, b, c, d, e, f, g, h, ref Unsafe.Add(ref destination, index));

    /// <summary>One value for each of the rows that <c>LoadRows</c> has read, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> InRowOrder(Vector128<float> values, int size) => values;

    /// <summary>Turns columns into rows again, and writes them.</summary>
    public static void StoreColumns(ref float columns, int size, ref float destination, int index) =>
        Columns<SingleColumns128, float>.Store(ref columns, size, ref Unsafe.Add(ref destination, index));
}
#endif
