#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 double lanes in a 128-bit register.</summary>
internal readonly struct DoubleLanes128 : ILanes<Vector128<double>, Vector128<long>, double>
{
    public int Count => 2;

    public bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    public bool ScalesByPowers => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Create(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Load(ref double source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector128<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Add(Vector128<double> left, Vector128<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Subtract(Vector128<double> left, Vector128<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Multiply(Vector128<double> left, Vector128<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Divide(Vector128<double> left, Vector128<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> MultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend)
    {
        if (Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left, right, addend);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.FusedMultiplyAdd(addend, left, right) : (left * right) + addend;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ScaleByPower(Vector128<double> value, Vector128<double> n) => Avx512F.VL.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Max(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.Max(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.Max(left, right) : Vector128.Max(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Min(Vector128<double> left, Vector128<double> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.Min(left, right);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.Min(left, right) : Vector128.Min(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ZeroWhereGreater(Vector128<double> value, Vector128<double> left, Vector128<double> right) =>
        Vector128.AndNot(value, Vector128.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ReplaceWhereEqual(Vector128<double> value, Vector128<double> left, Vector128<double> right, Vector128<double> otherwise) =>
        Vector128.ConditionalSelect(Vector128.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> KeepLast(Vector128<double> value, int count, Vector128<double> otherwise) =>
        Vector128.ConditionalSelect(
            Vector128.GreaterThan(Vector128.Create(0L, 1L), Vector128.Create(1L - count)).AsDouble(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Exchange(Vector128<double> vector, int distance) => Vector128.Shuffle(vector, Vector128.Create(1L, 0L));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToScalar(Vector128<double> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector128<double> left, Vector128<double> right) => Vector128.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> CreateBits(long value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> ToBits(Vector128<double> vector) => vector.AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> FromBits(Vector128<long> bits) => bits.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> AddBits(Vector128<long> left, Vector128<long> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> SubtractBits(Vector128<long> left, Vector128<long> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> ZeroWhereNegative(Vector128<long> integers) => Vector128.AndNot(integers, Vector128.LessThan(integers, Vector128<long>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> ToExponents(Vector128<long> integers) => Vector128.ShiftLeft(integers, DoubleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> FromExponents(Vector128<long> bits) => Vector128.ShiftRightLogical(bits, DoubleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector128<long> bits, int registers) => Vector128.Sum(bits);

    /// <summary>Totals of the lanes, summed, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ExactTotals<Vector128<long>> SumInEveryLane(ExactTotals<Vector128<long>> totals) => new(
        totals.Coarse + Vector128.Shuffle(totals.Coarse, Vector128.Create(1L, 0L)), totals.Fine + Vector128.Shuffle(totals.Fine, Vector128.Create(1L, 0L)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector128<double>> FromIntegers(Vector128<long> integers)
    {
        Vector128<double> magic = Vector128.Create(default(DoubleFormat).Rounder);
        Vector128<long> magicBits = Vector128.Create(default(DoubleFormat).RounderBits);
        Vector128<double> upper = ((Vector128.ShiftRightArithmetic(integers, 32) + magicBits).AsDouble() - magic) * Vector128.Create(4294967296d);
        Vector128<double> lower = ((integers & Vector128.Create(0xFFFFFFFFL)) + magicBits).AsDouble() - magic;
        Vector128<double> rounded = upper + lower;
        return new(rounded, lower - (rounded - upper));
    }
}
#endif
