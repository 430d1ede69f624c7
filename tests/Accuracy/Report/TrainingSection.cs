using System.Linq;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Accuracy.Report;

/// <summary>Of docs/accuracy.md: losses, their gradients, entropy, and gradients of an upstream.</summary>
internal static class TrainingSection
{
    private static readonly (Quantity Quantity, string Name)[] s_ofLabels =
        [(Quantity.Loss, "cross-entropy"), (Quantity.Gradient, "gradient, the label aside"), (Quantity.GradientOfLabel, "gradient at the label")];

    public static string Summary(Findings findings)
    {
        var samples = findings.Samples(Topic.Training).Where(sample => sample.Variant.Length == 0).ToArray();
        string[] sizes = [.. samples.Select(sample => sample.Size).Distinct().Order().Select(size => $"{size:N0}")];
        return string.Join('\n',
        [
            $"""
            {samples.Sum(sample => sample.Rows):N0} rows of all distributions, of {string.Join(", ", sizes[..^1])} and {sizes[^1]} values; of each the greatest, the least and any value as the label. The reference is arithmetic of 256 bits
            for both types. Of the peers ONNX Runtime has a loss; all else is put together, as its users do.

            * **Ours**: `SoftMath`.
            * **TP SoftMax**: p = `TensorPrimitives.SoftMax`; −log p[label], p less one-hot, −Σ t·log p, p·Σ t − t, −Σ p·log p.
            * **TP stable**: p and log p by the stable formulas, otherwise the same; of an upstream u p·(u − Σ p·u) and u − e^log p·Σ u, by `Dot`, `Sum`, `Exp`, `Subtract` and `Multiply`.
            * **ORT**: `SoftmaxCrossEntropyLoss`; the rest from `Softmax` and `LogSoftmax` like TP stable.
            * **Units.** Losses, their gradients by a label and entropies: ULP. Gradients of targets: eps·(p·Σ t + t); of softmax: eps·p·(|u| + Σ p·|u|); of log-softmax: eps·(|u| + p·Σ |u|): what they are
              made of, for where terms cancel their difference is as wrong as they are. One unit of the subnormals is added to each (of targets times Σ t, if that is above 1).
            * **Upstreams** are of both signs, positive, nearly equal, thousands, thousandths, and of one value only, in turn. All contenders are given our probabilities and our logarithms.

            """,
            AccuracyReport.Summary(findings, Promise.Training),
            "Where ours is worst:\n",
            AccuracyReport.Replays(findings, Promise.Training),
        ]);
    }

    public static string Details(Findings findings) => string.Join('\n',
    [
        "## By label\n",
        "Of all distributions.\n",
        ExtrasSection.ByVariant(findings, Topic.Training, s_ofLabels, "label"),
        $"Of {Distributions<float>.Ordinary.Name} alone:\n",
        ExtrasSection.ByVariant(findings, Topic.Training, s_ofLabels, "label", sample => Distributions<float>.All[sample.Distribution] == Distributions<float>.Ordinary),
    ]);
}
