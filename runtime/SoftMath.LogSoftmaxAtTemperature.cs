using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it; values are not divided by it first, which would lose digits.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Within 3 ULP. At 0, the limit, k greatest values have −log k each, and all others −∞. A NaN makes every result NaN; k values of +∞ have −log k each, and all others −∞; a row of −∞ only gives all −∞. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void LogSoftmax(ReadOnlySpan<float> logits, float temperature, Span<float> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (temperature == 1)
        {
            LogSoftmax(logits, logProbabilities);
        }
        else if (!logits.IsEmpty)
        {
            default(WidestSingle).Row<LogSoftmaxAtTemperature<float>, float>(new() { Temperature = temperature }, logits, logProbabilities);
        }
    }

    /// <summary>Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it; values are not divided by it first, which would lose digits.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP. At 0, the limit, k greatest values have −log k each, and all others −∞. A NaN makes every result NaN; k values of +∞ have −log k each, and all others −∞; a row of −∞ only gives all −∞. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void LogSoftmax(ReadOnlySpan<double> logits, double temperature, Span<double> logProbabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        if (temperature == 1)
        {
            LogSoftmax(logits, logProbabilities);
        }
        else if (!logits.IsEmpty)
        {
            default(WidestDouble).Row<LogSoftmaxAtTemperature<double>, double>(new() { Temperature = temperature }, logits, logProbabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, float, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void LogSoftmax<T>(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        if (Widened<T>.FitsSingle)
        {
            KernelThrow.IfNoTemperature(float.CreateTruncating(temperature), nameof(temperature));
            KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            LogSoftmax(copy.Values, float.CreateTruncating(temperature), copy.Values);
            copy.CopyTo(logProbabilities);
        }
        else
        {
            KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
            KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            LogSoftmax(copy.Values, double.CreateTruncating(temperature), copy.Values);
            copy.CopyTo(logProbabilities);
        }
    }
#endif
}
