using System;
using System.Linq;
using System.Numerics;
using System.Numerics.Tensors;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>Losses of one row with their gradients, entropy, and gradients of an upstream; null where nobody would write them with that library.</summary>
internal sealed record TrainingContender<T>(
    string Name,
    Func<T[], int, (T Loss, T[] Gradient)> OfLabel,
    Func<T[], T[], (T Loss, T[] Gradient)> OfTargets,
    Func<T[], T> Entropy,
    Func<T[], T[], T[]>? SoftmaxGradient = null,
    Func<T[], T[], T[]>? LogSoftmaxGradient = null)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary><see cref="SoftMath"/>, whose bits the generated methods have.</summary>
    public static TrainingContender<T> Ours()
    {
        var operations = TrainingOperation<T>.All(kernels: null);
        var (label, targets) = (Of("CrossEntropy", hasLabels: true), Of("CrossEntropy"));
        var (softmax, logSoftmax, entropy) = (Of("SoftmaxGradient"), Of("LogSoftmaxGradient"), operations.Single(operation => operation.Name == "Entropy").Row);
        return new(
            "ours",
            (row, index) => Both(label, row, [], index),
            (row, others) => Both(targets, row, others),
            row =>
            {
                var result = new T[1];
                entropy(row, [], [], result, [], row.Length, 1);
                return result[0];
            },
            (probabilities, upstream) => Both(softmax, probabilities, upstream).Gradient,
            (logs, upstream) => Both(logSoftmax, logs, upstream).Gradient);

        TrainingForm<T> Of(string name, bool hasLabels = false) =>
            operations.Single(operation => operation.Name == name && operation.HasLabels == hasLabels && operation.Filled).Row;
    }

    /// <summary>Put together from its softmax alone, and as one does who knows that softmax's logarithm loses digits.</summary>
    public static TrainingContender<T>[] Tensors() =>
    [
        Composed(Tensor<T>.AsIs.Name, Tensor<T>.AsIs.Softmax!, probabilities => Each(probabilities, TensorPrimitives.Log)),
        Composed(Tensor<T>.Composed.Name, Tensor<T>.Composed.Softmax!, Tensor<T>.Composed.LogSoftmax!, ofLogits: true) with
        {
            SoftmaxGradient = (probabilities, upstream) =>
            {
                var gradient = new T[upstream.Length];
                TensorPrimitives.Subtract(upstream, TensorPrimitives.Dot<T>(probabilities, upstream), gradient);
                TensorPrimitives.Multiply<T>(gradient, probabilities, gradient);
                return gradient;
            },
            LogSoftmaxGradient = (logs, upstream) =>
            {
                var gradient = Each(logs, TensorPrimitives.Exp);
                TensorPrimitives.Multiply(gradient, TensorPrimitives.Sum<T>(upstream), gradient);
                TensorPrimitives.Subtract<T>(upstream, gradient, gradient);
                return gradient;
            },
        },
    ];

    /// <summary>ONNX Runtime's own loss of labels; all else from its softmax and its logarithm.</summary>
    public static TrainingContender<T> Onnx(Contender<T> rows, OnnxLoss<T> loss)
    {
        var composed = Composed(rows.Name, rows.Softmax!, rows.LogSoftmax!, ofLogits: true);
        return composed with { OfLabel = (row, label) => (loss.Of(row, label), composed.OfLabel(row, label).Gradient) };
    }

    /// <param name="name">The library.</param>
    /// <param name="softmax">Its softmax.</param>
    /// <param name="logarithm">The logarithms of that.</param>
    /// <param name="ofLogits">Whether they are made of the logits, not of the probabilities.</param>
    private static TrainingContender<T> Composed(string name, Func<T[], T[]> softmax, Func<T[], T[]> logarithm, bool ofLogits = false)
    {
        return new(
            name,
            (row, label) =>
            {
                var (gradient, logs) = Both(row);
                gradient[label] -= T.One;
                return (-logs[label], gradient);
            },
            (row, targets) =>
            {
                var (gradient, logs) = Both(row);
                TensorPrimitives.Multiply(gradient, TensorPrimitives.Sum<T>(targets), gradient);
                TensorPrimitives.Subtract<T>(gradient, targets, gradient);
                return (-TensorPrimitives.Dot<T>(targets, logs), gradient);
            },
            row =>
            {
                var (probabilities, logs) = Both(row);
                return -TensorPrimitives.Dot<T>(probabilities, logs);
            });

        (T[] Probabilities, T[] Logs) Both(T[] row)
        {
            var probabilities = softmax(row);
            return (probabilities, logarithm(ofLogits ? row : probabilities));
        }
    }

    private static (T Loss, T[] Gradient) Both(TrainingForm<T> form, T[] values, T[] others, int label = 0)
    {
        var (result, gradient) = (new T[1], new T[values.Length]);
        form(values, others, [label], result, gradient, values.Length, 1);
        return (result[0], gradient);
    }

    private delegate void Map(ReadOnlySpan<T> values, Span<T> results);

    private static T[] Each(T[] values, Map map)
    {
        var results = new T[values.Length];
        map(values, results);
        return results;
    }
}
