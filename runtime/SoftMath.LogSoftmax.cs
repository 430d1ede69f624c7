using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Log-softmax: xᵢ − log Σ exp(xⱼ), accurate near 0 too.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>Within 3 ULP. A NaN makes every result NaN; k values of +∞ give −log k and all others −∞; a row of −∞ only gives all −∞. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (!logits.IsEmpty)
        {
            default(WidestSingle).Row<LogSoftmaxOperation<float>, float>(default, logits, logProbabilities);
        }
    }

    /// <summary>Log-softmax: xᵢ − log Σ exp(xⱼ), accurate near 0 too.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP. A NaN makes every result NaN; k values of +∞ give −log k and all others −∞; a row of −∞ only gives all −∞. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void LogSoftmax(ReadOnlySpan<double> logits, Span<double> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (!logits.IsEmpty)
        {
            default(WidestDouble).Row<LogSoftmaxOperation<double>, double>(default, logits, logProbabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void LogSoftmax<T>(ReadOnlySpan<T> logits, Span<T> logProbabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            LogSoftmax(copy.Values, copy.Values);
            copy.CopyTo(logProbabilities);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            LogSoftmax(copy.Values, copy.Values);
            copy.CopyTo(logProbabilities);
        }
    }
#endif
}
