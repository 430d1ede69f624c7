using System;

namespace Digits;

/// <summary>One hidden layer of rectified units (ReLU), and gradient descent with momentum.</summary>
internal sealed class HiddenLayer : IModel
{
    private const int Units = 64;
    private const float Rate = 0.05f;
    private const float Momentum = 0.9f;

    private readonly Layer _hidden = new(DigitData.Pixels, Units);
    private readonly Layer _output = new(Units, DigitData.Classes);

    // What the next step adds to the layers: a mean of past gradients.
    private readonly Layer _hiddenVelocity = new(DigitData.Pixels, Units);
    private readonly Layer _outputVelocity = new(Units, DigitData.Classes);

    public HiddenLayer(int seed)
    {
        var random = new Random(seed);
        _hidden.Randomize(random);
        _output.Randomize(random);
    }

    public string Name => $"hidden layer of {Units}";

    public int Parameters => _hidden.Parameters + _output.Parameters;

    public void Logits(ReadOnlySpan<float> images, Span<float> logits)
    {
        var activations = new float[images.Length / DigitData.Pixels * Units];
        Activations(images, activations);
        _output.Outputs(activations, logits);
    }

    public void Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, Span<float> losses)
    {
        // A mini-batch is small: all of it fits on the stack.
        Span<float> activations = stackalloc float[labels.Length * Units];
        Span<float> gradients = stackalloc float[labels.Length * DigitData.Classes];
        Span<float> activationGradients = stackalloc float[labels.Length * Units];

        Activations(images, activations);
        _output.Outputs(activations, gradients);
        DigitKernels.CrossEntropy10Rows(gradients, labels, losses, gradients);
        _output.InputGradients(gradients, activationGradients);
        for (var i = 0; i < activations.Length; i++)
        {
            // A unit at 0 is at 0 for a slightly different input too.
            activationGradients[i] = activations[i] > 0 ? activationGradients[i] : 0;
        }

        var scale = -Rate / labels.Length;
        Move(_output, _outputVelocity, scale, activations, gradients);
        Move(_hidden, _hiddenVelocity, scale, images, activationGradients);
    }

    private void Activations(ReadOnlySpan<float> images, Span<float> activations)
    {
        _hidden.Outputs(images, activations);
        for (var i = 0; i < activations.Length; i++)
        {
            activations[i] = activations[i] > 0 ? activations[i] : 0;
        }
    }

    private static void Move(Layer layer, Layer velocity, float scale, ReadOnlySpan<float> inputs, ReadOnlySpan<float> gradients)
    {
        velocity.Scale(Momentum);
        velocity.AddGradients(scale, inputs, gradients);
        layer.Add(velocity);
    }
}
