using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>A sum of the weights of floats, 65,536 at most: below 2^62.</summary>
internal struct NarrowSum : IWeightSum<NarrowSum>
{
    public long Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ExactTotal total, int coarseUnitBits) => Value += (total.Coarse << coarseUnitBits) + total.Fine;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(NarrowSum other) => Value += other.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Subtract(NarrowSum other) => Value -= other.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsBelow(NarrowSum other) => Value < other.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly NarrowSum FloorOf(double fraction)
    {
        ulong significand = WideInteger.Significand(fraction, out int shift);
        ulong low = WideInteger.Multiply(significand, (ulong)Value, out ulong high);
        return new() { Value = shift < 64 ? (long)((high << (64 - shift)) | (low >> shift)) : shift < 128 ? (long)(high >> (shift - 64)) : 0 };
    }
}
