using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Cross-entropy of a label: log Σ exp(xⱼ) − x[label], the negative log-likelihood.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="label">The index of the true class, from 0 to the length of <paramref name="logits"/> less 1.</param>
    /// <returns>The loss, in nats.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The label is no index of the row. Nothing has been written.</exception>
    /// <remarks>Bound: 3 ULP (float) or 4 (double), however small: a loss of 4e-18 is 4e-18. The bits of −log-softmax. Special values: any NaN: NaN. k values of +∞: log k for a label there, else +∞. A label
    /// at −∞, or −∞ everywhere: +∞. One finite value: exactly +0.</remarks>
    public static float CrossEntropy(ReadOnlySpan<float> logits, int label)
    {
        KernelThrow.IfLabelIsOutside(logits.Length, label, nameof(label));
        Span<float> result = stackalloc float[1];
        ReadOnlySpan<int> labels = stackalloc int[1] { label };
        default(CrossEntropyOfLabels<WidestSingle, SingleFormat, float>).Rows(logits, default, labels, result, default, logits.Length);
        return result[0];
    }

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int)"/>
    public static double CrossEntropy(ReadOnlySpan<double> logits, int label)
    {
        KernelThrow.IfLabelIsOutside(logits.Length, label, nameof(label));
        Span<double> result = stackalloc double[1];
        ReadOnlySpan<int> labels = stackalloc int[1] { label };
        default(CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>).Rows(logits, default, labels, result, default, logits.Length);
        return result[0];
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static T CrossEntropy<T>(ReadOnlySpan<T> logits, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLabelIsOutside(logits.Length, label, nameof(label));
        Span<T> result = stackalloc T[1];
        ReadOnlySpan<int> labels = stackalloc int[1] { label };
        WidenedTraining<T>.Run<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>>(logits, default, labels, result, default, logits.Length, 1);
        return result[0];
    }
#endif

    /// <summary>Cross-entropy of a label: log Σ exp(xⱼ) − x[label], the negative log-likelihood. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="labels">The index of the true class of each row, from 0 to <paramref name="size"/> less 1.</param>
    /// <param name="losses">Destination of the losses, in nats: one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or a label is no index of its row. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int)" path="/remarks"/>
    public static void CrossEntropyRows(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, size);
        default(CrossEntropyOfLabels<WidestSingle, SingleFormat, float>).Rows(logits, default, labels, losses, default, size);
    }

    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, int)"/>
    public static void CrossEntropyRows(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, size);
        default(CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>).Rows(logits, default, labels, losses, default, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> losses, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, size);
        WidenedTraining<T>.Run<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>>(logits, default, labels, losses, default, size, 1);
    }
#endif

    /// <summary>Cross-entropy of a label: log Σ exp(xⱼ) − x[label], the negative log-likelihood. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="labels">The index of the true class of each column: for each block <paramref name="columns"/>, from 0 to <paramref name="size"/> less 1.</param>
    /// <param name="losses">Destination of the losses, in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or a label is no index of its row. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int)" path="/remarks"/>
    public static void CrossEntropyColumns(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, size);
        GatheredColumns<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, float>.Run(logits, default, labels, losses, default, size, columns);
    }

    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, int, int)"/>
    public static void CrossEntropyColumns(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, size);
        GatheredColumns<CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>, double>.Run(logits, default, labels, losses, default, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyColumns<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> losses, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, size);
        WidenedTraining<T>.Run<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>>(logits, default, labels, losses, default, size, columns);
    }
