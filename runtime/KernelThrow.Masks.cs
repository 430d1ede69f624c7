using System;
using System.Runtime.CompilerServices;

namespace SoftKernels;

/// <content>What is asked of masks.</content>
public static partial class KernelThrow
{
    /// <summary>Throws unless a span serves all rows of a matrix, with a row's length, or each, with the matrix'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfLengthIsNeither(int size, int matrix, int given, string parameter)
    {
        if (given != size && given != matrix)
        {
            Neither(size, matrix, given, parameter);
        }
    }

    /// <summary>Throws for a row that has more values than a mask has bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void IfLongerThanBits(int given, string parameter)
    {
        if (given > BitsOfMask)
        {
            Bits(given, parameter);
        }
    }

    /// <summary>Throws unless rows have values, no more than a mask has bits, and a length is a whole number of them.</summary>
    internal static void IfNoRowsOfBits(int size, int given, string parameter)
    {
        if (size > BitsOfMask)
        {
            SizeBeyondBits(size, nameof(size));
        }

        IfNoRows(size, given, parameter);
    }

    private const int BitsOfMask = 64;

    private static void Neither(int size, int matrix, int given, string parameter) => throw new ArgumentException(
        $"'{parameter}' holds {given} values, but {size} are needed, the same for all rows, or {matrix}, as many as the matrix has.", parameter);

    private static void Bits(int given, string parameter) => throw new ArgumentException(
        $"'{parameter}' holds {given} values, but a mask of bits says it of {BitsOfMask} at most. Pass a mask of bools.", parameter);

    private static void SizeBeyondBits(int size, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, $"'{parameter}' is {size}, but a mask of bits says it of {BitsOfMask} values a row at most. Pass a mask of bools.");
}
