using System;
using SoftKernels;

namespace Digits;

[SoftKernel(Size = 10)]
internal static partial class DigitKernels;

/// <summary>Multinomial logistic regression: logits = images × weights + biases.</summary>
/// <remarks>The loops are plain on purpose: with kernels that give the same bits everywhere, so does the whole training.</remarks>
internal sealed class LogisticRegression
{
    private const int Pixels = DigitData.Pixels;
    private const int Classes = DigitData.Classes;

    private readonly float[] _weights = new float[Pixels * Classes];
    private readonly float[] _biases = new float[Classes];

    /// <summary>The logits of all images, one row of ten for each.</summary>
    public void Logits(ReadOnlySpan<float> images, Span<float> logits)
    {
        for (var row = 0; row < logits.Length / Classes; row++)
        {
            var rowLogits = logits.Slice(row * Classes, Classes);
            _biases.CopyTo(rowLogits);
            for (var pixel = 0; pixel < Pixels; pixel++)
            {
                AddScaled(images[row * Pixels + pixel], _weights.AsSpan(pixel * Classes, Classes), rowLogits);
            }
        }
    }

    /// <summary>One step of gradient descent on a mini-batch.</summary>
    public void Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, float rate)
    {
        // A mini-batch is small: its logits fit on the stack, and become gradients in place.
        Span<float> gradients = stackalloc float[labels.Length * Classes];
        Logits(images, gradients);

        // The loss is LSE(logits) − logits[label], and its gradient the softmax less the one-hot label.
        DigitKernels.Softmax10Rows(gradients, gradients);
        for (var row = 0; row < labels.Length; row++)
        {
            gradients[row * Classes + labels[row]] -= 1;
        }

        var scale = -rate / labels.Length;
        for (var row = 0; row < labels.Length; row++)
        {
            var gradient = gradients.Slice(row * Classes, Classes);
            AddScaled(scale, gradient, _biases);
            for (var pixel = 0; pixel < Pixels; pixel++)
            {
                AddScaled(scale * images[row * Pixels + pixel], gradient, _weights.AsSpan(pixel * Classes, Classes));
            }
        }
    }

    private static void AddScaled(float factor, ReadOnlySpan<float> values, Span<float> sums)
    {
        for (var i = 0; i < values.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }
}
