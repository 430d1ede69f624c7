using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Rows shorter than a register, with −∞ in the lanes that they leave. In methods of their own: memory on the stack guards
/// every call of a method that has any, a nanosecond that longer rows need not pay.
/// </content>
internal static partial class RowKernel<TLanes, TFormat, TVector, TBits, T>
{
    private const int WidestRegister = 16;

    [MethodImpl(KernelOptions.Optimized)]
    private static T MaxOfShort(ReadOnlySpan<T> values)
    {
        TVector x = LoadShort(ref MemoryMarshal.GetReference(values), values.Length);
        return IsAnyNaN(x) ? default(TFormat).NaN : default(TLanes).ToScalar(Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(x));
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static int ArgMaxOfShort(ReadOnlySpan<T> values)
    {
        TVector x = LoadShort(ref MemoryMarshal.GetReference(values), values.Length);
        return IsAnyNaN(x)
            ? IndexOfNaN(values)
            : TrailingZeros(default(TLanes).EqualMask(x, Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(x)));
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static (T Max, T Shift, T Second, Pair<T> Others) SumRestOfShort(ReadOnlySpan<T> values, out bool isSpecial)
    {
        Span<T> padded = stackalloc T[WidestRegister];
        Pad(ref MemoryMarshal.GetReference(values), values.Length, ref MemoryMarshal.GetReference(padded));
        return SumRest(padded.Slice(0, default(TLanes).Count), out isSpecial);
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void SoftmaxOfShort(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector x = LoadShort(ref MemoryMarshal.GetReference(logits), logits.Length);
        TVector max = Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(x);
        if (IsAnyNaN(x) || !format.IsOrdinary(lanes.ToScalar(max)))
        {
            SoftmaxOfPadded(logits, probabilities);
            return;
        }

        TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(
            x, Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(max), Kernel<TLanes, TFormat, TVector, TBits, T>.Lowest(max));
        TVector inverse = lanes.Create(format.Reciprocal(Kernel<TLanes, TFormat, TVector, TBits, T>.TotalOf(weight)));
        StoreShort(lanes.Multiply(weight, inverse), ref MemoryMarshal.GetReference(probabilities), logits.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SoftmaxOfPadded(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        Span<T> padded = stackalloc T[WidestRegister];
        Pad(ref MemoryMarshal.GetReference(logits), logits.Length, ref MemoryMarshal.GetReference(padded));
        padded = padded.Slice(0, default(TLanes).Count);
        Softmax(padded, padded);
        padded.Slice(0, probabilities.Length).CopyTo(probabilities);
    }

    /// <summary>By one store: a register read from several waits for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pad(ref T row, int length, ref T padded) => default(TLanes).Store(LoadShort(ref row, length), ref padded, 0);

    /// <summary>Fewer elements than a register has lanes, and −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadShort(ref T source, int count)
    {
        TLanes lanes = default;
        TVector row = lanes.Create(source);
        for (int i = 1; i < count; i++)
        {
            row = lanes.KeepLast(lanes.Create(Unsafe.Add(ref source, i)), lanes.Count - i, row);
        }

        return lanes.KeepLast(lanes.Create(default(TFormat).NegativeInfinity), lanes.Count - count, row);
    }

    /// <summary>Stores that many elements of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreShort(TVector row, ref T destination, int count)
    {
        TLanes lanes = default;
        for (int i = 0; i < count; i++)
        {
            TVector first = row;
            first = (i & 8) != 0 ? lanes.Exchange(first, 8) : first;
            first = (i & 4) != 0 ? lanes.Exchange(first, 4) : first;
            first = (i & 2) != 0 ? lanes.Exchange(first, 2) : first;
            first = (i & 1) != 0 ? lanes.Exchange(first, 1) : first;
            Unsafe.Add(ref destination, i) = lanes.ToScalar(first);
        }
    }
}
