using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>The index of the first maximum of what a mask lets take part. Nothing is stored: what is left out is so where it is loaded, in both passes.</content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Rows of two registers at most; longer ones in loops; one value after the other where there is a NaN, or nothing above −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IRows<T>.MaskedArgMax<TMask>(ReadOnlySpan<T> values, ref byte mask)
    {
        int index = FitsRegisters(values.Length) ? MaskedArgMaxInRegisters<TMask>(values, ref mask)
            : values.Length >= default(TLanes).Count ? MaskedArgMaxInLoops<TMask>(values, ref mask)
            : -1;
        return index >= 0 ? index : MaskedArgMaxOneByOne<TMask>(values, ref mask);
    }

    /// <summary>−1 where the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static int MaskedArgMaxInRegisters<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector first = FirstTakingPart<TMask>(values, ref mask);
        TVector upper = UpperTakingPart<TMask>(values, ref mask);
        TVector sum = lanes.Add(first, upper);
        TVector max = lanes.MaxInEveryLane(lanes.Max(first, upper));
        if (!lanes.AreEqual(sum, sum) || lanes.ToScalar(max).Equals(default(TFormat).NegativeInfinity))
        {
            return -1;
        }

        int more = values.Length - lanes.Count;
        ulong matches = IsHalves(values.Length) ? kernel.MatchesOfRow(first, max, values.Length) : lanes.EqualMask(first, max);
        return kernel.FirstOf(more > 0 ? matches | (lanes.EqualMask(upper, max) << more) : matches);
    }

    /// <inheritdoc cref="MaskedArgMaxInRegisters"/>
    [MethodImpl(KernelOptions.Optimized)]
    private static int MaskedArgMaxInLoops<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        int last = values.Length - lanes.Count;
        TVector max = TakingPart<TMask>(lanes.Load(ref source, last), ref mask, last);
        TVector sum = max;
        int i = 0;
        for (; i < last - lanes.Count; i += 2 * lanes.Count)
        {
            TVector register = TakingPart<TMask>(lanes.Load(ref source, i), ref mask, i);
            TVector next = TakingPart<TMask>(lanes.Load(ref source, i + lanes.Count), ref mask, i + lanes.Count);
            max = lanes.Max(max, lanes.Max(register, next));
            sum = lanes.Add(sum, lanes.Add(register, next));
        }

        if (i < last)
        {
            TVector register = TakingPart<TMask>(lanes.Load(ref source, i), ref mask, i);
            max = lanes.Max(max, register);
            sum = lanes.Add(sum, register);
        }

        max = lanes.MaxInEveryLane(max);
        if (!lanes.AreEqual(sum, sum) || lanes.ToScalar(max).Equals(default(TFormat).NegativeInfinity))
        {
            return -1;
        }

        if (last <= MostValuesMatchedAtOnce - lanes.Count)
        {
            // Without a branch that depends on where it stands.
            ulong matches = kernel.Matches(TakingPart<TMask>(lanes.Load(ref source, last), ref mask, last), max, last);
            for (i = 0; i < last; i += lanes.Count)
            {
                matches |= kernel.Matches(TakingPart<TMask>(lanes.Load(ref source, i), ref mask, i), max, i);
            }

            return kernel.FirstOf(matches);
        }

        for (i = 0; ; i = Math.Min(i + lanes.Count, last))
        {
            ulong matches = lanes.EqualMask(TakingPart<TMask>(lanes.Load(ref source, i), ref mask, i), max);
            if (matches != 0)
            {
                return i + kernel.FirstOf(matches);
            }
        }
    }

    /// <summary>The first NaN, else the first maximum, be it −∞; −1 where nothing takes part.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static int MaskedArgMaxOneByOne<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        T max = default;
        int index = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!TakesPart<TMask>(ref mask, i))
            {
                continue;
            }

            if (default(TFormat).IsNaN(values[i]))
            {
                return i;
            }

            // −0 equals +0, and the first of equals stays.
            if (index < 0 || !lanes.ToScalar(lanes.Max(lanes.Create(values[i]), lanes.Create(max))).Equals(max))
            {
                max = values[i];
                index = i;
            }
        }

        return index;
    }
}
