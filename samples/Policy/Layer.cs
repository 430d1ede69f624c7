using System;

namespace Policy;

/// <summary>Outputs = inputs × weights + biases, and how its numbers learn (Adam).</summary>
/// <remarks>
/// One number after the other, in one order, each product and each sum rounded: .NET fuses none, so all machines get the same bits. Square roots and quotients are exactly rounded everywhere, unlike
/// Math.Exp or Math.Pow.
/// </remarks>
internal sealed class Layer(int inputs, int outputs)
{
    // How much of the past the means of gradients and of their squares keep.
    private const float MeanKeeps = 0.9f;
    private const float SquareKeeps = 0.999f;
    private const float Least = 1e-8f;

    // Rows of weights, one for each input, and the biases below them.
    private readonly float[] _numbers = new float[(inputs + 1) * outputs];
    private readonly float[] _gradients = new float[(inputs + 1) * outputs];
    private readonly float[] _means = new float[(inputs + 1) * outputs];
    private readonly float[] _squares = new float[(inputs + 1) * outputs];

    // What the means still lack, having begun at 0.
    private float _meanLacks = 1;
    private float _squareLacks = 1;

    public int Parameters => _numbers.Length;

    private int Biases => inputs * outputs;

    /// <summary>Weights at random, small enough for outputs as large as inputs (He's uniform distribution, for inputs that a ReLU halves).</summary>
    public Layer Randomized(SplitMix64 random)
    {
        var bound = Math.Sqrt(6.0 / inputs);
        foreach (ref var weight in _numbers.AsSpan(0, Biases))
        {
            weight = (float)(bound * (2 * random.NextDouble() - 1));
        }

        return this;
    }

    public void Outputs(ReadOnlySpan<float> values, Span<float> results)
    {
        _numbers.AsSpan(Biases).CopyTo(results);
        for (var input = 0; input < values.Length; input++)
        {
            if (values[input] != 0)
            {
                AddScaled(values[input], _numbers.AsSpan(input * outputs, outputs), results);
            }
        }
    }

    /// <summary>Adds to the loss's gradient, from that by the outputs.</summary>
    public void AddGradients(ReadOnlySpan<float> values, ReadOnlySpan<float> outputGradients)
    {
        AddScaled(1, outputGradients, _gradients.AsSpan(Biases));
        for (var input = 0; input < values.Length; input++)
        {
            if (values[input] != 0)
            {
                AddScaled(values[input], outputGradients, _gradients.AsSpan(input * outputs, outputs));
            }
        }
    }

    /// <summary>Adds the loss's gradient by the inputs, from that by the outputs.</summary>
    public void AddInputGradients(ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        for (var input = 0; input < inputGradients.Length; input++)
        {
            var sum = 0f;
            var weights = _numbers.AsSpan(input * outputs, outputs);
            for (var output = 0; output < weights.Length; output++)
            {
                sum += weights[output] * outputGradients[output];
            }

            inputGradients[input] += sum;
        }
    }

    /// <summary>One step against the gradient, which is 0 again.</summary>
    public void Step(float rate)
    {
        _meanLacks *= MeanKeeps;
        _squareLacks *= SquareKeeps;
        for (var i = 0; i < _numbers.Length; i++)
        {
            var gradient = _gradients[i];
            _means[i] = MeanKeeps * _means[i] + (1 - MeanKeeps) * gradient;
            _squares[i] = SquareKeeps * _squares[i] + (1 - SquareKeeps) * (gradient * gradient);
            _numbers[i] -= rate * (_means[i] / (1 - _meanLacks)) / (MathF.Sqrt(_squares[i] / (1 - _squareLacks)) + Least);
        }

        Array.Clear(_gradients);
    }

    private static void AddScaled(float factor, ReadOnlySpan<float> values, Span<float> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }
}
