using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="uniform">u, from 0 to below 1.</param>
    /// <returns>The index that is drawn; −1 where nothing has weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 0 to below 1.</exception>
    /// <remarks>Weights are the integers that softmax sums, exp(xᵢ − max) in units of 2^-44 (double: 2^-91) of about the greatest; with C their cumulative sums and S the last, what is drawn is the first i with Cᵢ &gt; u·S, exactly. So the same row and number draw the same on every machine, and what has no weight is never drawn. k values of +∞ have the same chance; a NaN, or −∞ everywhere, gives −1, as no values do. docs/numerics.md says what chance a value has.</remarks>
    public static int Sample(ReadOnlySpan<float> logits, double uniform)
    {
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return logits.IsEmpty ? -1 : Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, uniform);
    }

    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, double)"/>
    public static int Sample(ReadOnlySpan<double> logits, double uniform)
    {
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return logits.IsEmpty ? -1 : Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, uniform);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, double)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static int Sample<T>(ReadOnlySpan<T> logits, double uniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return WidenedChoices<T>.Sample(logits, T.One, default, uniform);
    }
#endif

    /// <summary>A draw from softmax, by a number u from 0 to below 1: the index of a value. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="uniforms">u, from 0 to below 1: one for each row.</param>
    /// <param name="indices">Destination of the indices that are drawn: one for each row. −1 where nothing has weight.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or a number is not from 0 to below 1. Nothing has been written.</exception>
    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, double)" path="/remarks"/>
    public static void SampleRows(ReadOnlySpan<float> logits, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckSamples(logits, uniforms, indices, size);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, 1, default, uniforms, indices, size);
    }

    /// <inheritdoc cref="SampleRows(ReadOnlySpan{float}, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void SampleRows(ReadOnlySpan<double> logits, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckSamples(logits, uniforms, indices, size);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, 1, default, uniforms, indices, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SampleRows(ReadOnlySpan{float}, ReadOnlySpan{double}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SampleRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckSamples(logits, uniforms, indices, size);
        WidenedChoices<T>.Sample(logits, T.One, default, uniforms, indices, size);
    }
#endif

    /// <summary>A draw from softmax at a temperature τ, by a number u from 0 to below 1: the index of a value.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the draws of the method without it; at 0, the limit, k greatest values have the same chance.</param>
    /// <param name="uniform">u, from 0 to below 1.</param>
    /// <returns>The index that is drawn; −1 where nothing has weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN, or the number is not from 0 to below 1.</exception>
    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, double)" path="/remarks"/>
    public static int Sample(ReadOnlySpan<float> logits, float temperature, double uniform)
    {
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return logits.IsEmpty ? -1 : Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, temperature, uniform);
    }

    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, float, double)"/>
    public static int Sample(ReadOnlySpan<double> logits, double temperature, double uniform)
    {
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return logits.IsEmpty ? -1 : Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, temperature, uniform);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, float, double)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static int Sample<T>(ReadOnlySpan<T> logits, T temperature, double uniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfNoUniform(uniform, nameof(uniform));
        return WidenedChoices<T>.Sample(logits, temperature, default, uniform);
    }
#endif

    /// <summary>A draw from softmax at a temperature τ, by a number u from 0 to below 1: the index of a value. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="temperature">τ, for all rows: 0 or a positive finite number. 1 gives the draws of the method without it; at 0, the limit, k greatest values have the same chance.</param>
    /// <param name="uniforms">u, from 0 to below 1: one for each row.</param>
    /// <param name="indices">Destination of the indices that are drawn: one for each row. −1 where nothing has weight.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or the temperature is negative, infinite or NaN, or a number is not from 0 to below 1. Nothing has been written.</exception>
    /// <inheritdoc cref="Sample(ReadOnlySpan{float}, double)" path="/remarks"/>
    public static void SampleRows(ReadOnlySpan<float> logits, float temperature, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        CheckSamples(logits, uniforms, indices, size);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.Sample(logits, temperature, default, uniforms, indices, size);
    }

    /// <inheritdoc cref="SampleRows(ReadOnlySpan{float}, float, ReadOnlySpan{double}, Span{int}, int)"/>
    public static void SampleRows(ReadOnlySpan<double> logits, double temperature, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        CheckSamples(logits, uniforms, indices, size);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.Sample(logits, temperature, default, uniforms, indices, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SampleRows(ReadOnlySpan{float}, float, ReadOnlySpan{double}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SampleRows<T>(ReadOnlySpan<T> logits, T temperature, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        CheckSamples(logits, uniforms, indices, size);
        WidenedChoices<T>.Sample(logits, temperature, default, uniforms, indices, size);
    }
#endif
}
