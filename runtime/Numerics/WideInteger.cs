using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>A signed integer of 128 bits, to which integers of 64 are added.</summary>
internal struct WideInteger : IWeightSum<WideInteger>, IEquatable<WideInteger>
{
    /// <summary>Bytes that it is written as.</summary>
    public const int Size = 16;

    private ulong _low;
    private long _high;

    public void Add(long value)
    {
        unchecked
        {
            ulong sum = _low + (ulong)value;
            _high += (value >> 63) + (sum < _low ? 1 : 0);
            _low = sum;
        }
    }

    public void Add(WideInteger value)
    {
        unchecked
        {
            ulong sum = _low + value._low;
            _high += value._high + (sum < _low ? 1 : 0);
            _low = sum;
        }
    }

    public void Add(ExactTotal total, int coarseUnitBits)
    {
        Add(new WideInteger { _low = unchecked((ulong)total.Coarse << coarseUnitBits), _high = total.Coarse >> (64 - coarseUnitBits) });
        Add(total.Fine);
    }

    public void Subtract(WideInteger value)
    {
        unchecked
        {
            _high -= value._high + (_low < value._low ? 1 : 0);
            _low -= value._low;
        }
    }

    /// <summary>The lower half: all of it, where it is no more than a <see cref="long"/>.</summary>
    public readonly long Low => unchecked((long)_low);

    public readonly bool IsBelow(WideInteger other) => _high < other._high || (_high == other._high && _low < other._low);

    public readonly bool Equals(WideInteger other) => _low == other._low && _high == other._high;

    public override readonly bool Equals(object? obj) => obj is WideInteger other && Equals(other);

    public override readonly int GetHashCode() => unchecked((_low.GetHashCode() * 397) ^ _high.GetHashCode());

    /// <summary>Two's complement, the lowest byte first.</summary>
    public readonly void WriteTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, _low);
        BinaryPrimitives.WriteInt64LittleEndian(destination.Slice(sizeof(ulong)), _high);
    }

    public static WideInteger Read(ReadOnlySpan<byte> source) =>
        new() { _low = BinaryPrimitives.ReadUInt64LittleEndian(source), _high = BinaryPrimitives.ReadInt64LittleEndian(source.Slice(sizeof(ulong))) };

    /// <inheritdoc/>
    /// <remarks>Of a sum that is not negative.</remarks>
    public readonly WideInteger FloorOf(double fraction)
    {
        ulong significand = Significand(fraction, out int shift);
        ulong lowest = Multiply(significand, _low, out ulong low);
        ulong middle = Multiply(significand, unchecked((ulong)_high), out ulong high);
        unchecked
        {
            middle += low;
            high += middle < low ? 1UL : 0;
        }

        // Of (high, middle, lowest) what is above the shift, which is 53 at least: then the product has no more than 128 bits.
        int words = shift / 64;
        int rest = shift % 64;
        ulong upper = words == 0 ? middle : words == 1 ? high : 0;
        ulong lower = words == 0 ? lowest : words == 1 ? middle : words == 2 ? high : 0;
        ulong beyond = words == 0 ? high : 0;
        return rest == 0
            ? new WideInteger { _low = lower, _high = unchecked((long)upper) }
            : new WideInteger { _low = (lower >> rest) | (upper << (64 - rest)), _high = unchecked((long)((upper >> rest) | (beyond << (64 - rest)))) };
    }

    /// <summary>A number from 0 to below 1 as significand · 2^-shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Significand(double fraction, out int shift)
    {
        long bits = BitConverter.DoubleToInt64Bits(fraction);
        int exponent = (int)((bits >> 52) & 0x7FF);
        shift = 1075 - Math.Max(exponent, 1);
        return (ulong)((bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52));
    }

    /// <summary>The lower half of a product, and the upper one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Multiply(ulong left, ulong right, out ulong high)
    {
#if NET8_0_OR_GREATER
        high = Math.BigMul(left, right, out ulong low);
        return low;
#else
        unchecked
        {
            ulong lowest = (uint)left * (ulong)(uint)right;
            ulong middle = ((left >> 32) * (uint)right) + (lowest >> 32);
            ulong other = ((uint)left * (right >> 32)) + (uint)middle;
            high = ((left >> 32) * (right >> 32)) + (middle >> 32) + (other >> 32);
            return (other << 32) | (uint)lowest;
        }
#endif
    }

    /// <summary>The integer times a power of two, rounded to two doubles.</summary>
    public readonly Pair<double> ToPair(double unit)
    {
        // Each part is exact; the greatest comes first, and has the sign.
        DoubleKernel<DoubleScalar, double, long> numbers = default;
        double word = 4294967296d;
        Pair<double> upper = numbers.Add(
            new Pair<double> { High = (int)(_high >> 32) * (word * word * word * unit) }, new Pair<double> { High = (uint)_high * (word * word * unit) });
        Pair<double> lower = numbers.Add(new Pair<double> { High = (uint)(_low >> 32) * (word * unit) }, new Pair<double> { High = (uint)_low * unit });
        return numbers.Add(upper, lower);
    }
}
