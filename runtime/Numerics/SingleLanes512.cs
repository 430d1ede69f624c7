#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>16 float lanes in a 512-bit register.</summary>
internal readonly struct SingleLanes512 : ILanes<Vector512<float>, Vector512<int>, float>
{
    public int Count => 16;

    public bool IsFused => true;

    public bool ScalesByPowers => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Create(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Load(ref float source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector512<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Subtract(Vector512<float> left, Vector512<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Multiply(Vector512<float> left, Vector512<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Divide(Vector512<float> left, Vector512<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) => Avx512F.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> ScaleByPower(Vector512<float> value, Vector512<float> n) => Avx512F.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Max(Vector512<float> left, Vector512<float> right) => Avx512F.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Min(Vector512<float> left, Vector512<float> right) => Avx512F.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> ZeroWhereGreater(Vector512<float> value, Vector512<float> left, Vector512<float> right) =>
        Vector512.AndNot(value, Vector512.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> ReplaceWhereEqual(Vector512<float> value, Vector512<float> left, Vector512<float> right, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> KeepLast(Vector512<float> value, int count, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector512.Create(15 - count)).AsSingle(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Exchange(Vector512<float> vector, int distance) => distance switch
    {
        8 => Avx512F.Shuffle4x128(vector, vector, 0b01_00_11_10),
        4 => Avx512F.Shuffle4x128(vector, vector, 0b10_11_00_01),
        2 => Avx512F.Permute4x32(vector, 0b01_00_11_10),
        _ => Avx512F.Permute4x32(vector, 0b10_11_00_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToScalar(Vector512<float> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector512<float> left, Vector512<float> right) => Vector512.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> CreateBits(long value) => Vector512.Create((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ToBits(Vector512<float> vector) => vector.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> FromBits(Vector512<int> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> AddBits(Vector512<int> left, Vector512<int> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> SubtractBits(Vector512<int> left, Vector512<int> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ZeroWhereNegative(Vector512<int> integers) => Vector512.Max(integers, Vector512<int>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ToExponents(Vector512<int> integers) => Vector512.ShiftLeft(integers, SingleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> FromExponents(Vector512<int> bits) => Vector512.ShiftRightLogical(bits, SingleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector512<int> bits, int registers)
    {
        if (registers * Count <= SingleFormat.WeightsInOneLane)
        {
            return Vector512.Sum(bits);
        }

        (Vector512<long> lower, Vector512<long> upper) = Vector512.Widen(bits);
        return Vector512.Sum(lower + upper);
    }

    /// <summary>The exact sum of a register of weights.</summary>
    /// <remarks>Rounded to the fine grid they are integers; a double holds far more than these registers have, so it sums them in any order.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<float> weights) => SumIntegers(Integers(weights));

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<float> weights, Vector512<float> more) => SumIntegers(Integers(weights) + Integers(more));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumIntegers(Vector512<double> integers) => SingleLanes256.SumIntegers(integers.GetLower() + integers.GetUpper());

    /// <summary>Weights as multiples of the fine grid, those of the lower half of the lanes and of the upper one added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Integers(Vector512<float> weights)
    {
        Vector512<double> rounder = Vector512.Create(default(DoubleFormat).Rounder);
        return (Avx512F.ConvertToVector512Double(weights.GetLower()) + rounder - rounder) + (Avx512F.ConvertToVector512Double(weights.GetUpper()) + rounder - rounder);
    }

    /// <summary>Totals of the lanes, summed, in every lane of a small register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ExactTotals<Vector128<int>> SumInEveryLane(ExactTotals<Vector512<int>> totals) =>
        SingleLanes256.SumInEveryLane(new ExactTotals<Vector256<int>>(totals.Coarse.GetLower() + totals.Coarse.GetUpper(), totals.Fine.GetLower() + totals.Fine.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector512<float>> FromIntegers(Vector512<int> integers)
    {
        Vector512<float> rounded = Vector512.ConvertToSingle(integers);
        return new(rounded, Vector512.ConvertToSingle(integers - Avx512F.ConvertToVector512Int32WithTruncation(rounded)));
    }

    /// <summary><see cref="SingleFormat.Reciprocal(ExactTotal)"/>, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(ExactTotals<Vector512<int>> sums)
    {
        Vector512<double> unit = Vector512.Create((double)default(SingleFormat).CoarseUnit);
        Vector512<double> lower = (Avx512F.ConvertToVector512Double(sums.Coarse.GetLower()) * unit) + Avx512F.ConvertToVector512Double(sums.Fine.GetLower());
        Vector512<double> upper = (Avx512F.ConvertToVector512Double(sums.Coarse.GetUpper()) * unit) + Avx512F.ConvertToVector512Double(sums.Fine.GetUpper());
        return Vector512.Narrow(Vector512<double>.One / lower, Vector512<double>.One / upper);
    }
}
#endif
