#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <summary>Masks for a register that overlaps the one before it: lanes that were seen already are 0, the last ones all ones.</summary>
internal static class TailMasks
{
    private static ReadOnlySpan<int> Singles =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
    ];

    private static ReadOnlySpan<long> Doubles =>
    [
        0, 0, 0, 0, 0, 0, 0, 0,
        -1, -1, -1, -1, -1, -1, -1, -1,
    ];

    /// <summary>Where a mask of <paramref name="lanes"/> lanes begins whose last <paramref name="count"/> are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref int Single(int lanes, int count) => ref Unsafe.Add(ref MemoryMarshal.GetReference(Singles), 16 - lanes + count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Double(int lanes, int count) => ref Unsafe.Add(ref MemoryMarshal.GetReference(Doubles), 8 - lanes + count);
}
#endif
