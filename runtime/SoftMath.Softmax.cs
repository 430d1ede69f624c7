using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Softmax: exp(xᵢ) / Σ exp(xⱼ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP, however long the row. A NaN makes every result NaN; k values of +∞ share 1 as 1/k; a row of −∞ only gives all 0. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (!logits.IsEmpty)
        {
            default(WidestSingle).Row<SoftmaxOperation<float>, float>(default, logits, probabilities);
        }
    }

    /// <summary>Softmax: exp(xᵢ) / Σ exp(xⱼ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP (5 without fused multiply-add), however long the row. A NaN makes every result NaN; k values of +∞ share 1 as 1/k; a row of −∞ only gives all 0. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Softmax(ReadOnlySpan<double> logits, Span<double> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (!logits.IsEmpty)
        {
            default(WidestDouble).Row<SoftmaxOperation<double>, double>(default, logits, probabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void Softmax<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            Softmax(copy.Values, copy.Values);
            copy.CopyTo(probabilities);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            Softmax(copy.Values, copy.Values);
            copy.CopyTo(probabilities);
        }
    }
#endif
}
