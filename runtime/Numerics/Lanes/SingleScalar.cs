using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace SoftKernels.Numerics;

/// <summary>One float: the register of last resort, and the arithmetic of what there is one of in a row.</summary>
/// <remarks>The casts keep a runtime that computes with excess precision from doing so.</remarks>
internal readonly struct SingleScalar : ILanes<float, int, float>
{
    /// <summary>The bits of −∞.</summary>
    private const int NegativeInfinity = unchecked((int)0xFF800000);

    public int Count => 1;

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplyAdd(float left, float right, float addend) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported ? MathF.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#else
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplyAdd(float left, float right, float addend) => (float)((float)(left * right) + addend);
#endif

    public float Create(float value) => value;

    public float Load(ref float source, int index) => Unsafe.Add(ref source, index);

    public void Store(float vector, ref float destination, int index) => Unsafe.Add(ref destination, index) = vector;

    public void StorePastCaches(float vector, ref float destination) => destination = vector;

    public float LoadHalves(ref float source, int size) => throw new NotSupportedException("A number has no halves.");

    public void StoreHalves(float vector, ref float destination, int size) => throw new NotSupportedException("A number has no halves.");

    public void StoreIndices(float indices, ref int destination, int index) => Unsafe.Add(ref destination, index) = (int)indices;

    public float Add(float left, float right) => (float)(left + right);

    public float Subtract(float left, float right) => (float)(left - right);

    public float Multiply(float left, float right) => (float)(left * right);

    public double Sum(float weights) => throw new NotSupportedException("A sum of one number is no sum.");

    public double Sum(float weights, float more) => throw new NotSupportedException("A sum of one number is no sum.");

    public float Reciprocal(ExactTotals<int> totals, out float power) => throw new NotSupportedException("A sum of one number is no sum.");

    public double FirstTotal(ExactTotals<int> totals, out double low) => throw new NotSupportedException("A sum of one number is no sum.");

    public float LogOfRest(ExactTotals<int> rest, float max, float exponent) => throw new NotSupportedException("A sum of one number is no sum.");

    public float ShareOfRest(ExactTotals<int> rest, float max, float exponent) => throw new NotSupportedException("A sum of one number is no sum.");

    public float LogSumExp(ExactTotals<int> rest, float max, float exponent) => throw new NotSupportedException("A sum of one number is no sum.");

    public float LogOfRest(ExactTotals<int> rest, float max, float exponent, double rate, double rateLow) => throw new NotSupportedException("A sum of one number is no sum.");

    public float LogSumExp(ExactTotals<int> rest, float max, float exponent, double rate, double rateLow, double temperature) => throw new NotSupportedException("A sum of one number is no sum.");

    public float Scale(float exponent) => (float)(SingleFormat.WeightExponent + SingleFormat.Rounder - exponent);

    public float Lowest(float max) => (float)(Max(SingleFormat.LowestLogit, max) - SingleFormat.Reach);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Scaled(float value, float power)
    {
        int bits = unchecked(ToBits(value) + (ToBits(power) << SingleFormat.SignificandBits));
        return FromBits(bits < 0 ? 0 : bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float LeaveOut(float values, ref byte mask)
    {
        int taking = -mask >> 31;
        int left = (Unsafe.As<float, int>(ref values) & taking) | (NegativeInfinity & ~taking);
        return Unsafe.As<int, float>(ref left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float LeaveOutBits(float values, ulong bits)
    {
        byte mask = (byte)(bits & 1);
        return LeaveOut(values, ref mask);
    }

    public float MaxInEveryLane(float vector) => vector;

    public float Max(float left, float right) => left > right ? left : right;

    public float Min(float left, float right) => left < right ? left : right;

    public float ZeroWhereGreater(float value, float left, float right) => left > right ? 0 : value;

    public float ReplaceWhereEqual(float value, float left, float right, float otherwise) => left == right ? otherwise : value;

    public float KeepLast(float value, int count, float otherwise) => count > 0 ? value : otherwise;

    public float Exchange(float vector, int distance) => vector;

    public int ExchangeBits(int bits, int distance) => bits;

    public float ToScalar(float vector) => vector;

    public long ToInteger(int bits) => bits;

    public ulong EqualMask(float left, float right) => left == right ? 1UL : 0;

    public ulong AtLeastMask(float left, float right) => left >= right ? 1UL : 0;

    public bool AreEqual(float left, float right) => left == right;

    public bool AreWithin(float vector, float limit) => Math.Abs(vector) < limit;

    public int CreateBits(long value) => unchecked((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ToBits(float vector) => Unsafe.As<float, int>(ref vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float FromBits(int bits) => Unsafe.As<int, float>(ref bits);

    public int AddBits(int left, int right) => unchecked(left + right);

    public int SubtractBits(int left, int right) => unchecked(left - right);

    public long SumBits(int bits, int registers) => bits;

    public float TreeMax(int level, float left, float right) => throw new NotSupportedException("There is one lane.");

    public int TreeAdd(int level, int left, int right) => throw new NotSupportedException("There is one lane.");

    public float TreeLower(int level, float left, float right) => throw new NotSupportedException("There is one lane.");

    public float TreeUpper(int level, float left, float right) => throw new NotSupportedException("There is one lane.");

    public void LoadColumns(ref float source, int size, ref float columns) => throw new NotSupportedException("There is one lane.");

    public void StoreColumns(ref float columns, int size, ref float destination) => throw new NotSupportedException("There is one lane.");
}
