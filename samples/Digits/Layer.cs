using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Digits;

/// <summary>Outputs = inputs × weights + biases, for rows of a row-major matrix.</summary>
/// <remarks>Each sum has one order, whatever the registers: with kernels that give the same bits everywhere, so does the whole training.</remarks>
internal sealed class Layer(int inputs, int outputs)
{
    private readonly float[] _weights = new float[inputs * outputs];
    private readonly float[] _biases = new float[outputs];

    public int Parameters => _weights.Length + _biases.Length;

    /// <summary>Weights at random, small enough for outputs as large as inputs (He's uniform distribution, for inputs that a ReLU halves).</summary>
    public void Randomize(Random random)
    {
        var bound = MathF.Sqrt(6f / inputs);
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = bound * (2 * random.NextSingle() - 1);
        }
    }

    public void Outputs(ReadOnlySpan<float> inputRows, Span<float> outputRows)
    {
        for (var row = 0; row < outputRows.Length / outputs; row++)
        {
            var sums = outputRows.Slice(row * outputs, outputs);
            _biases.CopyTo(sums);
            for (var input = 0; input < inputs; input++)
            {
                AddScaled(inputRows[row * inputs + input], _weights.AsSpan(input * outputs, outputs), sums);
            }
        }
    }

    /// <summary>The loss's gradient by the inputs, from that by the outputs.</summary>
    public void InputGradients(ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        for (var i = 0; i < inputGradients.Length; i++)
        {
            var (row, input) = Math.DivRem(i, inputs);
            var sum = 0f;
            for (var output = 0; output < outputs; output++)
            {
                sum += _weights[input * outputs + output] * outputGradients[row * outputs + output];
            }

            inputGradients[i] = sum;
        }
    }

    /// <summary>Adds the loss's gradient by weights and biases, <paramref name="scale"/> times.</summary>
    public void AddGradients(float scale, ReadOnlySpan<float> inputRows, ReadOnlySpan<float> outputGradients)
    {
        for (var row = 0; row < outputGradients.Length / outputs; row++)
        {
            var gradient = outputGradients.Slice(row * outputs, outputs);
            AddScaled(scale, gradient, _biases);
            for (var input = 0; input < inputs; input++)
            {
                AddScaled(scale * inputRows[row * inputs + input], gradient, _weights.AsSpan(input * outputs, outputs));
            }
        }
    }

    public void Scale(float factor)
    {
        Scale(factor, _weights);
        Scale(factor, _biases);
    }

    public void Add(Layer other)
    {
        AddScaled(1, other._weights, _weights);
        AddScaled(1, other._biases, _biases);
    }

    /// <summary>By registers, then by ones what is left: each sum is a product, rounded, and an addition, rounded, either way.</summary>
    private static void AddScaled(float factor, ReadOnlySpan<float> values, Span<float> sums)
    {
        var valueRegisters = MemoryMarshal.Cast<float, Vector<float>>(values);
        var sumRegisters = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var i = 0; i < sumRegisters.Length; i++)
        {
            sumRegisters[i] += factor * valueRegisters[i];
        }

        for (var i = sumRegisters.Length * Vector<float>.Count; i < sums.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }

    private static void Scale(float factor, Span<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }
}
