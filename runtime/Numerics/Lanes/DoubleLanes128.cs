#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>2 double lanes in a 128-bit register.</summary>
internal readonly struct DoubleLanes128 : IDoubleLanes<Vector128<double>, Vector128<long>>
{
    public int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Create(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Load(ref double source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector128<double> vector, ref double destination, int index) => vector.StoreUnsafe(ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePastCaches(Vector128<double> vector, ref double destination)
    {
        unsafe
        {
            vector.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination));
        }
    }

    public Vector128<double> LoadHalves(ref double source, int size) => throw new NotSupportedException("A row of one double is no row of halves.");

    public void StoreHalves(Vector128<double> vector, ref double destination, int size) => throw new NotSupportedException("A row of one double is no row of halves.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(Vector128<double> indices, ref int destination, int index)
    {
        Unsafe.Add(ref destination, index) = (int)indices.ToScalar();
        Unsafe.Add(ref destination, index + 1) = (int)indices.GetElement(1);
    }

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
    public Vector128<double> MultiplyAdd(Vector128<double> left, double right, double addend) => MultiplyAdd(left, Vector128.Create(right), Vector128.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> MultiplyAdd(Vector128<double> left, double right, Vector128<double> addend) => MultiplyAdd(left, Vector128.Create(right), addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> MultiplyAdd(Vector128<double> left, Vector128<double> right, double addend) => MultiplyAdd(left, right, Vector128.Create(addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Add(Vector128<double> left, double right) => left + Vector128.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Subtract(double left, Vector128<double> right) => Vector128.Create(left) - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Subtract(Vector128<double> left, double right) => left - Vector128.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Scale(Vector128<double> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector128.Create(DoubleFormat.WeightExponent) - exponent;
        }

        return Vector128.Create(DoubleFormat.WeightExponent + DoubleFormat.Rounder) - exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Lowest(Vector128<double> max)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Vector128.Create(DoubleFormat.LowestLogit - DoubleFormat.Reach);
        }

        return Max(Vector128.Create(DoubleFormat.LowestLogit), max) - Vector128.Create(DoubleFormat.Reach);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Scaled(Vector128<double> value, Vector128<double> power)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.Scale(value, power);
        }

        Vector128<long> bits = value.AsInt64() + (power.AsInt64() << DoubleFormat.SignificandBits);
        return Vector128.AndNot(bits, Vector128.LessThan(bits, Vector128<long>.Zero)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ScaledDown(Vector128<double> value, Vector128<double> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.Scale(value, n - Vector128.Create(DoubleFormat.WeightExponent));
        }

        Vector128<double> one = Vector128<double>.One;
        Vector128<double> rounder = Vector128.Create(DoubleFormat.Rounder);
        Vector128<double> first = Max(Vector128.Create(DoubleFormat.FirstStepFloor), n);
        Vector128<double> second = Max(Vector128.Create(DoubleFormat.SecondStepFloor), n - first);
        return value * Vector128.Create(DoubleFormat.InverseWeightUnit) * Scaled(one, first + rounder) * Scaled(one, second + rounder);
    }

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
    public Vector128<double> LeaveOut(Vector128<double> values, ref byte mask) => Vector128.ConditionalSelect(
        Vector128.Equals(Vector128.WidenLower(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe((uint)Unsafe.ReadUnaligned<ushort>(ref mask)).AsByte()))), Vector128<ulong>.Zero).AsDouble(), Vector128.Create(double.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> LeaveOutBits(Vector128<double> values, ulong bits) => Vector128.ConditionalSelect(
        Vector128.Equals(Vector128.Create((long)bits) & Vector128.Create(1L, 2L), Vector128<long>.Zero).AsDouble(), Vector128.Create(double.NegativeInfinity), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> MaxInEveryLane(Vector128<double> vector) => Max(vector, Exchange(vector, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Exchange(Vector128<double> vector, int distance) => Vector128.Shuffle(vector, Vector128.Create(1L, 0L));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> ExchangeBits(Vector128<long> bits, int distance) => Exchange(bits.AsDouble(), distance).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToScalar(Vector128<double> vector) => vector.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToInteger(Vector128<long> bits) => bits.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualMask(Vector128<double> left, Vector128<double> right) => Vector128.Equals(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeastMask(Vector128<double> left, Vector128<double> right) => Vector128.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreEqual(Vector128<double> left, Vector128<double> right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreWithin(Vector128<double> vector, double limit) => Vector128.LessThanAll(Vector128.Abs(vector), Vector128.Create(limit));

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
    public Vector128<long> ToExponents(Vector128<long> integers) => integers << DoubleFormat.SignificandBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<long> FromExponents(Vector128<long> bits) => bits >>> DoubleFormat.SignificandBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SumBits(Vector128<long> bits, int registers) => SumOf(bits);

    /// <remarks><c>Vector128.Sum</c> is a call in .NET 8, and on x64 nothing that calls it is compiled ahead of time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long SumOf(Vector128<long> bits) => Sse2.IsSupported ? bits.ToScalar() + bits.GetElement(1) : Vector128.Sum(bits);

    public double Sum(Vector128<double> weights) => throw new NotSupportedException("No number is twice as wide as a double.");

    public double Sum(Vector128<double> weights, Vector128<double> more) => throw new NotSupportedException("No number is twice as wide as a double.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Reciprocal(ExactTotals<Vector128<long>> totals, out Vector128<double> power) =>
        default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).Reciprocal(default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(totals), out power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FirstTotal(ExactTotals<Vector128<long>> totals, out double low)
    {
        Pair<Vector128<double>> total = default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(totals);
        low = total.Low.ToScalar();
        return total.High.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> LogOfRest(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> exponent) =>
        default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).LogsOfRest(default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ShareOfRest(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> exponent) =>
        default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).SharesOfRest(default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> LogSumExp(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> exponent) =>
        default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).LogSumExps(default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(rest), max, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> LogOfRest(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> exponent, double rate, double rateLow) =>
        default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).LogsOfRest(default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(rest), max, exponent, rate, rateLow);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> LogSumExp(ExactTotals<Vector128<long>> rest, Vector128<double> max, Vector128<double> exponent, double rate, double rateLow, double temperature) =>
        default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).LogSumExps(default(DoubleKernel<DoubleLanes128, Vector128<double>, Vector128<long>>).ToPair(rest), max, exponent, rate, rateLow, temperature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<Vector128<double>> FromIntegers(Vector128<long> integers)
    {
        Vector128<double> magic = Vector128.Create(DoubleFormat.Rounder);
        Vector128<long> magicBits = Vector128.Create(DoubleFormat.RounderBits);
        Vector128<double> upper = (((integers >> 32) + magicBits).AsDouble() - magic) * Vector128.Create(4294967296d);
        Vector128<double> lower = ((integers & Vector128.Create(0xFFFFFFFFL)) + magicBits).AsDouble() - magic;
        Vector128<double> rounded = upper + lower;
        return new() { High = rounded, Low = lower - (rounded - upper) };
    }

    public Vector128<double> TreeMax(int level, Vector128<double> left, Vector128<double> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public Vector128<long> TreeAdd(int level, Vector128<long> left, Vector128<long> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public Vector128<double> TreeLower(int level, Vector128<double> left, Vector128<double> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public Vector128<double> TreeUpper(int level, Vector128<double> left, Vector128<double> right) => throw new NotSupportedException("Rows go together from 256 bits on.");

    public void LoadColumns(ref double source, int size, ref double columns) => throw new NotSupportedException("Two rows do not go across lanes.");

    public void StoreColumns(ref double columns, int size, ref double destination) => throw new NotSupportedException("Two rows do not go across lanes.");
}
#endif
