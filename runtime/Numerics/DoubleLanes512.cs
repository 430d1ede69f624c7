#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 double lanes in a 512-bit register.</summary>
internal readonly struct DoubleLanes512 : ILanes<Vector512<double>, Vector512<long>, double>
{
    public int Count => 8;

    public bool IsFused => true;

    public bool ScalesByPowers => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Create(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Load(ref double source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector512<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Add(Vector512<double> left, Vector512<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Subtract(Vector512<double> left, Vector512<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Multiply(Vector512<double> left, Vector512<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Divide(Vector512<double> left, Vector512<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) => Avx512F.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ScaleByPower(Vector512<double> value, Vector512<double> n) => Avx512F.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Max(Vector512<double> left, Vector512<double> right) => Avx512F.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Min(Vector512<double> left, Vector512<double> right) => Avx512F.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ZeroWhereGreater(Vector512<double> value, Vector512<double> left, Vector512<double> right) =>
        Vector512.AndNot(value, Vector512.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ReplaceWhereEqual(Vector512<double> value, Vector512<double> left, Vector512<double> right, Vector512<double> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> KeepLast(Vector512<double> value, int count, Vector512<double> otherwise) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Create(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), Vector512.Create(7L - count)).AsDouble(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Exchange(Vector512<double> vector, int distance) => distance switch
    {
        4 => Avx512F.Shuffle4x128(vector, vector, 0b01_00_11_10),
        2 => Avx512F.Shuffle4x128(vector, vector, 0b10_11_00_01),
        _ => Avx512F.Permute2x64(vector, 0b01_01_01_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToScalar(Vector512<double> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector512<double> left, Vector512<double> right) => Vector512.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> CreateBits(long value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> ToBits(Vector512<double> vector) => vector.AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> FromBits(Vector512<long> bits) => bits.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> AddBits(Vector512<long> left, Vector512<long> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> SubtractBits(Vector512<long> left, Vector512<long> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> ZeroWhereNegative(Vector512<long> integers) => Vector512.Max(integers, Vector512<long>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> ToExponents(Vector512<long> integers) => Vector512.ShiftLeft(integers, DoubleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> FromExponents(Vector512<long> bits) => Vector512.ShiftRightLogical(bits, DoubleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector512<long> bits, int registers) => Vector512.Sum(bits);

    /// <summary>Totals of the lanes, summed, in every lane of a small register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ExactTotals<Vector128<long>> SumInEveryLane(ExactTotals<Vector512<long>> totals) =>
        DoubleLanes256.SumInEveryLane(new ExactTotals<Vector256<long>>(totals.Coarse.GetLower() + totals.Coarse.GetUpper(), totals.Fine.GetLower() + totals.Fine.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector512<double>> FromIntegers(Vector512<long> integers)
    {
        Vector512<double> magic = Vector512.Create(default(DoubleFormat).Rounder);
        Vector512<long> magicBits = Vector512.Create(default(DoubleFormat).RounderBits);
        Vector512<double> upper = ((Vector512.ShiftRightArithmetic(integers, 32) + magicBits).AsDouble() - magic) * Vector512.Create(4294967296d);
        Vector512<double> lower = ((integers & Vector512.Create(0xFFFFFFFFL)) + magicBits).AsDouble() - magic;
        Vector512<double> rounded = upper + lower;
        return new(rounded, lower - (rounded - upper));
    }
}
#endif
