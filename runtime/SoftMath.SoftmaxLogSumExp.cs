using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Softmax, exp(xᵢ) / Σ exp(xⱼ), and log-sum-exp, log Σ exp(xᵢ), in one pass.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <returns>log Σ exp(xᵢ), in nats.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> and of <see cref="LogSumExp(ReadOnlySpan{float})"/>, special values included.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static float SoftmaxLogSumExp(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        float result = float.NegativeInfinity;
        if (!logits.IsEmpty)
        {
            default(WidestSingleOfTwo).Row<SoftmaxLogSumExpOperation<float>, float>(logits, probabilities, out result);
        }

        return result;
    }

    /// <summary>Softmax, exp(xᵢ) / Σ exp(xⱼ), and log-sum-exp, log Σ exp(xᵢ), in one pass.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <returns>log Σ exp(xᵢ), in nats.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without beginning together. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{double}, Span{double})"/> and of <see cref="LogSumExp(ReadOnlySpan{double})"/>, special values included.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static double SoftmaxLogSumExp(ReadOnlySpan<double> logits, Span<double> probabilities)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        double result = double.NegativeInfinity;
        if (!logits.IsEmpty)
        {
            default(WidestDoubleOfTwo).Row<SoftmaxLogSumExpOperation<double>, double>(logits, probabilities, out result);
        }

        return result;
    }

    /// <summary>Softmax and log-sum-exp of each row of a matrix, in one pass.</summary>
    /// <param name="logits">The matrix, row-major: a multiple of <paramref name="size"/> values.</param>
    /// <param name="probabilities">Destination of the probabilities, as many values as the matrix; the same span works in place.</param>
    /// <param name="results">Destination of log Σ exp(xᵢ), in nats: one for each row.</param>
    /// <param name="size">The length of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans share memory where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxLogSumExp(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void SoftmaxLogSumExpRows(ReadOnlySpan<float> logits, Span<float> probabilities, Span<float> results, int size)
    {
        CheckRowsOfBoth(logits, probabilities, results, size);
        Rows.SoftmaxLogSumExp(logits, probabilities, results, size);
    }

    /// <inheritdoc cref="SoftmaxLogSumExpRows(ReadOnlySpan{float}, Span{float}, Span{float}, int)"/>
    public static void SoftmaxLogSumExpRows(ReadOnlySpan<double> logits, Span<double> probabilities, Span<double> results, int size)
    {
        CheckRowsOfBoth(logits, probabilities, results, size);
        Rows.SoftmaxLogSumExp(logits, probabilities, results, size);
    }

    /// <summary>Softmax and log-sum-exp of each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="probabilities">Destination of the probabilities, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="results">Destination of log Σ exp(xᵢ), in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or spans share memory where they must not. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxLogSumExp(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void SoftmaxLogSumExpColumns(ReadOnlySpan<float> logits, Span<float> probabilities, Span<float> results, int size, int columns)
    {
        CheckColumnsOfBoth(logits, probabilities, results, size, columns);
        Columns.SoftmaxLogSumExp(logits, probabilities, results, size, columns);
    }

    /// <inheritdoc cref="SoftmaxLogSumExpColumns(ReadOnlySpan{float}, Span{float}, Span{float}, int, int)"/>
    public static void SoftmaxLogSumExpColumns(ReadOnlySpan<double> logits, Span<double> probabilities, Span<double> results, int size, int columns)
    {
        CheckColumnsOfBoth(logits, probabilities, results, size, columns);
        Columns.SoftmaxLogSumExp(logits, probabilities, results, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxLogSumExp(ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static T SoftmaxLogSumExp<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(logits, stackalloc float[Widened<T>.OnStack]);
            float result = SoftmaxLogSumExp(copy.Values, copy.Values);
            copy.CopyTo(probabilities);
            return Widened<T>.Rounded(result);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(logits, stackalloc double[Widened<T>.OnStack]);
            double result = SoftmaxLogSumExp(copy.Values, copy.Values);
            copy.CopyTo(probabilities);
            return Widened<T>.Rounded(result);
        }
    }

    /// <inheritdoc cref="SoftmaxLogSumExpRows(ReadOnlySpan{float}, Span{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxLogSumExpRows<T>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckRowsOfBoth(logits, probabilities, results, size);
        WidenedBlocks<T>.FillAndFold(logits, probabilities, results, size, columns: 1, Columns.SoftmaxLogSumExp, Columns.SoftmaxLogSumExp);
    }

    /// <inheritdoc cref="SoftmaxLogSumExpColumns(ReadOnlySpan{float}, Span{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxLogSumExpColumns<T>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckColumnsOfBoth(logits, probabilities, results, size, columns);
        WidenedBlocks<T>.FillAndFold(logits, probabilities, results, size, columns, Columns.SoftmaxLogSumExp, Columns.SoftmaxLogSumExp);
    }
#endif

    private static void CheckRowsOfBoth<T>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size)
        where T : struct
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckBoth(logits, probabilities, results, size);
    }

    private static void CheckColumnsOfBoth<T>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size, int columns)
        where T : struct
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckBoth(logits, probabilities, results, size);
    }

    private static void CheckBoth<T>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfLengthIsNot(logits.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, results, nameof(results));
        KernelThrow.IfSharingMemory(probabilities, results, nameof(results));
    }
}
