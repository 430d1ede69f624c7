#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>4 double lanes in a 256-bit register.</summary>
internal readonly struct DoubleLanes256 : IDoubleLanes<Vector256<double>, Vector256<long>>
{
    public int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Create(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Load(ref double source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePastCaches(Vector256<double> vector, ref double destination)
    {
        unsafe
        {
            vector.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> LoadHalves(ref double source, int size)
    {
        Vector256<ulong> laneOfUpperHalf = Vector256.Create(-2L, -1L, 0L, 1L).AsUInt64();
        Vector256<double> limits = Vector256.ConditionalSelect(
            Vector256.LessThan(laneOfUpperHalf, Vector256.Create((ulong)(4 - size))).AsDouble(), Vector256.Create(double.NegativeInfinity), Vector256.Create(double.PositiveInfinity));
        return Min(limits, Vector128.LoadUnsafe(ref source).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, (nuint)(size - 2))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreHalves(Vector256<double> vector, ref double destination, int size)
    {
        vector.GetUpper().StoreUnsafe(ref destination, (nuint)(size - 2));
        vector.GetLower().StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(Vector256<double> indices, ref int destination, int index) =>
        Avx.ConvertToVector128Int32(indices).StoreUnsafe(ref destination, (nuint)index);

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
    public Vector256<double> MultiplyAdd(Vector256<double> left, double right, double addend) =>
        Fma.IsSupported ? Fma.MultiplyAdd(left, Vector256.Create(right), Vector256.Create(addend)) : (left * Vector256.Create(right)) + Vector256.Create(addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MultiplyAdd(Vector256<double> left, double right, Vector256<double> addend) =>
        Fma.IsSupported ? Fma.MultiplyAdd(left, Vector256.Create(right), addend) : (left * Vector256.Create(right)) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MultiplyAdd(Vector256<double> left, Vector256<double> right, double addend) =>
        Fma.IsSupported ? Fma.MultiplyAdd(left, right, Vector256.Create(addend)) : (left * right) + Vector256.Create(addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Add(Vector256<double> left, double right) => left + Vector256.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Subtract(double left, Vector256<double> right) => Vector256.Create(left) - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Subtract(Vector256<double> left, double right) => left - Vector256.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Scale(Vector256<double> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector256.Create(DoubleFormat.WeightExponent) - exponent;
        }

        return Vector256.Create(DoubleFormat.WeightExponent + DoubleFormat.Rounder) - exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Lowest(Vector256<double> max)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector256.Create(DoubleFormat.LowestLogit - DoubleFormat.Reach);
        }

        return Max(Vector256.Create(DoubleFormat.LowestLogit), max) - Vector256.Create(DoubleFormat.Reach);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Scaled(Vector256<double> value, Vector256<double> power)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.Scale(value, power);
        }

        Vector256<long> bits = value.AsInt64() + (power.AsInt64() << DoubleFormat.SignificandBits);
        return Vector256.AndNot(bits, Vector256.LessThan(bits, Vector256<long>.Zero)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ScaledDown(Vector256<double> value, Vector256<double> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.Scale(value, n - Vector256.Create(DoubleFormat.WeightExponent));
        }

        Vector256<double> one = Vector256<double>.One;
        Vector256<double> rounder = Vector256.Create(DoubleFormat.Rounder);
        Vector256<double> first = Max(Vector256.Create(DoubleFormat.FirstStepFloor), n);
        Vector256<double> second = Max(Vector256.Create(DoubleFormat.SecondStepFloor), n - first);
        return value * Vector256.Create(DoubleFormat.InverseWeightUnit) * Scaled(one, first + rounder) * Scaled(one, second + rounder);
    }

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
    public Vector256<double> LeaveOut(Vector256<double> values, ref byte mask) => Vector256.ConditionalSelect(
        Vector256.Equals(Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref mask)).AsByte()), Vector256<long>.Zero).AsDouble(), Vector256.Create(double.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> LeaveOutBits(Vector256<double> values, ulong bits) => Vector256.ConditionalSelect(
        Vector256.Equals(Vector256.Create((long)bits) & Vector256.Create(1L, 2L, 4L, 8L), Vector256<long>.Zero).AsDouble(), Vector256.Create(double.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MaxInEveryLane(Vector256<double> vector)
    {
        vector = Max(vector, Exchange(vector, 2));
        return Max(vector, Exchange(vector, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Exchange(Vector256<double> vector, int distance) => distance switch
    {
        2 => Avx.Permute2x128(vector, vector, 1),
        _ => Avx.Permute(vector, 0b01_01),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> ExchangeBits(Vector256<long> bits, int distance) => Exchange(bits.AsDouble(), distance).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToScalar(Vector256<double> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToInteger(Vector256<long> bits) => bits.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector256<double> left, Vector256<double> right) => Vector256.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeastMask(Vector256<double> left, Vector256<double> right) => Vector256.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreEqual(Vector256<double> left, Vector256<double> right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreWithin(Vector256<double> vector, double limit) => Vector256.LessThanAll(Vector256.Abs(vector), Vector256.Create(limit));

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
    public Vector256<long> ToExponents(Vector256<long> integers) => integers << DoubleFormat.SignificandBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> FromExponents(Vector256<long> bits) => bits >>> DoubleFormat.SignificandBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector256<long> bits, int registers) => SumOf(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long SumOf(Vector256<long> bits) => DoubleLanes128.SumOf(bits.GetLower() + bits.GetUpper());

    public double Sum(Vector256<double> weights) => throw new NotSupportedException("No number is twice as wide as a double.");

    public double Sum(Vector256<double> weights, Vector256<double> more) => throw new NotSupportedException("No number is twice as wide as a double.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Reciprocal(ExactTotals<Vector256<long>> totals, out Vector256<double> power) =>
        default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).Reciprocal(default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(totals), out power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FirstTotal(ExactTotals<Vector256<long>> totals, out double low)
    {
        Pair<Vector256<double>> total = default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(totals);
        low = total.Low.ToScalar();
        return total.High.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> LogOfRest(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> exponent) =>
        default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).LogsOfRest(default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ShareOfRest(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> exponent) =>
        default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).SharesOfRest(default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> LogSumExp(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> exponent) =>
        default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).LogSumExps(default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> LogOfRest(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> exponent, double rate, double rateLow) =>
        default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).LogsOfRest(default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(rest), max, exponent, rate, rateLow);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> LogSumExp(ExactTotals<Vector256<long>> rest, Vector256<double> max, Vector256<double> exponent, double rate, double rateLow, double temperature) =>
        default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).LogSumExps(default(DoubleKernel<DoubleLanes256, Vector256<double>, Vector256<long>>).ToPair(rest), max, exponent, rate, rateLow, temperature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector256<double>> FromIntegers(Vector256<long> integers)
    {
        Vector256<double> magic = Vector256.Create(DoubleFormat.Rounder);
        Vector256<long> magicBits = Vector256.Create(DoubleFormat.RounderBits);
        Vector256<double> upper = (((integers >> 32) + magicBits).AsDouble() - magic) * Vector256.Create(4294967296d);
        Vector256<double> lower = ((integers & Vector256.Create(0xFFFFFFFFL)) + magicBits).AsDouble() - magic;
        Vector256<double> rounded = upper + lower;
        return new() { High = rounded, Low = lower - (rounded - upper) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> TreeMax(int level, Vector256<double> left, Vector256<double> right) => Avx.Max(TreeLower(level, left, right), TreeUpper(level, left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> TreeAdd(int level, Vector256<long> left, Vector256<long> right) =>
        TreeLower(level, left.AsDouble(), right.AsDouble()).AsInt64() + TreeUpper(level, left.AsDouble(), right.AsDouble()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> TreeLower(int level, Vector256<double> left, Vector256<double> right) => level == 0
        ? Avx.Blend(left, right, 0b1010)
        : Avx.Blend(left, right, 0b1100);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> TreeUpper(int level, Vector256<double> left, Vector256<double> right) => level == 0
        ? Avx.Shuffle(left, right, 0b0101)
        : Avx.Permute2x128(left, right, 0x21);

    public void LoadColumns(ref double source, int size, ref double columns) => Columns<DoubleColumns256, double>.Load(ref source, size, ref columns);

    public void StoreColumns(ref double columns, int size, ref double destination) => Columns<DoubleColumns256, double>.Store(ref columns, size, ref destination);
}
#endif
