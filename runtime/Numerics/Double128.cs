#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    public static bool IsOrdinary(double max, Vector128<double> sum) => default(DoubleFormat).IsOrdinary(max) && Vector128.EqualsAll(sum, sum);

    /// <summary>The power of two that brings the weight of <paramref name="max"/> to the top of the grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Scale(double max) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Scale(Vector128.Create(max));

    /// <summary>e^x, times the power of two of <see cref="Scale"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Weight(Vector128<double> x, Vector128<double> scale) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Weight(x, scale);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> RestWeight(Vector128<double> x, Vector128<double> second, Vector128<double> scale, out Vector128<double> remainder) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.RestWeight(x, second, scale, out remainder);

    /// <summary>Weights on the coarse grid, to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Coarse(Vector128<double> weights) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Coarse(weights);

    /// <summary>What the coarse grid leaves of weights, to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Fine(Vector128<double> weights) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Fine(weights);

    /// <summary>What the coarse grid leaves of weights and rounding lost of them, to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Fine(Vector128<double> weights, Vector128<double> remainders) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Fine(weights, remainders);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector128<long> coarse, Vector128<long> fine, int registers) => Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.Total(coarse, fine, registers);

    /// <summary>The greatest value again where it occurs twice: its weight was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal OneTooMany(double max, double second, Vector128<double> scale)
    {
        if (max != second)
        {
            return default;
        }

        Vector128<double> limit = Vector128.Create(second);
        Vector128<double> weight = RestWeight(limit, limit, scale, out Vector128<double> remainder);
        return Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>.TotalOfOne(weight, remainder);
    }

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Reciprocal(ExactTotal total) => Vector128.Create(default(DoubleFormat).Reciprocal(default(DoubleFormat).ToPair(total)));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector128<double> lanes, double value, int index)
    {
        ulong mask = default(DoubleLanes128).EqualMask(lanes, Vector128.Create(value));
        return mask == 0 ? -1 : index + BitOperations.TrailingZeroCount(mask);
    }
}
#endif
