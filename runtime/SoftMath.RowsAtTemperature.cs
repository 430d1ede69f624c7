using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

/// <content>Rows of a length that is known at run time, at a temperature.</content>
public static partial class SoftMath
{
    /// <summary>Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ). For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="temperature">τ, for all rows: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="probabilities">Destination of the probabilities: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, float, Span{float})" path="/remarks"/>
    public static void SoftmaxRows(ReadOnlySpan<float> logits, float temperature, Span<float> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Rows.Softmax(logits, temperature, probabilities, size);
    }

    /// <inheritdoc cref="SoftmaxRows(ReadOnlySpan{float}, float, Span{float}, int)"/>
    public static void SoftmaxRows(ReadOnlySpan<double> logits, double temperature, Span<double> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Rows.Softmax(logits, temperature, probabilities, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxRows(ReadOnlySpan{float}, float, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxRows<T>(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        WidenedBlocks<T>.Fill(
            logits,
            probabilities,
            size,
            columns: 1,
            static (rows, results, size, temperature) => Rows.Softmax(rows, temperature, results, size),
            float.CreateTruncating(temperature),
            static (rows, results, size, temperature) => Rows.Softmax(rows, temperature, results, size),
            double.CreateTruncating(temperature));
    }
#endif

    /// <summary>Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ). For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="temperature">τ, for all rows: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, float, Span{float})" path="/remarks"/>
    public static void LogSoftmaxRows(ReadOnlySpan<float> logits, float temperature, Span<float> logProbabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Rows.LogSoftmax(logits, temperature, logProbabilities, size);
    }

    /// <inheritdoc cref="LogSoftmaxRows(ReadOnlySpan{float}, float, Span{float}, int)"/>
    public static void LogSoftmaxRows(ReadOnlySpan<double> logits, double temperature, Span<double> logProbabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Rows.LogSoftmax(logits, temperature, logProbabilities, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxRows(ReadOnlySpan{float}, float, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxRows<T>(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        WidenedBlocks<T>.Fill(
            logits,
            logProbabilities,
            size,
            columns: 1,
            static (rows, results, size, temperature) => Rows.LogSoftmax(rows, temperature, results, size),
            float.CreateTruncating(temperature),
            static (rows, results, size, temperature) => Rows.LogSoftmax(rows, temperature, results, size),
            double.CreateTruncating(temperature));
    }
#endif

    /// <summary>Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="temperature">τ, for all rows: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="results">Destination of τ·log Σ exp(xᵢ/τ): one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, float)" path="/remarks"/>
    public static void LogSumExpRows(ReadOnlySpan<float> values, float temperature, Span<float> results, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Rows.LogSumExp(values, temperature, results, size);
    }

    /// <inheritdoc cref="LogSumExpRows(ReadOnlySpan{float}, float, Span{float}, int)"/>
    public static void LogSumExpRows(ReadOnlySpan<double> values, double temperature, Span<double> results, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Rows.LogSumExp(values, temperature, results, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSumExpRows(ReadOnlySpan{float}, float, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSumExpRows<T>(ReadOnlySpan<T> values, T temperature, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedBlocks<T>.Fold(
            values,
            results,
            size,
            columns: 1,
            static (rows, results, size, temperature) => Rows.LogSumExp(rows, temperature, results, size),
            float.CreateTruncating(temperature),
            static (rows, results, size, temperature) => Rows.LogSumExp(rows, temperature, results, size),
            double.CreateTruncating(temperature));
    }
#endif
}
