using System;
using System.Numerics.Tensors;

namespace Experts;

/// <summary>Routing by TensorPrimitives, row by row: a softmax that does not overflow, and k times the index of the maximum.</summary>
internal sealed class Composition(int experts, int k)
{
    // A row's values that are not chosen yet.
    private readonly float[] _rest = new float[experts];

    public void TopKSoftmax(ReadOnlySpan<float> logits, Span<int> chosen, Span<float> weights)
    {
        for (var token = 0; token < logits.Length / experts; token++)
        {
            var kept = weights.Slice(token * k, k);
            logits.Slice(token * experts, experts).CopyTo(_rest);
            Choose(chosen.Slice(token * k, k), kept);
            Softmax(kept, kept);
        }
    }

    public void SoftmaxTopK(ReadOnlySpan<float> logits, Span<int> chosen, Span<float> weights)
    {
        for (var token = 0; token < logits.Length / experts; token++)
        {
            Softmax(logits.Slice(token * experts, experts), _rest);
            Choose(chosen.Slice(token * k, k), weights.Slice(token * k, k));
        }
    }

    private void Choose(Span<int> chosen, Span<float> values)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            var index = TensorPrimitives.IndexOfMax(_rest);
            chosen[i] = index;
            values[i] = _rest[index];
            _rest[index] = float.NegativeInfinity;
        }
    }

    /// <summary>TensorPrimitives.SoftMax does not subtract the maximum, and overflows.</summary>
    private static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.Exp(probabilities, probabilities);
        TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum(probabilities), probabilities);
    }
}
