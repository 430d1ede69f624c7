#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoftKernels.Numerics;

/// <summary>Half to float and back, at the widest registers that there are and the values fill. .NET has no instructions for it, and converts one by one.</summary>
internal static class Halves
{
    /// <summary>Exact; a NaN stays one.</summary>
    public static void ToSingles(ReadOnlySpan<Half> values, Span<float> singles)
    {
        if (Vector512.IsHardwareAccelerated && values.Length >= HalfLanes512.Count)
        {
            Widen<HalfLanes512>(values, singles);
        }
        else if (Vector256.IsHardwareAccelerated && values.Length >= HalfLanes256.Count)
        {
            Widen<HalfLanes256>(values, singles);
        }
        else if (Vector128.IsHardwareAccelerated && values.Length >= HalfLanes128.Count)
        {
            Widen<HalfLanes128>(values, singles);
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                singles[i] = (float)values[i];
            }
        }
    }

    /// <summary>Results, each rounded once: to nearest, ties to even. What rounds to a zero is +0.</summary>
    public static void FromSingles(ReadOnlySpan<float> singles, Span<Half> results)
    {
        if (Vector512.IsHardwareAccelerated && results.Length >= HalfLanes512.Count)
        {
            Narrow<HalfLanes512>(singles, results);
        }
        else if (Vector256.IsHardwareAccelerated && results.Length >= HalfLanes256.Count)
        {
            Narrow<HalfLanes256>(singles, results);
        }
        else if (Vector128.IsHardwareAccelerated && results.Length >= HalfLanes128.Count)
        {
            Narrow<HalfLanes128>(singles, results);
        }
        else
        {
            for (int i = 0; i < results.Length; i++)
            {
                results[i] = FromSingle(singles[i]);
            }
        }
    }

    /// <inheritdoc cref="FromSingles"/>
    public static Half FromSingle(float result)
    {
        // Zeros and NaNs as the registers leave them.
        Half rounded = (Half)result;
        return rounded == Half.Zero ? Half.Zero
            : !float.IsNaN(result) ? rounded
            : BitConverter.UInt16BitsToHalf((ushort)(HalfFormat.QuietNaN | (float.IsNegative(result) ? HalfFormat.SignOfHalf : 0)));
    }

    /// <summary>A register of them at least; the last may overlap the one before it, or be the same.</summary>
    /// <remarks>Stores as wide as the loads of the kernels: what was just written in parts can't be read as a whole before it has left the processor's buffer.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    internal static void Widen<TLanes>(ReadOnlySpan<Half> values, Span<float> singles)
        where TLanes : struct, IHalfLanes
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        ref ushort source = ref Unsafe.As<Half, ushort>(ref MemoryMarshal.GetReference(values));
        ref float destination = ref MemoryMarshal.GetReference(singles);
        nint last = values.Length - TLanes.Count;
        nint i = 0;
        for (; i + TLanes.Count < last; i += 2 * TLanes.Count)
        {
            TLanes.Widen(ref source, ref destination, i, i + TLanes.Count);
        }

        TLanes.Widen(ref source, ref destination, nint.Min(i, last), last);
    }

    /// <inheritdoc cref="Widen"/>
    [MethodImpl(KernelOptions.Optimized)]
    internal static void Narrow<TLanes>(ReadOnlySpan<float> singles, Span<Half> results)
        where TLanes : struct, IHalfLanes
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        ref float source = ref MemoryMarshal.GetReference(singles);
        ref ushort destination = ref Unsafe.As<Half, ushort>(ref MemoryMarshal.GetReference(results));
        nint last = results.Length - TLanes.Count;
        nint i = 0;
        for (; i + TLanes.Count < last; i += 2 * TLanes.Count)
        {
            TLanes.Narrow(ref source, ref destination, i, i + TLanes.Count);
        }

        TLanes.Narrow(ref source, ref destination, nint.Min(i, last), last);
    }
}
#endif
