using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The gradient of softmax, by the logits: pᵢ·(uᵢ − Σ pⱼ·uⱼ).</summary>
    /// <param name="probabilities">The result of softmax, of any length.</param>
    /// <param name="upstream">The gradient of what follows by the probabilities, as long as these.</param>
    /// <param name="gradient">Destination of the gradient by the logits, as long as <paramref name="probabilities"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <remarks>Bound: 4 eps·pᵢ·(|uᵢ| + Σ pⱼ·|uⱼ|), eps being 2^-23 or 2^-52. The sum has one tree that the length alone decides: so the bits are the same at every width. NaN and infinities go through the formula.</remarks>
    public static void SoftmaxGradient(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)
    {
        CheckGradient(probabilities, upstream, nameof(upstream), gradient, nameof(gradient));
        if (!probabilities.IsEmpty)
        {
            default(SoftmaxGradients).Rows(probabilities, upstream, default, default, gradient, probabilities.Length);
        }
    }

    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void SoftmaxGradient(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> upstream, Span<double> gradient)
    {
        CheckGradient(probabilities, upstream, nameof(upstream), gradient, nameof(gradient));
        if (!probabilities.IsEmpty)
        {
            default(SoftmaxGradients).Rows(probabilities, upstream, default, default, gradient, probabilities.Length);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxGradient<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> upstream, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckGradient(probabilities, upstream, nameof(upstream), gradient, nameof(gradient));
        if (!probabilities.IsEmpty)
        {
            WidenedTraining<T>.Run<SoftmaxGradients, SoftmaxGradients>(probabilities, upstream, default, default, gradient, probabilities.Length, 1);
        }
    }
#endif

    /// <summary>The gradient of softmax, by the logits: pᵢ·(uᵢ − Σ pⱼ·uⱼ). For each row of a row-major matrix.</summary>
    /// <param name="probabilities">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="upstream">The gradient of what follows by the probabilities, as long as these.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="probabilities"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void SoftmaxGradientRows(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size)
    {
        KernelThrow.IfNoRows(size, probabilities.Length, nameof(probabilities));
        CheckGradient(probabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        default(SoftmaxGradients).Rows(probabilities, upstream, default, default, gradients, size);
    }

    /// <inheritdoc cref="SoftmaxGradientRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void SoftmaxGradientRows(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size)
    {
        KernelThrow.IfNoRows(size, probabilities.Length, nameof(probabilities));
        CheckGradient(probabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        default(SoftmaxGradients).Rows(probabilities, upstream, default, default, gradients, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxGradientRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxGradientRows<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> upstream, Span<T> gradients, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, probabilities.Length, nameof(probabilities));
        CheckGradient(probabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        WidenedTraining<T>.Run<SoftmaxGradients, SoftmaxGradients>(probabilities, upstream, default, default, gradients, size, 1);
    }
#endif

    /// <summary>The gradient of softmax, by the logits: pᵢ·(uᵢ − Σ pⱼ·uⱼ). For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="probabilities">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="upstream">The gradient of what follows by the probabilities, as long as these.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="probabilities"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void SoftmaxGradientColumns(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, probabilities.Length, nameof(probabilities));
        CheckGradient(probabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        GatheredColumns<SoftmaxGradients, float>.Run(probabilities, upstream, default, default, gradients, size, columns);
    }

    /// <inheritdoc cref="SoftmaxGradientColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void SoftmaxGradientColumns(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, probabilities.Length, nameof(probabilities));
        CheckGradient(probabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        GatheredColumns<SoftmaxGradients, double>.Run(probabilities, upstream, default, default, gradients, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxGradientColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxGradientColumns<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> upstream, Span<T> gradients, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, probabilities.Length, nameof(probabilities));
        CheckGradient(probabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        WidenedTraining<T>.Run<SoftmaxGradients, SoftmaxGradients>(probabilities, upstream, default, default, gradients, size, columns);
    }
#endif

    /// <summary>The gradient of log-softmax, by the logits: uᵢ − exp(lᵢ)·Σ uⱼ.</summary>
    /// <param name="logProbabilities">The result of log-softmax, of any length: at most 0.</param>
    /// <param name="upstream">The gradient of what follows by the logProbabilities, as long as these.</param>
    /// <param name="gradient">Destination of the gradient by the logits, as long as <paramref name="logProbabilities"/>; the same span works in place.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <remarks>Bound: 4 eps·(|uᵢ| + exp(lᵢ)·Σ |uⱼ|), eps being 2^-23 or 2^-52. The sum has one tree that the length alone decides: so the bits are the same at every width. A log-probability of −∞ takes nothing away.</remarks>
    public static void LogSoftmaxGradient(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradient)
    {
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradient, nameof(gradient));
        if (!logProbabilities.IsEmpty)
        {
            default(LogSoftmaxGradients).Rows(logProbabilities, upstream, default, default, gradient, logProbabilities.Length);
        }
    }

    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void LogSoftmaxGradient(ReadOnlySpan<double> logProbabilities, ReadOnlySpan<double> upstream, Span<double> gradient)
    {
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradient, nameof(gradient));
        if (!logProbabilities.IsEmpty)
        {
            default(LogSoftmaxGradients).Rows(logProbabilities, upstream, default, default, gradient, logProbabilities.Length);
        }
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxGradient<T>(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> upstream, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradient, nameof(gradient));
        if (!logProbabilities.IsEmpty)
        {
            WidenedTraining<T>.Run<LogSoftmaxGradients, LogSoftmaxGradients>(logProbabilities, upstream, default, default, gradient, logProbabilities.Length, 1);
        }
    }
#endif

    /// <summary>The gradient of log-softmax, by the logits: uᵢ − exp(lᵢ)·Σ uⱼ. For each row of a row-major matrix.</summary>
    /// <param name="logProbabilities">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="upstream">The gradient of what follows by the logProbabilities, as long as these.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="logProbabilities"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void LogSoftmaxGradientRows(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size)
    {
        KernelThrow.IfNoRows(size, logProbabilities.Length, nameof(logProbabilities));
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        default(LogSoftmaxGradients).Rows(logProbabilities, upstream, default, default, gradients, size);
    }

    /// <inheritdoc cref="LogSoftmaxGradientRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmaxGradientRows(ReadOnlySpan<double> logProbabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size)
    {
        KernelThrow.IfNoRows(size, logProbabilities.Length, nameof(logProbabilities));
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        default(LogSoftmaxGradients).Rows(logProbabilities, upstream, default, default, gradients, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxGradientRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxGradientRows<T>(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> upstream, Span<T> gradients, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logProbabilities.Length, nameof(logProbabilities));
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        WidenedTraining<T>.Run<LogSoftmaxGradients, LogSoftmaxGradients>(logProbabilities, upstream, default, default, gradients, size, 1);
    }
#endif

    /// <summary>The gradient of log-softmax, by the logits: uᵢ − exp(lᵢ)·Σ uⱼ. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logProbabilities">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="upstream">The gradient of what follows by the logProbabilities, as long as these.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="logProbabilities"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block. Nothing has been written.</exception>
    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void LogSoftmaxGradientColumns(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logProbabilities.Length, nameof(logProbabilities));
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        GatheredColumns<LogSoftmaxGradients, float>.Run(logProbabilities, upstream, default, default, gradients, size, columns);
    }

    /// <inheritdoc cref="LogSoftmaxGradientColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void LogSoftmaxGradientColumns(ReadOnlySpan<double> logProbabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logProbabilities.Length, nameof(logProbabilities));
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        GatheredColumns<LogSoftmaxGradients, double>.Run(logProbabilities, upstream, default, default, gradients, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="LogSoftmaxGradientColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void LogSoftmaxGradientColumns<T>(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> upstream, Span<T> gradients, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logProbabilities.Length, nameof(logProbabilities));
        CheckGradient(logProbabilities, upstream, nameof(upstream), gradients, nameof(gradients));
        WidenedTraining<T>.Run<LogSoftmaxGradients, LogSoftmaxGradients>(logProbabilities, upstream, default, default, gradients, size, columns);
    }
#endif
}
