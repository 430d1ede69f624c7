using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it; values are not divided by it first, which would lose digits.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP, however long the row and whatever the temperature. At 0, the limit, k greatest values share 1 as 1/k. A NaN makes every result NaN; k values of +∞ share 1 as 1/k; a row of −∞ only gives all 0. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Softmax(ReadOnlySpan<float> logits, float temperature, Span<float> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (temperature == 1)
        {
            Softmax(logits, probabilities);
        }
        else if (!logits.IsEmpty)
        {
            default(WidestSingle).Row<SoftmaxAtTemperature<float>, float>(new() { Temperature = temperature }, logits, probabilities);
        }
    }

    /// <summary>Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it; values are not divided by it first, which would lose digits.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Within 4 ULP (5 without fused multiply-add), however long the row and whatever the temperature. At 0, the limit, k greatest values share 1 as 1/k. A NaN makes every result NaN; k values of +∞ share 1 as 1/k; a row of −∞ only gives all 0. An empty row gives nothing.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static void Softmax(ReadOnlySpan<double> logits, double temperature, Span<double> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (temperature == 1)
        {
            Softmax(logits, probabilities);
        }
        else if (!logits.IsEmpty)
        {
            default(WidestDouble).Row<SoftmaxAtTemperature<double>, double>(new() { Temperature = temperature }, logits, probabilities);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, float, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static void Softmax<T>(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        if (Widened<T>.FitsSingle)
        {
            KernelThrow.IfNoTemperature(float.CreateTruncating(temperature), nameof(temperature));
            KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            Softmax(copy.Values, float.CreateTruncating(temperature), copy.Values);
            copy.CopyTo(probabilities);
        }
        else
        {
            KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
            KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            Softmax(copy.Values, double.CreateTruncating(temperature), copy.Values);
            copy.CopyTo(probabilities);
        }
    }
#endif
}
