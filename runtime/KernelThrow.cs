using System;
using System.ComponentModel;
#if NET
using System.Diagnostics;
#endif
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels;

/// <summary>The checks of generated methods, and the exceptions they end in. Called by generated code; not meant for yours.</summary>
/// <remarks>Hidden from traces, where that can be said, so that these begin with who passed the arguments.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#if NET
[StackTraceHidden]
#endif
public static partial class KernelThrow
{
    /// <summary>Throws unless a span has the length that a method needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfLengthIsNot(int needed, int given, string parameter)
    {
        if (given != needed)
        {
            Length(needed, given, parameter);
        }
    }

    /// <summary>Throws unless a length is a whole number of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfNotRowsOf(int size, int given, string parameter)
    {
        if (given % size != 0)
        {
            Rows(size, given, parameter);
        }
    }

    /// <summary>Throws where writing one span would overwrite what is still to be read of the other: they overlap, but do not begin together.</summary>
    /// <remarks>Compares by itself, because <c>MemoryExtensions.Overlaps</c> is a call, a tenth of what a short row takes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfPartlyOverlapping<T>(ReadOnlySpan<T> source, Span<T> destination, string parameter)
    {
        nint distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination));
        if (distance != 0 && distance < source.Length * (nint)Unsafe.SizeOf<T>() && distance > -destination.Length * (nint)Unsafe.SizeOf<T>())
        {
            Overlap(distance, Unsafe.SizeOf<T>(), parameter);
        }
    }

    /// <summary>Throws where results would be written over what is read as another type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfSharingMemory<T, TWritten>(ReadOnlySpan<T> source, Span<TWritten> destination, string parameter)
        where T : struct
        where TWritten : struct
    {
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(source)), ref Unsafe.As<TWritten, byte>(ref MemoryMarshal.GetReference(destination)));
        if (distance < source.Length * (nint)Unsafe.SizeOf<T>() && distance > -destination.Length * (nint)Unsafe.SizeOf<TWritten>() && !source.IsEmpty && !destination.IsEmpty)
        {
            Shared(parameter);
        }
    }

    /// <summary>Throws where two results would be written over each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfSharingMemory<TFirst, TSecond>(Span<TFirst> first, Span<TSecond> second, string parameter)
        where TFirst : struct
        where TSecond : struct
    {
        if (MemoryMarshal.AsBytes(first).Overlaps(MemoryMarshal.AsBytes(second)))
        {
            SharedByResults(parameter);
        }
    }

    /// <summary>Throws unless there are columns, and a span could hold a block of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfNoColumns(int size, int columns, string parameter)
    {
        IfNotPositive(columns, parameter);
        if ((long)size * columns > int.MaxValue)
        {
            TooManyColumns(size, columns, parameter);
        }
    }

    /// <summary>Throws unless a length is a whole number of blocks of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfNotBlocksOf(int size, int columns, int given, string parameter)
    {
        if (given % (size * columns) != 0)
        {
            Blocks(size, columns, given, parameter);
        }
    }

    /// <summary>Throws for a row without values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void IfEmpty(int given, string parameter)
    {
        if (given == 0)
        {
            Empty(parameter);
        }
    }

    /// <summary>Throws for a temperature that is negative, infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfNoTemperature(double temperature, string parameter)
    {
        if (!(temperature >= 0 && temperature <= double.MaxValue))
        {
            Temperature(temperature, parameter);
        }
    }

    private static void Length(int needed, int given, string parameter) => throw new ArgumentException(
        $"'{parameter}' holds {given} values, but exactly {needed} are needed. Pass a slice of that length.", parameter);

    private static void Rows(int size, int given, string parameter) => throw new ArgumentException(
        $"'{parameter}' holds {given} values, but a multiple of {size} is needed: whole rows of {size} values each.", parameter);

    private static void TooManyColumns(int size, int columns, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, $"'{parameter}' is {columns}, but at most {int.MaxValue / size} are possible: no span holds a block of more columns of {size} values each.");

    private static void Blocks(int size, int columns, int given, string parameter) => throw new ArgumentException(
        $"'{parameter}' holds {given} values, but a multiple of {size * columns} is needed: whole blocks of {columns} columns of {size} values each.", parameter);

    private static void Overlap(nint distance, int size, string parameter)
    {
        nint bytes = distance < 0 ? -distance : distance;
        bool isWhole = bytes % size == 0;
        nint count = isWhole ? bytes / size : bytes;
        string gap = $"{count} {(isWhole ? "value" : "byte")}{(count == 1 ? "" : "s")}";
        throw new ArgumentException(
            $"'{parameter}' begins {gap} {(distance < 0 ? "before" : "after")} the input and overlaps it, so results would overwrite values still to be read. "
            + "Pass the same span as the input, to work in place, or one apart from it.",
            parameter);
    }

    private static void Shared(string parameter) => throw new ArgumentException(
        $"'{parameter}' shares memory with the input, so results would overwrite values still to be read. Pass a span apart from it.", parameter);

    private static void SharedByResults(string parameter) => throw new ArgumentException(
        $"'{parameter}' shares memory with the other results, so these would overwrite each other. Pass spans apart.", parameter);

    private static void Temperature(double temperature, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, temperature, $"'{parameter}' is {temperature.ToString(CultureInfo.InvariantCulture)}, but 0 or a positive finite number is needed. 0 is the limit, where the maximum takes all.");

    private static void Empty(string parameter) => throw new ArgumentException(
        $"'{parameter}' holds 0 values, but at least 1 is needed: no values have no maximum.", parameter);
}
