using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

/// <content>Columns of a length that is known at run time: along an axis that is not the last.</content>
public static partial class SoftMath
{
    /// <summary>Softmax: exp(xᵢ) / Σ exp(xⱼ). For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="probabilities">Destination of the probabilities: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void SoftmaxColumns(ReadOnlySpan<float> logits, Span<float> probabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Columns.Softmax(logits, probabilities, size, columns);
    }

    /// <inheritdoc cref="SoftmaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void SoftmaxColumns(ReadOnlySpan<double> logits, Span<double> probabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Columns.Softmax(logits, probabilities, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxColumns<T>(ReadOnlySpan<T> logits, Span<T> probabilities, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        WidenedBlocks<T>.Fill(logits, probabilities, size, columns, Columns.Softmax, Columns.Softmax);
    }
#endif

    /// <summary>Log-softmax: xᵢ − log Σ exp(xⱼ), accurate near 0 too. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void LogSoftmaxColumns(ReadOnlySpan<float> logits, Span<float> logProbabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Columns.LogSoftmax(logits, logProbabilities, size, columns);
    }

    /// <inheritdoc cref="LogSoftmaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void LogSoftmaxColumns(ReadOnlySpan<double> logits, Span<double> logProbabilities, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Columns.LogSoftmax(logits, logProbabilities, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxColumns<T>(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        WidenedBlocks<T>.Fill(logits, logProbabilities, size, columns, Columns.LogSoftmax, Columns.LogSoftmax);
    }
#endif

    /// <summary>Log-sum-exp: log Σ exp(xᵢ), the smooth maximum. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="values">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="results">Destination of log Σ exp(xᵢ), in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float})" path="/remarks"/>
    public static void LogSumExpColumns(ReadOnlySpan<float> values, Span<float> results, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Columns.LogSumExp(values, results, size, columns);
    }

    /// <inheritdoc cref="LogSumExpColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void LogSumExpColumns(ReadOnlySpan<double> values, Span<double> results, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Columns.LogSumExp(values, results, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSumExpColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSumExpColumns<T>(ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedBlocks<T>.Fold(values, results, size, columns, Columns.LogSumExp, Columns.LogSumExp);
    }
#endif

    /// <summary>The maximum. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="values">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="results">Destination of the maxima, +0 where one is a zero: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="Max(ReadOnlySpan{float})" path="/remarks"/>
    public static void MaxColumns(ReadOnlySpan<float> values, Span<float> results, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Columns.Max(values, results, size, columns);
    }

    /// <inheritdoc cref="MaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void MaxColumns(ReadOnlySpan<double> values, Span<double> results, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Columns.Max(values, results, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaxColumns<T>(ReadOnlySpan<T> values, Span<T> results, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedBlocks<T>.Fold(values, results, size, columns, Columns.Max, Columns.Max);
    }
#endif

    /// <summary>The index of the first maximum. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="values">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="indices">Destination of the indices: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float})" path="/remarks"/>
    public static void ArgMaxColumns(ReadOnlySpan<float> values, Span<int> indices, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        Columns.ArgMax(values, indices, size, columns);
    }

    /// <inheritdoc cref="ArgMaxColumns(ReadOnlySpan{float}, Span{int}, int, int)"/>
    public static void ArgMaxColumns(ReadOnlySpan<double> values, Span<int> indices, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        Columns.ArgMax(values, indices, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="ArgMaxColumns(ReadOnlySpan{float}, Span{int}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void ArgMaxColumns<T>(ReadOnlySpan<T> values, Span<int> indices, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        WidenedBlocks<T>.Indices(values, indices, size, columns, Columns.ArgMax, Columns.ArgMax);
    }
#endif

    /// <summary>The one-hot vector of the first maximum. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="values">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="oneHot">Destination of the one-hot vectors: as long as <paramref name="values"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="HardMax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void HardMaxColumns(ReadOnlySpan<float> values, Span<float> oneHot, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        Columns.HardMax(values, oneHot, size, columns);
    }

    /// <inheritdoc cref="HardMaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void HardMaxColumns(ReadOnlySpan<double> values, Span<double> oneHot, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        Columns.HardMax(values, oneHot, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="HardMaxColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void HardMaxColumns<T>(ReadOnlySpan<T> values, Span<T> oneHot, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        WidenedBlocks<T>.Fill(values, oneHot, size, columns, Columns.HardMax, Columns.HardMax);
    }
#endif
}
