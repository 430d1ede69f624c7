using System;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

/// <summary>A value of a row and its index in the whole row: what argmax and top-k of parts merge by.</summary>
/// <remarks>
/// <para><c>+</c> is the first of two in the order of <see cref="SoftMath.TopK(ReadOnlySpan{float}, Span{int})"/>, in which entries compare: NaN before everything, then the greater value, and of equals, −0 and +0 among
/// them, the lower index. <c>default</c> is no entry, after all others.</para>
/// <para>24 bytes, version 1 of the layout, integers and doubles with the lowest byte first on every machine: 0–1 "SK", 2 "E", 3 the version, 4 bytes of an element, 5–7 0, 8–15 the index plus 1 (0 for no entry), 16–23 the
/// value as a double.</para>
/// </remarks>
/// <typeparam name="T">The element: float or double.</typeparam>
public readonly struct RowEntry<T> : IEquatable<RowEntry<T>>, IComparable<RowEntry<T>>
#if NET8_0_OR_GREATER
    , IAdditionOperators<RowEntry<T>, RowEntry<T>, RowEntry<T>>, IAdditiveIdentity<RowEntry<T>, RowEntry<T>>
#endif
    where T : unmanaged
{
    /// <summary>Bytes that <see cref="WriteTo"/> writes and <see cref="Read"/> reads.</summary>
    public const int Size = PartBytes.Header + 16;

    private readonly long _place;

    private readonly double _value;

    internal RowEntry(long index, double value)
    {
        // Equal entries have equal bytes: +0 for −0, and one NaN.
        _place = index + 1;
        _value = double.IsNaN(value) ? double.NaN : value + 0;
    }

    /// <summary>The index in the whole row; −1 where there is no entry.</summary>
    public long Index => _place - 1;

    /// <summary>The value, +0 for a zero; 0 where there is no entry.</summary>
    public T Value
    {
        get
        {
            double value = _value;
            float narrow = (float)value;
            return typeof(T) == typeof(float) ? Unsafe.As<float, T>(ref narrow) : Unsafe.As<double, T>(ref value);
        }
    }

#if NET8_0_OR_GREATER
    static RowEntry<T> IAdditiveIdentity<RowEntry<T>, RowEntry<T>>.AdditiveIdentity => default;
#endif

    /// <summary>The first of both in the order of top-k.</summary>
    public static RowEntry<T> operator +(RowEntry<T> left, RowEntry<T> right) => left.CompareTo(right) <= 0 ? left : right;

    /// <summary>Whether both are the same value at the same index.</summary>
    public static bool operator ==(RowEntry<T> left, RowEntry<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(RowEntry<T> left, RowEntry<T> right) => !left.Equals(right);

    /// <summary>Whether the first comes first.</summary>
    public static bool operator <(RowEntry<T> left, RowEntry<T> right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first does not come after the second.</summary>
    public static bool operator <=(RowEntry<T> left, RowEntry<T> right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the second comes first.</summary>
    public static bool operator >(RowEntry<T> left, RowEntry<T> right) => left.CompareTo(right) > 0;

    /// <summary>Whether the second does not come after the first.</summary>
    public static bool operator >=(RowEntry<T> left, RowEntry<T> right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what <see cref="WriteTo"/> has written, on whatever machine.</summary>
    /// <param name="source">Exactly <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    /// <exception cref="FormatException">The bytes are of another kind, version or element, or can't be an entry's.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "Bytes do not say which element is expected: callers name it.")]
    public static RowEntry<T> Read(ReadOnlySpan<byte> source)
    {
        KernelThrow.IfBytesAreNot(Size, source.Length, nameof(source));
        byte counting = PartBytes.ReadHeader<T>(source, PartBytes.OfEntry);
        long place = BinaryPrimitives.ReadInt64LittleEndian(source.Slice(8));
        double value = PartBytes.ReadValue<T>(source.Slice(16), PartBytes.OfEntry);
        PartBytes.IfNot(counting == 0, PartBytes.OfEntry, "byte 5 is 0 in this version");
        PartBytes.IfNot(place >= 0 && place <= KernelThrow.LongestRow, PartBytes.OfEntry, "an index is below 2^40");
        PartBytes.IfNot(place > 0 || value == 0, PartBytes.OfEntry, "no entry has no value");
        return new(place - 1, value);
    }

    /// <summary>Writes <see cref="Size"/> bytes: the same on every machine.</summary>
    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">It is shorter. Nothing has been written.</exception>
    public void WriteTo(Span<byte> destination)
    {
        KernelThrow.IfBytesAreFewer(Size, destination.Length, nameof(destination));
        PartBytes.WriteHeader<T>(destination, PartBytes.OfEntry, counting: 0);
        BinaryPrimitives.WriteInt64LittleEndian(destination.Slice(8), _place);
        PartBytes.WriteValue(destination.Slice(16), _value);
    }

    /// <summary>The bytes that <see cref="WriteTo"/> writes, in an array of their own.</summary>
    public byte[] ToByteArray()
    {
        byte[] bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>The first of this and another in the order of top-k: <c>+</c>.</summary>
    /// <param name="other">Of another part.</param>
    public RowEntry<T> Add(RowEntry<T> other) => this + other;

    /// <summary>Below 0 where this comes first, above 0 where the other does: sorted entries descend.</summary>
    public int CompareTo(RowEntry<T> other)
    {
        // No entry comes last, whatever the other's value.
        if (_place == 0 || other._place == 0)
        {
            return (_place == 0).CompareTo(other._place == 0);
        }

        return Order<DoubleFormat, double>.IsBefore(_value, other._value) ? -1
            : Order<DoubleFormat, double>.IsBefore(other._value, _value) ? 1
            : _place.CompareTo(other._place);
    }

    /// <inheritdoc/>
    public bool Equals(RowEntry<T> other) => _place == other._place && _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowEntry<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_place.GetHashCode() * 397) ^ _value.GetHashCode());

    /// <summary>The value and its index, for a reader.</summary>
    public override string ToString() => _place == 0 ? "no entry" : string.Format(CultureInfo.InvariantCulture, "{0:R} at {1}", _value, Index);
}
