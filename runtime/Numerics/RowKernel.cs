using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <summary>
/// The operations on one row of any length, at one register width. A row is read in whole registers; the last one overlaps the
/// one before it, and a row shorter than a register is copied into one.
/// </summary>
internal static partial class RowKernel<TLanes, TFormat, TVector, TBits, T>
    where TLanes : struct, ILanes<TVector, TBits, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>The maximum, or NaN where there is one.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static T Max(ReadOnlySpan<T> values)
    {
        TLanes lanes = default;
        if (values.Length < lanes.Count)
        {
            return MaxOfShort(values);
        }

        ref T source = ref MemoryMarshal.GetReference(values);
        TVector max = lanes.Load(ref source, values.Length - lanes.Count);

        // A sum keeps a NaN, which a maximum may drop.
        TVector sum = max;
        int i = 0;
        for (; i <= values.Length - (4 * lanes.Count); i += 4 * lanes.Count)
        {
            TVector a = lanes.Load(ref source, i);
            TVector b = lanes.Load(ref source, i + lanes.Count);
            TVector c = lanes.Load(ref source, i + (2 * lanes.Count));
            TVector d = lanes.Load(ref source, i + (3 * lanes.Count));
            max = lanes.Max(max, lanes.Max(lanes.Max(a, b), lanes.Max(c, d)));
            sum = lanes.Add(sum, lanes.Add(lanes.Add(a, b), lanes.Add(c, d)));
        }

        for (; i <= values.Length - lanes.Count; i += lanes.Count)
        {
            TVector x = lanes.Load(ref source, i);
            max = lanes.Max(max, x);
            sum = lanes.Add(sum, x);
        }

        // The register must not outlive the call below: it would be spilled, in the loop.
        T greatest = lanes.ToScalar(Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(max));
        return IsAnyNaN(sum) ? NaNOr(greatest, values) : greatest;
    }

    /// <summary>The index of the first NaN, else of the first maximum.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static int ArgMax(ReadOnlySpan<T> values)
    {
        TLanes lanes = default;
        if (values.Length < lanes.Count)
        {
            return ArgMaxOfShort(values);
        }

        ref T source = ref MemoryMarshal.GetReference(values);
        int last = values.Length - lanes.Count;
        if (last <= lanes.Count)
        {
            // One register or two, which overlap.
            TVector lower = lanes.Load(ref source, 0);
            TVector upper = lanes.Load(ref source, last);
            if (!IsAnyNaN(lanes.Add(lower, upper)))
            {
                TVector greatest = Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(lanes.Max(lower, upper));
                return TrailingZeros(lanes.EqualMask(lower, greatest) | (lanes.EqualMask(upper, greatest) << last));
            }
        }

        T max = Max(values);
        if (default(TFormat).IsNaN(max))
        {
            return IndexOfNaN(values);
        }

        TVector wanted = lanes.Create(max);
        for (int i = 0; ; i = Math.Min(i + lanes.Count, last))
        {
            ulong mask = lanes.EqualMask(lanes.Load(ref source, i), wanted);
            if (mask != 0)
            {
                return i + TrailingZeros(mask);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAnyNaN(TVector vector)
    {
        TLanes lanes = default;
        return lanes.EqualMask(vector, vector) != (1UL << lanes.Count) - 1;
    }

    /// <summary>NaN if there is one: a sum is NaN where infinities meet, too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T NaNOr(T max, ReadOnlySpan<T> values) => IndexOfNaN(values) < 0 ? max : default(TFormat).NaN;

    private static int IndexOfNaN(ReadOnlySpan<T> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (default(TFormat).IsNaN(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int TrailingZeros(ulong mask)
    {
#if NET8_0_OR_GREATER
        return System.Numerics.BitOperations.TrailingZeroCount(mask);
#else
        // One lane a register: two bits at most.
        return (int)(~mask & 1);
#endif
    }
}
