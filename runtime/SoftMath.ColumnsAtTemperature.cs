using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

/// <content>Columns of a length that is known at run time, at a temperature.</content>
public static partial class SoftMath
{
    /// <summary>Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ). For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="temperature">τ, for all columns: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="probabilities">Destination of the probabilities: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, float, Span{float})" path="/remarks"/>
    public static void SoftmaxColumns(ReadOnlySpan<float> logits, float temperature, Span<float> probabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Columns.Softmax(logits, temperature, probabilities, size, columns);
    }

    /// <inheritdoc cref="SoftmaxColumns(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    public static void SoftmaxColumns(ReadOnlySpan<double> logits, double temperature, Span<double> probabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Columns.Softmax(logits, temperature, probabilities, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxColumns(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxColumns<T>(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        WidenedBlocks<T>.Fill(
            logits,
            probabilities,
            size,
            columns,
            static (blocks, results, size, at) => Columns.Softmax(blocks, at.Temperature, results, size, at.Columns),
            (Temperature: float.CreateTruncating(temperature), Columns: columns),
            static (blocks, results, size, at) => Columns.Softmax(blocks, at.Temperature, results, size, at.Columns),
            (Temperature: double.CreateTruncating(temperature), Columns: columns));
    }
#endif

    /// <summary>Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ). For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="temperature">τ, for all columns: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, float, Span{float})" path="/remarks"/>
    public static void LogSoftmaxColumns(ReadOnlySpan<float> logits, float temperature, Span<float> logProbabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Columns.LogSoftmax(logits, temperature, logProbabilities, size, columns);
    }

    /// <inheritdoc cref="LogSoftmaxColumns(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    public static void LogSoftmaxColumns(ReadOnlySpan<double> logits, double temperature, Span<double> logProbabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Columns.LogSoftmax(logits, temperature, logProbabilities, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxColumns(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxColumns<T>(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        WidenedBlocks<T>.Fill(
            logits,
            logProbabilities,
            size,
            columns,
            static (blocks, results, size, at) => Columns.LogSoftmax(blocks, at.Temperature, results, size, at.Columns),
            (Temperature: float.CreateTruncating(temperature), Columns: columns),
            static (blocks, results, size, at) => Columns.LogSoftmax(blocks, at.Temperature, results, size, at.Columns),
            (Temperature: double.CreateTruncating(temperature), Columns: columns));
    }
#endif

    /// <summary>Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="values">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="temperature">τ, for all columns: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="results">Destination of τ·log Σ exp(xᵢ/τ): for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, float)" path="/remarks"/>
    public static void LogSumExpColumns(ReadOnlySpan<float> values, float temperature, Span<float> results, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Columns.LogSumExp(values, temperature, results, size, columns);
    }

    /// <inheritdoc cref="LogSumExpColumns(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    public static void LogSumExpColumns(ReadOnlySpan<double> values, double temperature, Span<double> results, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Columns.LogSumExp(values, temperature, results, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSumExpColumns(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSumExpColumns<T>(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedBlocks<T>.Fold(
            values,
            results,
            size,
            columns,
            static (blocks, results, size, at) => Columns.LogSumExp(blocks, at.Temperature, results, size, at.Columns),
            (Temperature: float.CreateTruncating(temperature), Columns: columns),
            static (blocks, results, size, at) => Columns.LogSumExp(blocks, at.Temperature, results, size, at.Columns),
            (Temperature: double.CreateTruncating(temperature), Columns: columns));
    }
#endif
}
