#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>The greatest lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReduceMax(Vector512<float> lanes) => default(SingleLanes512).ReduceMax(lanes);

    /// <summary>The greatest and the second greatest of all lanes, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (float Max, float Second) TwoGreatest(Vector512<float> max, Vector512<float> second) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.TwoGreatest(max, second);

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> KeepLast(Vector512<float> lanes, int count) => default(SingleLanes512).KeepLast(lanes, count, Vector512<float>.Zero);

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> KeepLastElseAbsent(Vector512<float> lanes, int count) => default(SingleLanes512).KeepLast(lanes, count, Vector512.Create(float.NegativeInfinity));

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeOfNaN(Vector512<float> sum) => Vector512.EqualsAll(sum, sum);

    /// <summary>Whether no lane of a sum of logits shows a NaN, and the maximum needs no shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(float max, Vector512<float> sum) => default(SingleFormat).IsOrdinary(max) && Vector512.EqualsAll(sum, sum);

    /// <summary>The power of two that brings the weight of <paramref name="max"/> to the top of the grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(float max) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Scale(Vector512.Create(max));

    /// <summary>e^x, times the power of two of <see cref="Scale"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Weight(Vector512<float> x, Vector512<float> scale) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Weight(x, scale);

    /// <summary><see cref="Weight"/>, but 0 for the one value above <paramref name="second"/>; and what rounding lost of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> RestWeight(Vector512<float> x, Vector512<float> second, Vector512<float> scale, out Vector512<float> remainder) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.RestWeight(x, second, scale, out remainder);

    /// <summary>Weights on the coarse grid, to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Coarse(Vector512<float> weights) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Coarse(weights);

    /// <summary>What the coarse grid leaves of weights, to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Fine(Vector512<float> weights) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Fine(weights);

    /// <summary>What the coarse grid leaves of weights and rounding lost of them, to be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Fine(Vector512<float> weights, Vector512<float> remainders) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Fine(weights, remainders);

    /// <summary>The exact sum of the weights in so many counted registers, 256 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal Total(Vector512<int> coarse, Vector512<int> fine, int registers) => Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.Total(coarse, fine, registers);

    /// <summary>The greatest value again where it occurs twice: its weight was counted once too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTotal OneTooMany(float max, float second, Vector512<float> scale)
    {
        if (max != second)
        {
            return default;
        }

        Vector512<float> limit = Vector512.Create(second);
        Vector512<float> weight = RestWeight(limit, limit, scale, out Vector512<float> remainder);
        return Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>.TotalOfOne(weight, remainder);
    }

    /// <summary>1 / total, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(ExactTotal total) => Vector512.Create(default(SingleFormat).Reciprocal(default(SingleFormat).ToPair(total)));

    /// <summary>The index of the first lane equal to <paramref name="value"/>, counted from <paramref name="index"/>; −1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Vector512<float> lanes, float value, int index)
    {
        ulong mask = default(SingleLanes512).EqualMask(lanes, Vector512.Create(value));
        return mask == 0 ? -1 : index + BitOperations.TrailingZeroCount(mask);
    }
}
#endif
