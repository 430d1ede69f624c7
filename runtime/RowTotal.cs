using System;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

/// <summary>Of a part of a row, the exact sums of its weights: of fixed size, mergeable by <c>+</c> in any order and grouping, and fit to be carried to other machines.</summary>
/// <remarks>
/// <para><see cref="SoftMath.Total(ReadOnlySpan{float}, RowPeak{float})"/> makes it of a part and the whole row's <see cref="RowPeak{T}"/>; the sum of all parts' is the row's, which with
/// the peak gives softmax, log-softmax, log-sum-exp, cross-entropy and entropy, with the bits of <see cref="SoftMath"/> over the whole row: the sums are integers, so neither where a row is split nor the order
/// of additions can matter. <c>default</c> is that of no values. A row has at most 2^40 values: then no sum leaves its 128 bits.</para>
/// <para>It remembers the two greatest values of the peak that it was taken with, and whether multiplications and additions were fused: totals that differ in either are of different scales, and refused.</para>
/// <para>176 bytes, version 1 of the layout, integers (two's complement) and doubles with the lowest byte first on every machine:</para>
/// <list type="table">
/// <item><term>0–1</term><description>"SK": 0x53, 0x4B</description></item>
/// <item><term>2</term><description>"T": 0x54</description></item>
/// <item><term>3</term><description>the version: 1</description></item>
/// <item><term>4</term><description>bytes of an element: 4 (float) or 8 (double)</description></item>
/// <item><term>5</term><description>1 where multiply and add were fused, 2 where not, 0 where nothing was counted</description></item>
/// <item><term>6–7</term><description>0</description></item>
/// <item><term>8–15</term><description>the number of values, an integer</description></item>
/// <item><term>16–23</term><description>the row's maximum, as a double</description></item>
/// <item><term>24–31</term><description>the row's second greatest value, as a double</description></item>
/// <item><term>32–79</term><description>the weights at the scale of the maximum: on the coarse grid, the fine one and the finest, an integer of 128 bits each</description></item>
/// <item><term>80–127</term><description>the weights at the scale of the second greatest value, what is above it left out: likewise</description></item>
/// <item><term>128–175</term><description>those times their values' distances from the maximum: likewise</description></item>
/// </list>
/// </remarks>
/// <typeparam name="T">The element: float or double.</typeparam>
public readonly struct RowTotal<T> : IEquatable<RowTotal<T>>
#if NET8_0_OR_GREATER
    , IAdditionOperators<RowTotal<T>, RowTotal<T>, RowTotal<T>>, IAdditiveIdentity<RowTotal<T>, RowTotal<T>>
