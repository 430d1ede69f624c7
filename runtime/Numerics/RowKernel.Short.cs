using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// Rows shorter than a register, copied into one, where −∞ follows them. In methods of their own: memory on the stack guards
/// every call of a method that has any, a nanosecond that longer rows need not pay.
/// </content>
internal static partial class RowKernel<TLanes, TFormat, TVector, TBits, T>
{
    private const int WidestRegister = 16;

    [MethodImpl(KernelOptions.Optimized)]
    private static T MaxOfShort(ReadOnlySpan<T> values) => Max(Pad(values, stackalloc T[WidestRegister]));

    [MethodImpl(KernelOptions.Optimized)]
    private static int ArgMaxOfShort(ReadOnlySpan<T> values) => ArgMax(Pad(values, stackalloc T[WidestRegister]));

    [MethodImpl(KernelOptions.Optimized)]
    private static (T Max, T Shift, T Second, Pair<T> Others) SumRestOfShort(ReadOnlySpan<T> values, out bool isSpecial) =>
        SumRest(Pad(values, stackalloc T[WidestRegister]), out isSpecial);

    [MethodImpl(KernelOptions.Optimized)]
    private static void SoftmaxOfShort(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        Span<T> padded = Pad(logits, stackalloc T[WidestRegister]);
        Softmax(padded, padded);
        padded.Slice(0, probabilities.Length).CopyTo(probabilities);
    }

    private static Span<T> Pad(ReadOnlySpan<T> row, Span<T> buffer)
    {
        buffer = buffer.Slice(0, default(TLanes).Count);
        buffer.Fill(default(TFormat).NegativeInfinity);
        row.CopyTo(buffer);
        return buffer;
    }
}
