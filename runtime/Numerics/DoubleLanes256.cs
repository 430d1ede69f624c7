#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 double lanes in a 256-bit register.</summary>
internal readonly struct DoubleLanes256 : ILanes<Vector256<double>, Vector256<long>, double>
{
    public int Count => 4;

    public bool IsFused => Fma.IsSupported;

    public bool ScalesByPowers => Avx512F.VL.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Create(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Load(ref double source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Add(Vector256<double> left, Vector256<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Subtract(Vector256<double> left, Vector256<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Multiply(Vector256<double> left, Vector256<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Divide(Vector256<double> left, Vector256<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) => Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ScaleByPower(Vector256<double> value, Vector256<double> n) => Avx512F.VL.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Max(Vector256<double> left, Vector256<double> right) => Avx.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Min(Vector256<double> left, Vector256<double> right) => Avx.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ZeroWhereGreater(Vector256<double> value, Vector256<double> left, Vector256<double> right) =>
        Vector256.AndNot(value, Vector256.GreaterThan(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ReplaceWhereEqual(Vector256<double> value, Vector256<double> left, Vector256<double> right, Vector256<double> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> KeepLast(Vector256<double> value, int count, Vector256<double> otherwise) =>
        Vector256.ConditionalSelect(
            Vector256.GreaterThan(Vector256.Create(0L, 1L, 2L, 3L), Vector256.Create(3L - count)).AsDouble(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Exchange(Vector256<double> vector, int distance) => distance switch
    {
        2 => Avx.Permute2x128(vector, vector, 1),
        _ => Avx.Permute(vector, 0b01_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToScalar(Vector256<double> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector256<double> left, Vector256<double> right) => Vector256.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> CreateBits(long value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> ToBits(Vector256<double> vector) => vector.AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> FromBits(Vector256<long> bits) => bits.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> AddBits(Vector256<long> left, Vector256<long> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> SubtractBits(Vector256<long> left, Vector256<long> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> ZeroWhereNegative(Vector256<long> integers) => Vector256.AndNot(integers, Vector256.LessThan(integers, Vector256<long>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> ToExponents(Vector256<long> integers) => Vector256.ShiftLeft(integers, DoubleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> FromExponents(Vector256<long> bits) => Vector256.ShiftRightLogical(bits, DoubleFormat.SignificandBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector256<long> bits, int registers) => Vector256.Sum(bits);

    /// <summary>Totals of the lanes, summed, in every lane of a small register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ExactTotals<Vector128<long>> SumInEveryLane(ExactTotals<Vector256<long>> totals) =>
        DoubleLanes128.SumInEveryLane(new ExactTotals<Vector128<long>>(totals.Coarse.GetLower() + totals.Coarse.GetUpper(), totals.Fine.GetLower() + totals.Fine.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector256<double>> FromIntegers(Vector256<long> integers)
    {
        Vector256<double> magic = Vector256.Create(default(DoubleFormat).Rounder);
        Vector256<long> magicBits = Vector256.Create(default(DoubleFormat).RounderBits);
        Vector256<double> upper = ((Vector256.ShiftRightArithmetic(integers, 32) + magicBits).AsDouble() - magic) * Vector256.Create(4294967296d);
        Vector256<double> lower = ((integers & Vector256.Create(0xFFFFFFFFL)) + magicBits).AsDouble() - magic;
        Vector256<double> rounded = upper + lower;
        return new(rounded, lower - (rounded - upper));
    }
}
#endif
