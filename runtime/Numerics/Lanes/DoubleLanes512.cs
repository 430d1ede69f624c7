#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>8 double lanes in a 512-bit register.</summary>
internal readonly struct DoubleLanes512 : IDoubleLanes<Vector512<double>, Vector512<long>>
{
    public int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Create(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Load(ref double source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector512<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePastCaches(Vector512<double> vector, ref double destination)
    {
        unsafe
        {
            vector.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LoadHalves(ref double source, int size)
    {
        Vector512<ulong> laneOfUpperHalf = Vector512.Create(-4L, -3L, -2L, -1L, 0L, 1L, 2L, 3L).AsUInt64();
        Vector512<double> limits = Vector512.ConditionalSelect(
            Vector512.LessThan(laneOfUpperHalf, Vector512.Create((ulong)(8 - size))).AsDouble(), Vector512.Create(double.NegativeInfinity), Vector512.Create(double.PositiveInfinity));
        return Min(limits, Vector256.LoadUnsafe(ref source).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref source, (nuint)(size - 4))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreHalves(Vector512<double> vector, ref double destination, int size)
    {
        vector.GetUpper().StoreUnsafe(ref destination, (nuint)(size - 4));
        vector.GetLower().StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(Vector512<double> indices, ref int destination, int index) =>
        Avx512F.ConvertToVector256Int32(indices).StoreUnsafe(ref destination, (nuint)index);

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
    public Vector512<double> MultiplyAdd(Vector512<double> left, double right, double addend) => Avx512F.FusedMultiplyAdd(left, Vector512.Create(right), Vector512.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MultiplyAdd(Vector512<double> left, double right, Vector512<double> addend) => Avx512F.FusedMultiplyAdd(left, Vector512.Create(right), addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MultiplyAdd(Vector512<double> left, Vector512<double> right, double addend) => Avx512F.FusedMultiplyAdd(left, right, Vector512.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Add(Vector512<double> left, double right) => left + Vector512.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Subtract(double left, Vector512<double> right) => Vector512.Create(left) - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Subtract(Vector512<double> left, double right) => left - Vector512.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Scale(Vector512<double> exponent) =>
        Vector512.Create(DoubleFormat.WeightExponent) - exponent;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Lowest(Vector512<double> max) =>
        Vector512.Create(DoubleFormat.LowestLogit - DoubleFormat.Reach);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Scaled(Vector512<double> value, Vector512<double> power) =>
        Avx512F.Scale(value, power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ScaledDown(Vector512<double> value, Vector512<double> n) =>
        Avx512F.Scale(value, n - Vector512.Create(DoubleFormat.WeightExponent));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Max(Vector512<double> left, Vector512<double> right) => Avx512F.Max(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Min(Vector512<double> left, Vector512<double> right) => Avx512F.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ZeroWhereGreater(Vector512<double> value, Vector512<double> left, Vector512<double> right) =>
        Vector512.ConditionalSelect(Avx512F.CompareNotGreaterThan(left, right), value, Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ReplaceWhereEqual(Vector512<double> value, Vector512<double> left, Vector512<double> right, Vector512<double> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), otherwise, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> KeepLast(Vector512<double> value, int count, Vector512<double> otherwise) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Create(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), Vector512.Create(7L - count)).AsDouble(), value, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LeaveOut(Vector512<double> values, ref byte mask) => Vector512.ConditionalSelect(
        Vector512.Equals(Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref mask)).AsByte()), Vector512<long>.Zero).AsDouble(), Vector512.Create(double.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LeaveOutBits(Vector512<double> values, ulong bits) => Vector512.ConditionalSelect(
        Vector512.Equals(Vector512.Create((long)bits) & Vector512.Create(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L), Vector512<long>.Zero).AsDouble(), Vector512.Create(double.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MaxInEveryLane(Vector512<double> vector)
    {
        vector = Max(vector, Exchange(vector, 4));
        vector = Max(vector, Exchange(vector, 2));
        return Max(vector, Exchange(vector, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Exchange(Vector512<double> vector, int distance) => distance switch
    {
        4 => Avx512F.Shuffle4x128(vector, vector, 0b01_00_11_10),
        2 => Avx512F.Shuffle4x128(vector, vector, 0b10_11_00_01),
        _ => Avx512F.Permute2x64(vector, 0b01_01_01_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> ExchangeBits(Vector512<long> bits, int distance) => Exchange(bits.AsDouble(), distance).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToScalar(Vector512<double> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToInteger(Vector512<long> bits) => bits.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector512<double> left, Vector512<double> right) => Vector512.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeastMask(Vector512<double> left, Vector512<double> right) => Vector512.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreEqual(Vector512<double> left, Vector512<double> right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreWithin(Vector512<double> vector, double limit) => Vector512.LessThanAll(Vector512.Abs(vector), Vector512.Create(limit));

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
    public Vector512<long> ToExponents(Vector512<long> integers) => integers << DoubleFormat.SignificandBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> FromExponents(Vector512<long> bits) => bits >>> DoubleFormat.SignificandBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector512<long> bits, int registers) => SumOf(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long SumOf(Vector512<long> bits) => DoubleLanes256.SumOf(bits.GetLower() + bits.GetUpper());

    public double Sum(Vector512<double> weights) => throw new NotSupportedException("No number is twice as wide as a double.");

    public double Sum(Vector512<double> weights, Vector512<double> more) => throw new NotSupportedException("No number is twice as wide as a double.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Reciprocal(ExactTotals<Vector512<long>> totals, out Vector512<double> power) =>
        default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).Reciprocal(default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(totals), out power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FirstTotal(ExactTotals<Vector512<long>> totals, out double low)
    {
        Pair<Vector512<double>> total = default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(totals);
        low = total.Low.ToScalar();
        return total.High.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LogOfRest(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> exponent) =>
        default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).LogsOfRest(default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ShareOfRest(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> exponent) =>
        default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).SharesOfRest(default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LogSumExp(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> exponent) =>
        default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).LogSumExps(default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LogOfRest(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> exponent, double rate, double rateLow) =>
        default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).LogsOfRest(default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(rest), max, exponent, rate, rateLow);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> LogSumExp(ExactTotals<Vector512<long>> rest, Vector512<double> max, Vector512<double> exponent, double rate, double rateLow, double temperature) =>
        default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).LogSumExps(default(DoubleKernel<DoubleLanes512, Vector512<double>, Vector512<long>>).ToPair(rest), max, exponent, rate, rateLow, temperature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector512<double>> FromIntegers(Vector512<long> integers)
    {
        Vector512<double> magic = Vector512.Create(DoubleFormat.Rounder);
        Vector512<long> magicBits = Vector512.Create(DoubleFormat.RounderBits);
        Vector512<double> upper = (((integers >> 32) + magicBits).AsDouble() - magic) * Vector512.Create(4294967296d);
        Vector512<double> lower = ((integers & Vector512.Create(0xFFFFFFFFL)) + magicBits).AsDouble() - magic;
        Vector512<double> rounded = upper + lower;
        return new() { High = rounded, Low = lower - (rounded - upper) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> TreeMax(int level, Vector512<double> left, Vector512<double> right) => Avx512F.Max(TreeLower(level, left, right), TreeUpper(level, left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> TreeAdd(int level, Vector512<long> left, Vector512<long> right) =>
        TreeLower(level, left.AsDouble(), right.AsDouble()).AsInt64() + TreeUpper(level, left.AsDouble(), right.AsDouble()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> TreeLower(int level, Vector512<double> left, Vector512<double> right) => level switch
    {
        0 => Vector512.ConditionalSelect(Vector512.Create(-1L, 0, -1, 0, -1, 0, -1, 0).AsDouble(), left, right),
        1 => Vector512.ConditionalSelect(Vector512.Create(-1L, -1, -1, -1, 0, 0, 0, 0).AsDouble(), left, right),
        _ => Avx512F.Shuffle4x128(left, right, 0b10_00_10_00),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> TreeUpper(int level, Vector512<double> left, Vector512<double> right) => level switch
    {
        0 => Avx512F.Shuffle(left, right, 0b01010101),
        1 => Avx512F.Shuffle4x128(left, right, 0b01_00_11_10),
        _ => Avx512F.Shuffle4x128(left, right, 0b11_01_11_01),
    };

    public void LoadColumns(ref double source, int size, ref double columns) => Columns<DoubleColumns512, double>.Load(ref source, size, ref columns);

    public void StoreColumns(ref double columns, int size, ref double destination) => Columns<DoubleColumns512, double>.Store(ref columns, size, ref destination);
}
#endif
