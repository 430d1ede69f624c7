using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

/// <content>Rows of a length that is known at run time.</content>
public static partial class SoftMath
{
    /// <summary>Softmax: exp(xᵢ) / Σ exp(xⱼ). For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="probabilities">Destination of the probabilities: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void SoftmaxRows(ReadOnlySpan<float> logits, Span<float> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Rows.Softmax(logits, probabilities, size);
    }

    /// <inheritdoc cref="SoftmaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void SoftmaxRows(ReadOnlySpan<double> logits, Span<double> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        Rows.Softmax(logits, probabilities, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxRows<T>(ReadOnlySpan<T> logits, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        WidenedBlocks<T>.Fill(logits, probabilities, size, columns: 1, Columns.Softmax, Columns.Softmax);
    }
#endif

    /// <summary>Log-softmax: xᵢ − log Σ exp(xⱼ), accurate near 0 too. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="logProbabilities">Destination of the logarithms of the probabilities, in nats: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void LogSoftmaxRows(ReadOnlySpan<float> logits, Span<float> logProbabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Rows.LogSoftmax(logits, logProbabilities, size);
    }

    /// <inheritdoc cref="LogSoftmaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmaxRows(ReadOnlySpan<double> logits, Span<double> logProbabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        Rows.LogSoftmax(logits, logProbabilities, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxRows<T>(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        WidenedBlocks<T>.Fill(logits, logProbabilities, size, columns: 1, Columns.LogSoftmax, Columns.LogSoftmax);
    }
#endif

    /// <summary>Log-sum-exp: log Σ exp(xᵢ), the smooth maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="results">Destination of log Σ exp(xᵢ), in nats: one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float})" path="/remarks"/>
    public static void LogSumExpRows(ReadOnlySpan<float> values, Span<float> results, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Rows.LogSumExp(values, results, size);
    }

    /// <inheritdoc cref="LogSumExpRows(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSumExpRows(ReadOnlySpan<double> values, Span<double> results, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Rows.LogSumExp(values, results, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSumExpRows(ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSumExpRows<T>(ReadOnlySpan<T> values, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedBlocks<T>.Fold(values, results, size, columns: 1, Columns.LogSumExp, Columns.LogSumExp);
    }
#endif

    /// <summary>The maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="results">Destination of the maxima, +0 where one is a zero: one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="Max(ReadOnlySpan{float})" path="/remarks"/>
    public static void MaxRows(ReadOnlySpan<float> values, Span<float> results, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Rows.Max(values, results, size);
    }

    /// <inheritdoc cref="MaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void MaxRows(ReadOnlySpan<double> values, Span<double> results, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        Rows.Max(values, results, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="MaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void MaxRows<T>(ReadOnlySpan<T> values, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        WidenedBlocks<T>.Fold(values, results, size, columns: 1, Columns.Max, Columns.Max);
    }
#endif

    /// <summary>The index of the first maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="indices">Destination of the indices: one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float})" path="/remarks"/>
    public static void ArgMaxRows(ReadOnlySpan<float> values, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        Rows.ArgMax(values, indices, size);
    }

    /// <inheritdoc cref="ArgMaxRows(ReadOnlySpan{float}, Span{int}, int)"/>
    public static void ArgMaxRows(ReadOnlySpan<double> values, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        Rows.ArgMax(values, indices, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="ArgMaxRows(ReadOnlySpan{float}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void ArgMaxRows<T>(ReadOnlySpan<T> values, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        WidenedBlocks<T>.Indices(values, indices, size, columns: 1, Columns.ArgMax, Columns.ArgMax);
    }
#endif

    /// <summary>The one-hot vector of the first maximum. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="oneHot">Destination of the one-hot vectors: as long as <paramref name="values"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <inheritdoc cref="HardMax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void HardMaxRows(ReadOnlySpan<float> values, Span<float> oneHot, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        Rows.HardMax(values, oneHot, size);
    }

    /// <inheritdoc cref="HardMaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void HardMaxRows(ReadOnlySpan<double> values, Span<double> oneHot, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        Rows.HardMax(values, oneHot, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="HardMaxRows(ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void HardMaxRows<T>(ReadOnlySpan<T> values, Span<T> oneHot, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length, oneHot.Length, nameof(oneHot));
        KernelThrow.IfPartlyOverlapping(values, oneHot, nameof(oneHot));
        WidenedBlocks<T>.Fill(values, oneHot, size, columns: 1, Columns.HardMax, Columns.HardMax);
    }
#endif
}
