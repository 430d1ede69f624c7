#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 float lanes in a 256-bit register.</summary>
internal readonly struct SingleLanes256 : ILanes<Vector256<float>, Vector256<int>, float>
{
    public int Count => 8;

    public bool IsFused => Fma.IsSupported;

    public bool ScalesByPowers => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Create(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load(ref float source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Subtract(Vector256<float> left, Vector256<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Multiply(Vector256<float> left, Vector256<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Divide(Vector256<float> left, Vector256<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) => Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> ScaleByPower(Vector256<float> value, Vector256<float> n) => Avx512F.VL.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Max(Vector256<float> left, Vector256<float> right) => Avx.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Min(Vector256<float> left, Vector256<float> right) => Avx.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> ZeroWhereGreater(Vector256<float> value, Vector256<float> left, Vector256<float> right) =>
        Vector256.AndNot(value, Vector256.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> ReplaceWhereEqual(Vector256<float> value, Vector256<float> left, Vector256<float> right, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> KeepLast(Vector256<float> value, int count, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(
            Vector256.GreaterThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(7 - count)).AsSingle(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Exchange(Vector256<float> vector, int distance) => distance switch
    {
        4 => Avx.Permute2x128(vector, vector, 1),
        2 => Avx.Permute(vector, 0b01_00_11_10),
        _ => Avx.Permute(vector, 0b10_11_00_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToScalar(Vector256<float> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector256<float> left, Vector256<float> right) => Vector256.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> CreateBits(long value) => Vector256.Create((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ToBits(Vector256<float> vector) => vector.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> FromBits(Vector256<int> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> AddBits(Vector256<int> left, Vector256<int> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> SubtractBits(Vector256<int> left, Vector256<int> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ZeroWhereNegative(Vector256<int> integers) => Vector256.Max(integers, Vector256<int>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ToExponents(Vector256<int> integers) => Vector256.ShiftLeft(integers, SingleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> FromExponents(Vector256<int> bits) => Vector256.ShiftRightLogical(bits, SingleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector256<int> bits, int registers)
    {
        if (registers * Count <= SingleFormat.WeightsInOneLane)
        {
            return Vector256.Sum(bits);
        }

        (Vector256<long> lower, Vector256<long> upper) = Vector256.Widen(bits);
        return Vector256.Sum(lower + upper);
    }

    /// <summary>The exact sum of a register of weights.</summary>
    /// <remarks>Rounded to the fine grid they are integers; a double holds far more than these registers have, so it sums them in any order.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<float> weights) => SumIntegers(Integers(weights));

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<float> weights, Vector256<float> more) => SumIntegers(Integers(weights) + Integers(more));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SumIntegers(Vector256<double> integers) => SingleLanes128.SumIntegers(integers.GetLower() + integers.GetUpper());

    /// <summary>Weights as multiples of the fine grid, those of the lower half of the lanes and of the upper one added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Integers(Vector256<float> weights)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<double> wide = Vector512.Create(default(DoubleFormat).Rounder);
            Vector512<double> integers = Avx512F.ConvertToVector512Double(weights) + wide - wide;
            return integers.GetLower() + integers.GetUpper();
        }

        Vector256<double> rounder = Vector256.Create(default(DoubleFormat).Rounder);
        return (Avx.ConvertToVector256Double(weights.GetLower()) + rounder - rounder) + (Avx.ConvertToVector256Double(weights.GetUpper()) + rounder - rounder);
    }

    /// <summary>Totals of the lanes, summed, in every lane of a small register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ExactTotals<Vector128<int>> SumInEveryLane(ExactTotals<Vector256<int>> totals) =>
        SingleLanes128.SumInEveryLane(new ExactTotals<Vector128<int>>(totals.Coarse.GetLower() + totals.Coarse.GetUpper(), totals.Fine.GetLower() + totals.Fine.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector256<float>> FromIntegers(Vector256<int> integers)
    {
        Vector256<float> rounded = Vector256.ConvertToSingle(integers);
        return new(rounded, Vector256.ConvertToSingle(integers - Avx.ConvertToVector256Int32WithTruncation(rounded)));
    }

    /// <summary><see cref="SingleFormat.Reciprocal(ExactTotal)"/>, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Reciprocal(ExactTotals<Vector256<int>> sums)
    {
        Vector256<double> unit = Vector256.Create((double)default(SingleFormat).CoarseUnit);
        Vector256<double> lower = (Avx.ConvertToVector256Double(sums.Coarse.GetLower()) * unit) + Avx.ConvertToVector256Double(sums.Fine.GetLower());
        Vector256<double> upper = (Avx.ConvertToVector256Double(sums.Coarse.GetUpper()) * unit) + Avx.ConvertToVector256Double(sums.Fine.GetUpper());
        return Vector256.Narrow(Vector256<double>.One / lower, Vector256<double>.One / upper);
    }
}
#endif
