using System;

namespace Digits;

/// <summary>Multinomial logistic regression: one layer, and plain gradient descent.</summary>
internal sealed class LogisticRegression : IModel
{
    private const float Rate = 0.6f;

    private readonly Layer _layer = new(DigitData.Pixels, DigitData.Classes);

    public string Name => "logistic regression";

    public int Parameters => _layer.Parameters;

    public void Logits(ReadOnlySpan<float> images, Span<float> logits) => _layer.Outputs(images, logits);

    public void Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, Span<float> losses)
    {
        // A mini-batch is small: its logits fit on the stack, and become gradients in place.
        Span<float> gradients = stackalloc float[labels.Length * DigitData.Classes];
        _layer.Outputs(images, gradients);
        DigitKernels.CrossEntropy10Rows(gradients, labels, losses, gradients);
        _layer.AddGradients(-Rate / labels.Length, images, gradients);
    }
}
