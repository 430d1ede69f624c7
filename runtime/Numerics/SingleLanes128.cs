#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 float lanes in a 128-bit register.</summary>
internal readonly struct SingleLanes128 : ILanes<Vector128<float>, Vector128<int>, float>
{
    public int Count => 4;

    public bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    public bool ScalesByPowers => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Create(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Load(ref float source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector128<float> vector, ref float destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Subtract(Vector128<float> left, Vector128<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Multiply(Vector128<float> left, Vector128<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Divide(Vector128<float> left, Vector128<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend)
    {
        if (Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left, right, addend);
        }

        return AdvSimd.IsSupported ? AdvSimd.FusedMultiplyAdd(addend, left, right) : (left * right) + addend;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ScaleByPower(Vector128<float> value, Vector128<float> n) => Avx512F.VL.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Max(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.Max(left, right);
        }

        return AdvSimd.IsSupported ? AdvSimd.Max(left, right) : Vector128.Max(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Min(Vector128<float> left, Vector128<float> right)
    {
        if (Sse.IsSupported)
        {
            return Sse.Min(left, right);
        }

        return AdvSimd.IsSupported ? AdvSimd.Min(left, right) : Vector128.Min(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ZeroWhereGreater(Vector128<float> value, Vector128<float> left, Vector128<float> right) =>
        Vector128.AndNot(value, Vector128.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> ReplaceWhereEqual(Vector128<float> value, Vector128<float> left, Vector128<float> right, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(Vector128.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> KeepLast(Vector128<float> value, int count, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(
            Vector128.GreaterThan(Vector128.Create(0, 1, 2, 3), Vector128.Create(3 - count)).AsSingle(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Exchange(Vector128<float> vector, int distance) => distance switch
    {
        2 => Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1)),
        _ => Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToScalar(Vector128<float> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector128<float> left, Vector128<float> right) => Vector128.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> CreateBits(long value) => Vector128.Create((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ToBits(Vector128<float> vector) => vector.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> FromBits(Vector128<int> bits) => bits.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> AddBits(Vector128<int> left, Vector128<int> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> SubtractBits(Vector128<int> left, Vector128<int> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ZeroWhereNegative(Vector128<int> integers) => Vector128.Max(integers, Vector128<int>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ToExponents(Vector128<int> integers) => Vector128.ShiftLeft(integers, SingleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> FromExponents(Vector128<int> bits) => Vector128.ShiftRightLogical(bits, SingleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector128<int> bits, int registers)
    {
        if (registers * Count <= SingleFormat.WeightsInOneLane)
        {
            return Vector128.Sum(bits);
        }

        (Vector128<long> lower, Vector128<long> upper) = Vector128.Widen(bits);
        return Vector128.Sum(lower + upper);
    }

    /// <summary>The exact sum of a register of weights.</summary>
    /// <remarks>Rounded to the fine grid they are integers; a double holds far more than these registers have, so it sums them in any order.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<float> weights) => SumIntegers(Integers(weights));

    /// <summary>The exact sum of two registers of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<float> weights, Vector128<float> more) => SumIntegers(Integers(weights) + Integers(more));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SumIntegers(Vector128<double> integers) => integers.ToScalar() + integers.GetElement(1);

    /// <summary>Weights as multiples of the fine grid, those of the lower half of the lanes and of the upper one added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Integers(Vector128<float> weights)
    {
        if (Avx.IsSupported)
        {
            Vector256<double> wide = Vector256.Create(default(DoubleFormat).Rounder);
            Vector256<double> integers = Avx.ConvertToVector256Double(weights) + wide - wide;
            return integers.GetLower() + integers.GetUpper();
        }

        Vector128<double> rounder = Vector128.Create(default(DoubleFormat).Rounder);
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(weights);
        return (lower + rounder - rounder) + (upper + rounder - rounder);
    }

    /// <summary>Totals of the lanes, summed, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ExactTotals<Vector128<int>> SumInEveryLane(ExactTotals<Vector128<int>> totals) => new(SumInEveryLane(totals.Coarse), SumInEveryLane(totals.Fine));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SumInEveryLane(Vector128<int> integers)
    {
        integers += Vector128.Shuffle(integers, Vector128.Create(2, 3, 0, 1));
        return integers + Vector128.Shuffle(integers, Vector128.Create(1, 0, 3, 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector128<float>> FromIntegers(Vector128<int> integers)
    {
        Vector128<float> rounded = Vector128.ConvertToSingle(integers);
        return new(rounded, Vector128.ConvertToSingle(integers - ToIntegers(rounded)));
    }

    /// <summary>In one instruction: <see cref="Vector128.ConvertToInt32"/> provides for numbers too large for integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> ToIntegers(Vector128<float> vector) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Int32WithTruncation(vector) : Vector128.ConvertToInt32(vector);

    /// <summary><see cref="SingleFormat.Reciprocal(ExactTotal)"/>, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Reciprocal(ExactTotals<Vector128<int>> sums)
    {
        Vector128<double> unit = Vector128.Create((double)default(SingleFormat).CoarseUnit);
        (Vector128<long> lowerCoarse, Vector128<long> upperCoarse) = Vector128.Widen(sums.Coarse);
        (Vector128<long> lowerFine, Vector128<long> upperFine) = Vector128.Widen(sums.Fine);
        Vector128<double> lower = (Vector128.ConvertToDouble(lowerCoarse) * unit) + Vector128.ConvertToDouble(lowerFine);
        Vector128<double> upper = (Vector128.ConvertToDouble(upperCoarse) * unit) + Vector128.ConvertToDouble(upperFine);
        return Vector128.Narrow(Vector128<double>.One / lower, Vector128<double>.One / upper);
    }
}
#endif
