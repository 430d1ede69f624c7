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
        TVector x = default(TLanes).LoadShort(ref MemoryMarshal.GetReference(values), values.Length);
        return IsAnyNaN(x) ? default(TFormat).NaN : default(TLanes).ToScalar(Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(x));
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static int ArgMaxOfShort(ReadOnlySpan<T> values)
    {
        TVector x = default(TLanes).LoadShort(ref MemoryMarshal.GetReference(values), values.Length);
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
        TVector x = lanes.LoadShort(ref MemoryMarshal.GetReference(logits), logits.Length);
        TVector max = Kernel<TLanes, TFormat, TVector, TBits, T>.MaxInEveryLane(x);
        if (IsAnyNaN(x) || !format.IsOrdinary(lanes.ToScalar(max)))
        {
            SoftmaxOfPadded(logits, probabilities);
            return;
        }

        TVector weight = Kernel<TLanes, TFormat, TVector, TBits, T>.Weight(
            x, Kernel<TLanes, TFormat, TVector, TBits, T>.Scale(max), Kernel<TLanes, TFormat, TVector, TBits, T>.Lowest(max));
        TVector inverse = lanes.Create(format.Reciprocal(Kernel<TLanes, TFormat, TVector, TBits, T>.TotalOf(weight)));
        lanes.StoreShort(lanes.Multiply(weight, inverse), ref MemoryMarshal.GetReference(probabilities), logits.Length);
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
    private static void Pad(ref T row, int length, ref T padded) => default(TLanes).Store(default(TLanes).LoadShort(ref row, length), ref padded, 0);
}
