using System;
using System.Buffers.Binary;

namespace SoftKernels.Numerics;

/// <summary>
/// What begins the bytes of each type that parts are carried in: "SK", the kind, the version of the layout, the size of an element, how weights were counted, two bytes of 0. After it
/// come integers of 64 and 128 bits and doubles, the lowest byte first whatever the machine.
/// </summary>
internal static class PartBytes
{
    /// <summary>Bytes of the header.</summary>
    public const int Header = 8;

    public const byte Version = 1;

    public const byte OfPeak = (byte)'P';

    public const byte OfTotal = (byte)'T';

    public const byte OfEntry = (byte)'E';

    private const byte FirstMark = (byte)'S';

    private const byte SecondMark = (byte)'K';

    /// <summary>Bytes of an element.</summary>
    /// <exception cref="NotSupportedException">It is neither float nor double.</exception>
    public static byte SizeOfElement<T>() => typeof(T) == typeof(float) ? (byte)sizeof(float)
        : typeof(T) == typeof(double) ? (byte)sizeof(double)
        : throw new NotSupportedException($"Rows in parts are of float or of double, and {typeof(T)} is neither. Convert the values first.");

    public static void WriteHeader<T>(Span<byte> destination, byte kind, byte counting)
    {
        destination[0] = FirstMark;
        destination[1] = SecondMark;
        destination[2] = kind;
        destination[3] = Version;
        destination[4] = SizeOfElement<T>();
        destination[5] = counting;
        destination[6] = 0;
        destination[7] = 0;
    }

    /// <summary>How weights were counted.</summary>
    /// <exception cref="FormatException">It is not the header of this kind, version and element.</exception>
    public static byte ReadHeader<T>(ReadOnlySpan<byte> source, byte kind)
    {
        if (source[0] != FirstMark || source[1] != SecondMark)
        {
            throw new FormatException($"The bytes begin with 0x{source[0]:X2}{source[1]:X2}, but with 0x534B, \"SK\", those of {Name(kind)} begin. Pass what WriteTo has written, from its first byte on.");
        }

        if (source[2] != kind)
        {
            throw new FormatException($"The bytes hold {Name(source[2])}, but {Name(kind)} is read here. Read each as what was written.");
        }

        if (source[3] != Version)
        {
            throw new FormatException($"The bytes have version {source[3]} of the layout, but this build of SoftKernels reads version {Version}. Use the same version on all machines.");
        }

        if (source[4] != SizeOfElement<T>())
        {
            throw new FormatException(
                $"The bytes are of a row of {Element(source[4])}, but are read as of {Element(SizeOfElement<T>())}. Read each part as the type that its values have.");
        }

        IfNot(source[6] == 0 && source[7] == 0, kind, "bytes 6 and 7 are 0 in this version");
        return source[5];
    }

    /// <summary>A value of an element, which a double holds.</summary>
    public static double ReadValue<T>(ReadOnlySpan<byte> source, byte kind)
    {
        double value = BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64LittleEndian(source));
        IfNot(typeof(T) != typeof(float) || double.IsNaN(value) || (float)value == value, kind, "its values are floats");
        return double.IsNaN(value) ? double.NaN : value + 0;
    }

    public static void WriteValue(Span<byte> destination, double value) => BinaryPrimitives.WriteInt64LittleEndian(destination, BitConverter.DoubleToInt64Bits(value));

    /// <exception cref="FormatException">What must hold does not.</exception>
    public static void IfNot(bool holds, byte kind, string what)
    {
        if (!holds)
        {
            throw new FormatException($"The bytes can't be {Name(kind)}: {what}. They were changed on their way, or are of something else. Pass what WriteTo has written.");
        }
    }

    private static string Name(byte kind) => kind switch
    {
        OfPeak => "a RowPeak",
        OfTotal => "a RowTotal",
        OfEntry => "a RowEntry",
        _ => $"something unknown (kind 0x{kind:X2})",
    };

    private static string Element(byte size) => size switch
    {
        sizeof(float) => "float",
        sizeof(double) => "double",
        _ => $"something unknown ({size} bytes a value)",
    };
}
