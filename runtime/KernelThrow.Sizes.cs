using System;
using System.Runtime.CompilerServices;

namespace SoftKernels;

/// <content>What the library asks where a size is known at run time only. Callers name theirs <c>size</c> and <c>columns</c>.</content>
public static partial class KernelThrow
{
    /// <summary>Throws unless rows have values and a length is a whole number of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void IfNoRows(int size, int given, string parameter)
    {
        IfNotPositive(size, nameof(size));
        IfNotRowsOf(size, given, parameter);
    }

    /// <summary>Throws unless blocks have values, a span could hold one, and a length is a whole number of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void IfNoBlocks(int size, int columns, int given, string parameter)
    {
        IfNotPositive(size, nameof(size));
        IfNoColumns(size, columns, nameof(columns));
        IfNotBlocksOf(size, columns, given, parameter);
    }

    private static void IfNotPositive(int given, string parameter)
    {
        if (given <= 0)
        {
            NotPositive(given, parameter);
        }
    }

    private static void NotPositive(int given, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, $"'{parameter}' is {given}, but at least 1 is needed.");
}