#endif
    where T : unmanaged
{
    /// <summary>Bytes that <see cref="WriteTo"/> writes and <see cref="Read"/> reads.</summary>
    public const int Size = PartBytes.Header + 24 + RowSums.Size;

    internal readonly double Max;

    internal readonly double Second;

    internal readonly Counting Counting;

    internal readonly RowSums Sums;

    internal RowTotal(long count, double max, double second, Counting counting, in RowSums sums)
    {
        Count = count;
        Max = max;
        Second = second;
        Counting = counting;
        Sums = sums;
    }

    /// <summary>The number of values: of all parts that were merged.</summary>
    public long Count { get; }

#if NET8_0_OR_GREATER
    static RowTotal<T> IAdditiveIdentity<RowTotal<T>, RowTotal<T>>.AdditiveIdentity => default;
#endif

    /// <summary>The total of both parts together.</summary>
    /// <param name="left">Of one part.</param>
    /// <param name="right">Of another, which is taken with the peak of the same row.</param>
    /// <exception cref="ArgumentException">
    /// They were taken with peaks of different maxima, or one on a machine that fuses multiply and add and the other on one that does not, or together they have more than 2^40 values.
    /// </exception>
    public static RowTotal<T> operator +(RowTotal<T> left, RowTotal<T> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        KernelThrow.IfPeaksDiffer(left, right, nameof(right));
        KernelThrow.IfRowIsTooLong(left.Count, right.Count, nameof(right));
        RowSums sums = left.Sums;
        sums.Add(right.Sums);
        return new(left.Count + right.Count, left.Max, left.Second, left.Counting, sums);
    }

    /// <summary>Whether both are the same sums.</summary>
    public static bool operator ==(RowTotal<T> left, RowTotal<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(RowTotal<T> left, RowTotal<T> right) => !left.Equals(right);

    /// <summary>Reads what <see cref="WriteTo"/> has written, on whatever machine.</summary>
    /// <param name="source">Exactly <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    /// <exception cref="FormatException">The bytes are of another kind, version or element, or can't be a total's.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "Bytes do not say which element is expected: callers name it.")]
    public static RowTotal<T> Read(ReadOnlySpan<byte> source)
    {
        KernelThrow.IfBytesAreNot(Size, source.Length, nameof(source));
        Counting counting = (Counting)PartBytes.ReadHeader<T>(source, PartBytes.OfTotal);
        long count = BinaryPrimitives.ReadInt64LittleEndian(source.Slice(8));
        double max = PartBytes.ReadValue<T>(source.Slice(16), PartBytes.OfTotal);
        double second = PartBytes.ReadValue<T>(source.Slice(24), PartBytes.OfTotal);
        RowSums sums = RowSums.Read(source.Slice(32));
        PartBytes.IfNot(count >= 0 && count <= KernelThrow.LongestRow, PartBytes.OfTotal, "a row has from 0 to 2^40 values");
        PartBytes.IfNot(second <= max || (double.IsNaN(max) && double.IsNaN(second)), PartBytes.OfTotal, "the second greatest value is no greater than the maximum");
        bool isCounted = count > 0 && !double.IsNaN(max) && !double.IsInfinity(max);
        PartBytes.IfNot(isCounted ? counting is Counting.Fused or Counting.Unfused : counting == Counting.None, PartBytes.OfTotal, "byte 5 says how weights were counted, where any were");
        PartBytes.IfNot(isCounted || sums.Equals(default), PartBytes.OfTotal, "what has no finite maximum has no sums");
        PartBytes.IfNot(count > 0 || (max == 0 && second == 0), PartBytes.OfTotal, "no values have no maximum");
        return new(count, max, second, counting, sums);
    }

    /// <summary>Writes <see cref="Size"/> bytes: the same on every machine.</summary>
    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">It is shorter. Nothing has been written.</exception>
    public void WriteTo(Span<byte> destination)
    {
        KernelThrow.IfBytesAreFewer(Size, destination.Length, nameof(destination));
        PartBytes.WriteHeader<T>(destination, PartBytes.OfTotal, (byte)Counting);
        BinaryPrimitives.WriteInt64LittleEndian(destination.Slice(8), Count);
        PartBytes.WriteValue(destination.Slice(16), Max);
        PartBytes.WriteValue(destination.Slice(24), Second);
        Sums.WriteTo(destination.Slice(32));
    }

    /// <summary>The bytes that <see cref="WriteTo"/> writes, in an array of their own.</summary>
    public byte[] ToByteArray()
    {
        byte[] bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>The total of this part and another together: <c>+</c>.</summary>
    /// <param name="other">Of another part, which is taken with the peak of the same row.</param>
    /// <exception cref="ArgumentException">
    /// They were taken with peaks of different maxima, or one on a machine that fuses multiply and add and the other on one that does not, or together they have more than 2^40 values.
    /// </exception>
    public RowTotal<T> Add(RowTotal<T> other) => this + other;

    /// <inheritdoc/>
    public bool Equals(RowTotal<T> other) =>
        Count == other.Count && Max.Equals(other.Max) && Second.Equals(other.Second) && Counting == other.Counting && Sums.Equals(other.Sums);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowTotal<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((Count.GetHashCode() * 397) ^ Max.GetHashCode()) * 397) ^ Sums.GetHashCode());
}
