using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

public static partial class MaskedRows
{
    /// <summary>Copies what takes part of one row, and −∞ for the rest, to where the plain method finds it: what longer rows that are unrolled begin with.</summary>
    public static void LeaveOut(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> results, string parameter)
    {
        Check(logits, results, parameter);
        CheckFlags(logits.Length, mask, results, parameter);
        default(WidestMaskedSingle).Row<LeaveOutOperation<float, FlagMask>, int>(logits, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), results);
    }

    /// <inheritdoc cref="LeaveOut(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, string)"/>
    public static void LeaveOut(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> results, string parameter)
    {
        Check(logits, results, parameter);
        CheckFlags(logits.Length, mask, results, parameter);
        default(WidestMaskedDouble).Row<LeaveOutOperation<double, FlagMask>, int>(logits, ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(mask)), results);
    }

    /// <inheritdoc cref="LeaveOut(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, string)"/>
    public static void LeaveOut(ReadOnlySpan<float> logits, ulong mask, Span<float> results, string parameter)
    {
        Check(logits, results, parameter);
        default(WidestMaskedSingle).Row<LeaveOutOperation<float, BitMask>, int>(logits, ref Unsafe.As<ulong, byte>(ref mask), results);
    }

    /// <inheritdoc cref="LeaveOut(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, string)"/>
    public static void LeaveOut(ReadOnlySpan<double> logits, ulong mask, Span<double> results, string parameter)
    {
        Check(logits, results, parameter);
        default(WidestMaskedDouble).Row<LeaveOutOperation<double, BitMask>, int>(logits, ref Unsafe.As<ulong, byte>(ref mask), results);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check<T>(ReadOnlySpan<T> logits, Span<T> results, string parameter)
    {
        KernelThrow.IfLengthIsNot(logits.Length, results.Length, parameter);
        KernelThrow.IfPartlyOverlapping(logits, results, parameter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckFlags<T>(int length, ReadOnlySpan<bool> mask, Span<T> results, string parameter)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(length, mask.Length, nameof(mask));
        KernelThrow.IfSharingMemory(mask, results, parameter);
    }
}
