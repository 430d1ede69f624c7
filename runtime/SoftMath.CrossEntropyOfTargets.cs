using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Cross-entropy of target probabilities: Σ tᵢ·(log Σ exp(xⱼ) − xᵢ).</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="targets">The target probabilities, as long as <paramref name="logits"/>: 0 or positive and finite. They need not sum to 1.</param>
    /// <returns>The loss, in nats.</returns>
    /// <exception cref="ArgumentException">A length does not fit. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Bound: 3 ULP (float) or 4 (double). A target of 0 costs nothing, at −∞ too; a positive one there costs +∞. Any NaN: NaN. No values: 0.</remarks>
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)
    {
        KernelThrow.IfLengthIsNot(logits.Length, targets.Length, nameof(targets));
        KernelThrow.IfNoTargets(targets, nameof(targets));
        Span<float> result = stackalloc float[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            default(CrossEntropyOfTargets).Rows(logits, targets, default, result, default, logits.Length);
        }

        return result[0];
    }

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public static double CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets)
    {
        KernelThrow.IfLengthIsNot(logits.Length, targets.Length, nameof(targets));
        KernelThrow.IfNoTargets(targets, nameof(targets));
        Span<double> result = stackalloc double[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            default(CrossEntropyOfTargets).Rows(logits, targets, default, result, default, logits.Length);
        }

        return result[0];
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static T CrossEntropy<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLengthIsNot(logits.Length, targets.Length, nameof(targets));
        KernelThrow.IfNoTargets(targets, nameof(targets));
        Span<T> result = stackalloc T[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            WidenedTraining<T>.Run<CrossEntropyOfTargets, CrossEntropyOfTargets>(logits, targets, default, result, default, logits.Length, 1);
        }

        return result[0];
    }
#endif

    /// <summary>Cross-entropy of target probabilities: Σ tᵢ·(log Σ exp(xⱼ) − xᵢ). For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="targets">The target probabilities, as long as <paramref name="logits"/>: 0 or positive and finite.</param>
    /// <param name="losses">Destination of the losses, in nats: one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or a target is negative, infinite or NaN. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float})" path="/remarks"/>
    public static void CrossEntropyRows(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, default, size);
    }

    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void CrossEntropyRows(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, default, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        WidenedTraining<T>.Run<CrossEntropyOfTargets, CrossEntropyOfTargets>(logits, targets, default, losses, default, size, 1);
    }
#endif

    /// <summary>Cross-entropy of target probabilities: Σ tᵢ·(log Σ exp(xⱼ) − xᵢ). For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="targets">The target probabilities, as long as <paramref name="logits"/>: 0 or positive and finite.</param>
    /// <param name="losses">Destination of the losses, in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or a target is negative, infinite or NaN. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float})" path="/remarks"/>
    public static void CrossEntropyColumns(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        GatheredColumns<CrossEntropyOfTargets, float>.Run(logits, targets, default, losses, default, size, columns);
    }

    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void CrossEntropyColumns(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        GatheredColumns<CrossEntropyOfTargets, double>.Run(logits, targets, default, losses, default, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyColumns<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        WidenedTraining<T>.Run<CrossEntropyOfTargets, CrossEntropyOfTargets>(logits, targets, default, losses, default, size, columns);
    }
#endif

    /// <summary>Cross-entropy of target probabilities, Σ tᵢ·(log Σ exp(xⱼ) − xᵢ), and its gradient by the logits, softmax·Σ t − t.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="targets">The target probabilities, as long as <paramref name="logits"/>: 0 or positive and finite. They need not sum to 1.</param>
    /// <param name="gradient">Destination of the gradient by the logits, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <returns>The loss, in nats.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is negative, infinite or NaN. Nothing has been written.</exception>
    /// <remarks>Bounds: the loss as without the gradient; each entry of the gradient within 4 eps·(p·Σ t + t), eps being 2^-23 or 2^-52. Any NaN: all NaN.</remarks>
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        CheckGradient(logits, targets, nameof(targets), gradient, nameof(gradient));
        KernelThrow.IfNoTargets(targets, nameof(targets));
        Span<float> result = stackalloc float[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            default(CrossEntropyOfTargets).Rows(logits, targets, default, result, gradient, logits.Length);
        }

        return result[0];
    }

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static double CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient)
    {
        CheckGradient(logits, targets, nameof(targets), gradient, nameof(gradient));
        KernelThrow.IfNoTargets(targets, nameof(targets));
        Span<double> result = stackalloc double[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            default(CrossEntropyOfTargets).Rows(logits, targets, default, result, gradient, logits.Length);
        }

        return result[0];
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static T CrossEntropy<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckGradient(logits, targets, nameof(targets), gradient, nameof(gradient));
        KernelThrow.IfNoTargets(targets, nameof(targets));
        Span<T> result = stackalloc T[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            WidenedTraining<T>.Run<CrossEntropyOfTargets, CrossEntropyOfTargets>(logits, targets, default, result, gradient, logits.Length, 1);
        }

        return result[0];
    }
#endif

    /// <summary>Cross-entropy of target probabilities, Σ tᵢ·(log Σ exp(xⱼ) − xᵢ), and its gradient by the logits, softmax·Σ t − t. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="targets">The target probabilities, as long as <paramref name="logits"/>: 0 or positive and finite.</param>
    /// <param name="losses">Destination of the losses, in nats: one for each row.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or a target is negative, infinite or NaN. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void CrossEntropyRows(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradients, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, gradients, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, gradients, size);
    }

    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, int)"/>
    public static void CrossEntropyRows(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, Span<double> gradients, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, gradients, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, gradients, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradients, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, gradients, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        WidenedTraining<T>.Run<CrossEntropyOfTargets, CrossEntropyOfTargets>(logits, targets, default, losses, gradients, size, 1);
    }
#endif

    /// <summary>Cross-entropy of target probabilities, Σ tᵢ·(log Σ exp(xⱼ) − xᵢ), and its gradient by the logits, softmax·Σ t − t. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="targets">The target probabilities, as long as <paramref name="logits"/>: 0 or positive and finite.</param>
    /// <param name="losses">Destination of the losses, in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or a target is negative, infinite or NaN. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    public static void CrossEntropyColumns(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, gradients, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        GatheredColumns<CrossEntropyOfTargets, float>.Run(logits, targets, default, losses, gradients, size, columns);
    }

    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, int, int)"/>
    public static void CrossEntropyColumns(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, Span<double> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, gradients, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        GatheredColumns<CrossEntropyOfTargets, double>.Run(logits, targets, default, losses, gradients, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyColumns<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradients, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, targets, losses, gradients, size);
        KernelThrow.IfNoTargets(targets, nameof(targets));
        WidenedTraining<T>.Run<CrossEntropyOfTargets, CrossEntropyOfTargets>(logits, targets, default, losses, gradients, size, columns);
    }
#endif
}
