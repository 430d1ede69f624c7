using System;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

/// <summary>Of a part of a row, what the maxima of the whole row need: small, mergeable by <c>+</c> in any order and grouping, and fit to be carried to other machines.</summary>
/// <remarks>
/// <para><see cref="SoftMath.Peak(ReadOnlySpan{float})"/> makes it of a part; the sum of all parts' is the row's, with which each part is counted: <see cref="SoftMath.Total(ReadOnlySpan{float}, RowPeak{float})"/>.
/// <c>default</c> is that of no values. A row has at most 2^40 values.</para>
/// <para>40 bytes, version 1 of the layout, integers and doubles with the lowest byte first on every machine:</para>
/// <list type="table">
/// <item><term>0–1</term><description>"SK": 0x53, 0x4B</description></item>
/// <item><term>2</term><description>"P": 0x50</description></item>
/// <item><term>3</term><description>the version: 1</description></item>
/// <item><term>4</term><description>bytes of an element: 4 (float) or 8 (double)</description></item>
/// <item><term>5–7</term><description>0</description></item>
/// <item><term>8–15</term><description>the number of values, an integer</description></item>
/// <item><term>16–23</term><description>the number of values that are +∞, an integer</description></item>
/// <item><term>24–31</term><description>the maximum, as a double: +0 for a zero, NaN where there is one</description></item>
/// <item><term>32–39</term><description>the greatest value but one maximum, as a double: −∞ where there is none</description></item>
/// </list>
/// </remarks>
/// <typeparam name="T">The element: float or double.</typeparam>
public readonly struct RowPeak<T> : IEquatable<RowPeak<T>>
#if NET8_0_OR_GREATER
    , IAdditionOperators<RowPeak<T>, RowPeak<T>, RowPeak<T>>, IAdditiveIdentity<RowPeak<T>, RowPeak<T>>
#endif
    where T : unmanaged
{
    /// <summary>Bytes that <see cref="WriteTo"/> writes and <see cref="Read"/> reads.</summary>
    public const int Size = PartBytes.Header + 32;

    internal readonly double Max;

    internal readonly double Second;

    internal readonly long Infinities;

    internal RowPeak(long count, double max, double second, long infinities)
    {
        Count = count;
        Max = max;
        Second = second;
        Infinities = infinities;
    }

    /// <summary>The number of values: of all parts that were merged.</summary>
    public long Count { get; }

#if NET8_0_OR_GREATER
    static RowPeak<T> IAdditiveIdentity<RowPeak<T>, RowPeak<T>>.AdditiveIdentity => default;
#endif

    /// <summary>The peak of both parts together.</summary>
    /// <param name="left">Of one part.</param>
    /// <param name="right">Of another.</param>
    /// <exception cref="ArgumentException">Together they have more than 2^40 values.</exception>
    public static RowPeak<T> operator +(RowPeak<T> left, RowPeak<T> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        KernelThrow.IfRowIsTooLong(left.Count, right.Count, nameof(right));
        long count = left.Count + right.Count;
        if (double.IsNaN(left.Max) || double.IsNaN(right.Max))
        {
            return new(count, double.NaN, double.NaN, 0);
        }

        double max = Math.Max(left.Max, right.Max);
        double second = Math.Max(Math.Min(left.Max, right.Max), Math.Max(left.Second, right.Second));
        return new(count, max, second, left.Infinities + right.Infinities);
    }

    /// <summary>Whether both are of the same number of values, with the same maxima.</summary>
    public static bool operator ==(RowPeak<T> left, RowPeak<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(RowPeak<T> left, RowPeak<T> right) => !left.Equals(right);

    /// <summary>Reads what <see cref="WriteTo"/> has written, on whatever machine.</summary>
    /// <param name="source">Exactly <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    /// <exception cref="FormatException">The bytes are of another kind, version or element, or can't be a peak's.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "Bytes do not say which element is expected: callers name it.")]
    public static RowPeak<T> Read(ReadOnlySpan<byte> source)
    {
        KernelThrow.IfBytesAreNot(Size, source.Length, nameof(source));
        byte counting = PartBytes.ReadHeader<T>(source, PartBytes.OfPeak);
        long count = BinaryPrimitives.ReadInt64LittleEndian(source.Slice(8));
        long infinities = BinaryPrimitives.ReadInt64LittleEndian(source.Slice(16));
        double max = PartBytes.ReadValue<T>(source.Slice(24), PartBytes.OfPeak);
        double second = PartBytes.ReadValue<T>(source.Slice(32), PartBytes.OfPeak);
        PartBytes.IfNot(counting == 0, PartBytes.OfPeak, "byte 5 is 0 in this version");
        PartBytes.IfNot(count >= 0 && count <= KernelThrow.LongestRow, PartBytes.OfPeak, "a row has from 0 to 2^40 values");
        PartBytes.IfNot(count > 0 || (max == 0 && second == 0), PartBytes.OfPeak, "no values have no maximum");
        PartBytes.IfNot(second <= max || (double.IsNaN(max) && double.IsNaN(second)), PartBytes.OfPeak, "the second greatest value is no greater than the maximum");
        PartBytes.IfNot(count != 1 || double.IsNaN(max) || double.IsNegativeInfinity(second), PartBytes.OfPeak, "one value has no second");
        bool isInfinite = double.IsPositiveInfinity(max);
        PartBytes.IfNot(
            isInfinite ? infinities >= 1 && infinities <= count && infinities > 1 == double.IsPositiveInfinity(second) : infinities == 0,
            PartBytes.OfPeak,
            "there are as many values of +∞ as the maxima say");
        return new(count, max, second, infinities);
    }

    /// <summary>Writes <see cref="Size"/> bytes: the same on every machine.</summary>
    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">It is shorter. Nothing has been written.</exception>
    public void WriteTo(Span<byte> destination)
    {
        KernelThrow.IfBytesAreFewer(Size, destination.Length, nameof(destination));
        PartBytes.WriteHeader<T>(destination, PartBytes.OfPeak, counting: 0);
        BinaryPrimitives.WriteInt64LittleEndian(destination.Slice(8), Count);
        BinaryPrimitives.WriteInt64LittleEndian(destination.Slice(16), Infinities);
        PartBytes.WriteValue(destination.Slice(24), Max);
        PartBytes.WriteValue(destination.Slice(32), Second);
    }

    /// <summary>The bytes that <see cref="WriteTo"/> writes, in an array of their own.</summary>
    public byte[] ToByteArray()
    {
        byte[] bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>The peak of this part and another together: <c>+</c>.</summary>
    /// <param name="other">Of another part.</param>
    /// <exception cref="ArgumentException">Together they have more than 2^40 values.</exception>
    public RowPeak<T> Add(RowPeak<T> other) => this + other;

    /// <inheritdoc/>
    public bool Equals(RowPeak<T> other) => Count == other.Count && Max.Equals(other.Max) && Second.Equals(other.Second) && Infinities == other.Infinities;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowPeak<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((Count.GetHashCode() * 397) ^ Max.GetHashCode()) * 397) ^ Second.GetHashCode());

    /// <summary>The number of values and their maximum, for a reader.</summary>
    public override string ToString() => Count == 0 ? "no values" : string.Format(CultureInfo.InvariantCulture, "{0} values up to {1:R}", Count, Max);
}
