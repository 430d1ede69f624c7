using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace SoftKernels.Numerics;

/// <summary>One double: the register of last resort, and the arithmetic of what there is one of in a row.</summary>
/// <remarks>The casts keep a runtime that computes with excess precision from doing so.</remarks>
internal readonly struct DoubleScalar : ILanes<double, long, double>
{
    public int Count => 1;

#if NET8_0_OR_GREATER
    public bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplyAdd(double left, double right, double addend) =>
        IsFused ? Math.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#else
    public bool IsFused => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplyAdd(double left, double right, double addend) => (double)((double)(left * right) + addend);
#endif

    public double Create(double value) => value;

    public double Load(ref double source, int index) => Unsafe.Add(ref source, index);

    public void Store(double vector, ref double destination, int index) => Unsafe.Add(ref destination, index) = vector;

    public double Add(double left, double right) => (double)(left + right);

    public double Subtract(double left, double right) => (double)(left - right);

    public double Multiply(double left, double right) => (double)(left * right);

    public double Divide(double left, double right) => (double)(left / right);

    public bool ScalesByPowers => false;

    public double ScaleByPower(double value, double n) => throw new System.NotSupportedException();

    public double Max(double left, double right) => left > right ? left : right;

    public double Min(double left, double right) => left < right ? left : right;

    public double ZeroWhereGreater(double value, double left, double right) => left > right ? 0 : value;

    public double ReplaceWhereEqual(double value, double left, double right, double otherwise) => left == right ? otherwise : value;

    public double KeepLast(double value, int count, double otherwise) => count > 0 ? value : otherwise;

    public double Exchange(double vector, int distance) => vector;

    public double ToScalar(double vector) => vector;

    public ulong EqualMask(double left, double right) => left == right ? 1UL : 0;

    public long CreateBits(long value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToBits(double vector) => Unsafe.As<double, long>(ref vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FromBits(long bits) => Unsafe.As<long, double>(ref bits);

    public long AddBits(long left, long right) => unchecked(left + right);

    public long SubtractBits(long left, long right) => unchecked(left - right);

    public long ZeroWhereNegative(long integers) => integers < 0 ? 0 : integers;

    public long ToExponents(long integers) => integers << DoubleFormat.SignificandBits;

    public long FromExponents(long bits) => (long)((ulong)bits >> DoubleFormat.SignificandBits);

    public long SumBits(long bits, int registers) => bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<double> FromIntegers(long integers)
    {
        double rounded = integers;
        return new(rounded, integers - (long)rounded);
    }
}