#endif

    /// <summary>Cross-entropy of a label, log Σ exp(xⱼ) − x[label], and its gradient by the logits, softmax − one-hot.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="label">The index of the true class, from 0 to the length of <paramref name="logits"/> less 1.</param>
    /// <param name="gradient">Destination of the gradient by the logits, as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <returns>The loss, in nats.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The label is no index of the row. Nothing has been written.</exception>
    /// <remarks>Bounds: the loss as without the gradient; each entry of the gradient 4 ULP, the label's too, which is −Σ of the others' probabilities and not p − 1. Special values: those of softmax, less 1 at the label;
    /// any NaN: all NaN; −∞ everywhere: 0, and −1 at the label.</remarks>
    public static float CrossEntropy(ReadOnlySpan<float> logits, int label, Span<float> gradient)
    {
        KernelThrow.IfLabelIsOutside(logits.Length, label, nameof(label));
        KernelThrow.IfLengthIsNot(logits.Length, gradient.Length, nameof(gradient));
        KernelThrow.IfPartlyOverlapping(logits, gradient, nameof(gradient));
        Span<float> result = stackalloc float[1];
        ReadOnlySpan<int> labels = stackalloc int[1] { label };
        default(CrossEntropyOfLabels<WidestSingle, SingleFormat, float>).Rows(logits, default, labels, result, gradient, logits.Length);
        return result[0];
    }

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int, Span{float})"/>
    public static double CrossEntropy(ReadOnlySpan<double> logits, int label, Span<double> gradient)
    {
        KernelThrow.IfLabelIsOutside(logits.Length, label, nameof(label));
        KernelThrow.IfLengthIsNot(logits.Length, gradient.Length, nameof(gradient));
        KernelThrow.IfPartlyOverlapping(logits, gradient, nameof(gradient));
        Span<double> result = stackalloc double[1];
        ReadOnlySpan<int> labels = stackalloc int[1] { label };
        default(CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>).Rows(logits, default, labels, result, gradient, logits.Length);
        return result[0];
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static T CrossEntropy<T>(ReadOnlySpan<T> logits, int label, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfLabelIsOutside(logits.Length, label, nameof(label));
        KernelThrow.IfLengthIsNot(logits.Length, gradient.Length, nameof(gradient));
        KernelThrow.IfPartlyOverlapping(logits, gradient, nameof(gradient));
        Span<T> result = stackalloc T[1];
        ReadOnlySpan<int> labels = stackalloc int[1] { label };
        WidenedTraining<T>.Run<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>>(logits, default, labels, result, gradient, logits.Length, 1);
        return result[0];
    }
#endif

    /// <summary>Cross-entropy of a label, log Σ exp(xⱼ) − x[label], and its gradient by the logits, softmax − one-hot. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="labels">The index of the true class of each row, from 0 to <paramref name="size"/> less 1.</param>
    /// <param name="losses">Destination of the losses, in nats: one for each row.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive, or a label is no index of its row. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int, Span{float})" path="/remarks"/>
    public static void CrossEntropyRows(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, gradients, size);
        default(CrossEntropyOfLabels<WidestSingle, SingleFormat, float>).Rows(logits, default, labels, losses, gradients, size);
    }

    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, Span{float}, int)"/>
    public static void CrossEntropyRows(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradients, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, gradients, size);
        default(CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>).Rows(logits, default, labels, losses, gradients, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyRows(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyRows<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> losses, Span<T> gradients, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, gradients, size);
        WidenedTraining<T>.Run<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>>(logits, default, labels, losses, gradients, size, 1);
    }
#endif

    /// <summary>Cross-entropy of a label, log Σ exp(xⱼ) − x[label], and its gradient by the logits, softmax − one-hot. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="labels">The index of the true class of each column: for each block <paramref name="columns"/>, from 0 to <paramref name="size"/> less 1.</param>
    /// <param name="losses">Destination of the losses, in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="gradients">Destination of the gradients by the logits: as long as <paramref name="logits"/>; the same span works in place.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block, or a label is no index of its row. Nothing has been written.</exception>
    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int, Span{float})" path="/remarks"/>
    public static void CrossEntropyColumns(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, gradients, size);
        GatheredColumns<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, float>.Run(logits, default, labels, losses, gradients, size, columns);
    }

    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, Span{float}, int, int)"/>
    public static void CrossEntropyColumns(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradients, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, gradients, size);
        GatheredColumns<CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>, double>.Run(logits, default, labels, losses, gradients, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="CrossEntropyColumns(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void CrossEntropyColumns<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> losses, Span<T> gradients, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        CheckLosses(logits, labels, losses, gradients, size);
        WidenedTraining<T>.Run<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>>(logits, default, labels, losses, gradients, size, columns);
    }
#endif
}
