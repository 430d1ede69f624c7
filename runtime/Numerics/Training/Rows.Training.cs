using System;

namespace SoftKernels.Numerics;

/// <content>What training asks for.</content>
public static partial class Rows
{
    /// <summary>Losses of labels, of each row.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, int size) =>
        default(CrossEntropyOfLabels<WidestSingle, SingleFormat, float>).Rows(logits, default, labels, losses, default, size);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, int size) =>
        default(CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>).Rows(logits, default, labels, losses, default, size);

    /// <summary>Losses of labels, and their gradients, of each row.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients, int size) =>
        default(CrossEntropyOfLabels<WidestSingle, SingleFormat, float>).Rows(logits, default, labels, losses, gradients, size);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, Span{float}, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradients, int size) =>
        default(CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>).Rows(logits, default, labels, losses, gradients, size);

    /// <summary>Losses of targets, of each row.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, int size) =>
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, default, size);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, int size) =>
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, default, size);

    /// <summary>Losses of targets, and their gradients, of each row.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradients, int size) =>
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, gradients, size);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, Span<double> gradients, int size) =>
        default(CrossEntropyOfTargets).Rows(logits, targets, default, losses, gradients, size);

    /// <summary>Gradients of softmax, of each row.</summary>
    public static void SoftmaxGradient(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size) =>
        default(SoftmaxGradients).Rows(probabilities, upstream, default, default, gradients, size);

    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void SoftmaxGradient(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size) =>
        default(SoftmaxGradients).Rows(probabilities, upstream, default, default, gradients, size);

    /// <summary>Gradients of log-softmax, of each row.</summary>
    public static void LogSoftmaxGradient(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size) =>
        default(LogSoftmaxGradients).Rows(logProbabilities, upstream, default, default, gradients, size);

    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmaxGradient(ReadOnlySpan<double> logProbabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size) =>
        default(LogSoftmaxGradients).Rows(logProbabilities, upstream, default, default, gradients, size);

    /// <summary>The entropy of softmax, of each row.</summary>
    public static void Entropy(ReadOnlySpan<float> logits, Span<float> entropies, int size) =>
        default(Entropies<WidestSingle, float>).Rows(logits, default, default, entropies, default, size);

    /// <inheritdoc cref="Entropy(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void Entropy(ReadOnlySpan<double> logits, Span<double> entropies, int size) =>
        default(Entropies<WidestDouble, double>).Rows(logits, default, default, entropies, default, size);
}
