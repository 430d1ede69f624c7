using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace SoftKernels.Numerics;

/// <summary>One double: the register of last resort, and the arithmetic of what there is one of in a row.</summary>
/// <remarks>The casts keep a runtime that computes with excess precision from doing so.</remarks>
internal readonly struct DoubleScalar : IDoubleLanes<double, long>
{
    /// <summary>The bits of −∞.</summary>
    private const long NegativeInfinity = unchecked((long)0xFFF0000000000000);

    public int Count => 1;

#if NET8_0_OR_GREATER
    /// <remarks>Not <c>Math.FusedMultiplyAdd</c> on x64: code compiled ahead of time that calls it is refused by .NET 9 where there is AVX-512.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplyAdd(double left, double right, double addend) =>
        Fma.IsSupported ? Fma.MultiplyAddScalar(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right), Vector128.CreateScalarUnsafe(addend)).ToScalar()
        : AdvSimd.Arm64.IsSupported ? Math.FusedMultiplyAdd(left, right, addend)
        : (left * right) + addend;
#else
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplyAdd(double left, double right, double addend) => (double)((double)(left * right) + addend);
#endif

    public double Create(double value) => value;

    public double Load(ref double source, int index) => Unsafe.Add(ref source, index);

    public void Store(double vector, ref double destination, int index) => Unsafe.Add(ref destination, index) = vector;

    public void StorePastCaches(double vector, ref double destination) => destination = vector;

    public double LoadHalves(ref double source, int size) => throw new NotSupportedException("A number has no halves.");

    public void StoreHalves(double vector, ref double destination, int size) => throw new NotSupportedException("A number has no halves.");

    public void StoreIndices(double indices, ref int destination, int index) => Unsafe.Add(ref destination, index) = (int)indices;

    public double Add(double left, double right) => (double)(left + right);

    public double Subtract(double left, double right) => (double)(left - right);

    public double Multiply(double left, double right) => (double)(left * right);

    public double Divide(double left, double right) => (double)(left / right);

    public double Sum(double weights) => throw new NotSupportedException("A sum of one number is no sum.");

    public double Sum(double weights, double more) => throw new NotSupportedException("A sum of one number is no sum.");

    public double Reciprocal(ExactTotals<long> totals, out double power) => throw new NotSupportedException("A sum of one number is no sum.");

    public double FirstTotal(ExactTotals<long> totals, out double low) => throw new NotSupportedException("A sum of one number is no sum.");

    public double LogOfRest(ExactTotals<long> rest, double max, double exponent) => throw new NotSupportedException("A sum of one number is no sum.");

    public double ShareOfRest(ExactTotals<long> rest, double max, double exponent) => throw new NotSupportedException("A sum of one number is no sum.");

    public double LogSumExp(ExactTotals<long> rest, double max, double exponent) => throw new NotSupportedException("A sum of one number is no sum.");

    public double LogOfRest(ExactTotals<long> rest, double max, double exponent, double rate, double rateLow) => throw new NotSupportedException("A sum of one number is no sum.");

    public double LogSumExp(ExactTotals<long> rest, double max, double exponent, double rate, double rateLow, double temperature) => throw new NotSupportedException("A sum of one number is no sum.");

    public double Scale(double exponent) => (double)(DoubleFormat.WeightExponent + DoubleFormat.Rounder - exponent);

    public double Lowest(double max) => (double)(Max(DoubleFormat.LowestLogit, max) - DoubleFormat.Reach);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Scaled(double value, double power)
    {
        long bits = unchecked(ToBits(value) + (ToBits(power) << DoubleFormat.SignificandBits));
        return FromBits(bits < 0 ? 0 : bits);
    }

    public double ScaledDown(double value, double n)
    {
        double first = Max(DoubleFormat.FirstStepFloor, n);
        double second = Max(DoubleFormat.SecondStepFloor, Subtract(n, first));
        value = Multiply(value, DoubleFormat.InverseWeightUnit);
        value = Multiply(value, Scaled(1, Add(first, DoubleFormat.Rounder)));
        return Multiply(value, Scaled(1, Add(second, DoubleFormat.Rounder)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LeaveOut(double values, ref byte mask)
    {
        long taking = -mask >> 31;
        long left = (Unsafe.As<double, long>(ref values) & taking) | (NegativeInfinity & ~taking);
        return Unsafe.As<long, double>(ref left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LeaveOutBits(double values, ulong bits)
    {
        byte mask = (byte)(bits & 1);
        return LeaveOut(values, ref mask);
    }

    public double MaxInEveryLane(double vector) => vector;

    public double Max(double left, double right) => left > right ? left : right;

    public double Min(double left, double right) => left < right ? left : right;

    public double ZeroWhereGreater(double value, double left, double right) => left > right ? 0 : value;

    public double ReplaceWhereEqual(double value, double left, double right, double otherwise) => left == right ? otherwise : value;

    public double KeepLast(double value, int count, double otherwise) => count > 0 ? value : otherwise;

    public double Exchange(double vector, int distance) => vector;

    public long ExchangeBits(long bits, int distance) => bits;

    public double ToScalar(double vector) => vector;

    public long ToInteger(long bits) => bits;

    public ulong EqualMask(double left, double right) => left == right ? 1UL : 0;

    public ulong AtLeastMask(double left, double right) => left >= right ? 1UL : 0;

    public bool AreEqual(double left, double right) => left == right;

    public bool AreWithin(double vector, double limit) => Math.Abs(vector) < limit;

    public long CreateBits(long value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToBits(double vector) => Unsafe.As<double, long>(ref vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FromBits(long bits) => Unsafe.As<long, double>(ref bits);

    public long AddBits(long left, long right) => unchecked(left + right);

    public long SubtractBits(long left, long right) => unchecked(left - right);

    public long ToExponents(long integers) => integers << DoubleFormat.SignificandBits;

    public long FromExponents(long bits) => (long)((ulong)bits >> DoubleFormat.SignificandBits);

    public long SumBits(long bits, int registers) => bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<double> FromIntegers(long integers)
    {
        double rounded = integers;
        return new() { High = rounded, Low = integers - (long)rounded };
    }

    public double TreeMax(int level, double left, double right) => throw new NotSupportedException("There is one lane.");

    public long TreeAdd(int level, long left, long right) => throw new NotSupportedException("There is one lane.");

    public double TreeLower(int level, double left, double right) => throw new NotSupportedException("There is one lane.");

    public double TreeUpper(int level, double left, double right) => throw new NotSupportedException("There is one lane.");

    public void LoadColumns(ref double source, int size, ref double columns) => throw new NotSupportedException("There is one lane.");

    public void StoreColumns(ref double columns, int size, ref double destination) => throw new NotSupportedException("There is one lane.");
}
