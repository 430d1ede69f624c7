using System;

namespace SoftKernels.Numerics;

/// <content>What training asks for.</content>
public static partial class Columns
{
    /// <summary>Losses of labels, of each column.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, int size, int columns) =>
        GatheredColumns<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, float>.Run(logits, default, labels, losses, default, size, columns);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, int, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, int size, int columns) =>
        GatheredColumns<CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>, double>.Run(logits, default, labels, losses, default, size, columns);

    /// <summary>Losses of labels, and their gradients, of each column.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients, int size, int columns) =>
        GatheredColumns<CrossEntropyOfLabels<WidestSingle, SingleFormat, float>, float>.Run(logits, default, labels, losses, gradients, size, columns);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, Span{float}, int, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradients, int size, int columns) =>
        GatheredColumns<CrossEntropyOfLabels<WidestDouble, DoubleFormat, double>, double>.Run(logits, default, labels, losses, gradients, size, columns);

    /// <summary>Losses of targets, of each column.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, int size, int columns) =>
        GatheredColumns<CrossEntropyOfTargets, float>.Run(logits, targets, default, losses, default, size, columns);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, int size, int columns) =>
        GatheredColumns<CrossEntropyOfTargets, double>.Run(logits, targets, default, losses, default, size, columns);

    /// <summary>Losses of targets, and their gradients, of each column.</summary>
    public static void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradients, int size, int columns) =>
        GatheredColumns<CrossEntropyOfTargets, float>.Run(logits, targets, default, losses, gradients, size, columns);

    /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, int, int)"/>
    public static void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses, Span<double> gradients, int size, int columns) =>
        GatheredColumns<CrossEntropyOfTargets, double>.Run(logits, targets, default, losses, gradients, size, columns);

    /// <summary>Gradients of softmax, of each column.</summary>
    public static void SoftmaxGradient(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size, int columns) =>
        GatheredColumns<SoftmaxGradients, float>.Run(probabilities, upstream, default, default, gradients, size, columns);

    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void SoftmaxGradient(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size, int columns) =>
        GatheredColumns<SoftmaxGradients, double>.Run(probabilities, upstream, default, default, gradients, size, columns);

    /// <summary>Gradients of log-softmax, of each column.</summary>
    public static void LogSoftmaxGradient(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> upstream, Span<float> gradients, int size, int columns) =>
        GatheredColumns<LogSoftmaxGradients, float>.Run(logProbabilities, upstream, default, default, gradients, size, columns);

    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void LogSoftmaxGradient(ReadOnlySpan<double> logProbabilities, ReadOnlySpan<double> upstream, Span<double> gradients, int size, int columns) =>
        GatheredColumns<LogSoftmaxGradients, double>.Run(logProbabilities, upstream, default, default, gradients, size, columns);

    /// <summary>The entropy of softmax, of each column.</summary>
    public static void Entropy(ReadOnlySpan<float> logits, Span<float> entropies, int size, int columns) =>
        GatheredColumns<Entropies<WidestSingle, float>, float>.Run(logits, default, default, entropies, default, size, columns);

    /// <inheritdoc cref="Entropy(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void Entropy(ReadOnlySpan<double> logits, Span<double> entropies, int size, int columns) =>
        GatheredColumns<Entropies<WidestDouble, double>, double>.Run(logits, default, default, entropies, default, size, columns);
}
