using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace SoftKernels.Numerics;

/// <summary>One float: the register of last resort, and the arithmetic of what there is one of in a row.</summary>
/// <remarks>The casts keep a runtime that computes with excess precision from doing so.</remarks>
internal readonly struct SingleScalar : ILanes<float, int, float>
{
    public int Count => 1;

#if NET8_0_OR_GREATER
    public bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplyAdd(float left, float right, float addend) =>
        IsFused ? MathF.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#else
    public bool IsFused => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplyAdd(float left, float right, float addend) => (float)((float)(left * right) + addend);
#endif

    public float Create(float value) => value;

    public float Load(ref float source, int index) => Unsafe.Add(ref source, index);

    public void Store(float vector, ref float destination, int index) => Unsafe.Add(ref destination, index) = vector;

    public float Add(float left, float right) => (float)(left + right);

    public float Subtract(float left, float right) => (float)(left - right);

    public float Multiply(float left, float right) => (float)(left * right);

    public float Divide(float left, float right) => (float)(left / right);

    public bool ScalesByPowers => false;

    public float ScaleByPower(float value, float n) => throw new System.NotSupportedException();

    public float Max(float left, float right) => left > right ? left : right;

    public float Min(float left, float right) => left < right ? left : right;

    public float ZeroWhereGreater(float value, float left, float right) => left > right ? 0 : value;

    public float ReplaceWhereEqual(float value, float left, float right, float otherwise) => left == right ? otherwise : value;

    public float KeepLast(float value, int count, float otherwise) => count > 0 ? value : otherwise;

    public float Exchange(float vector, int distance) => vector;

    public float ToScalar(float vector) => vector;

    public ulong EqualMask(float left, float right) => left == right ? 1UL : 0;

    public int CreateBits(long value) => unchecked((int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ToBits(float vector) => Unsafe.As<float, int>(ref vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float FromBits(int bits) => Unsafe.As<int, float>(ref bits);

    public int AddBits(int left, int right) => unchecked(left + right);

    public int SubtractBits(int left, int right) => unchecked(left - right);

    public int ZeroWhereNegative(int integers) => integers < 0 ? 0 : integers;

    public int ToExponents(int integers) => integers << SingleFormat.SignificandBits;

    public int FromExponents(int bits) => (int)((uint)bits >> SingleFormat.SignificandBits);

    public long SumBits(int bits, int registers) => bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<float> FromIntegers(int integers)
    {
        float rounded = integers;
        return new(rounded, integers - (int)rounded);
    }
}
