using System;
using System.Linq;
using System.Numerics.Tensors;
using SoftKernels.Benchmarks.Masks;

namespace SoftKernels.Benchmarks.Extras;

/// <content>Top-k against as many calls of our argmax, and against what one writes with System.Numerics.Tensors; draws against our softmax.</content>
internal sealed partial class Data
{
    private delegate void TopK(ReadOnlySpan<float> values, Span<int> indices);

    private delegate void TopKAndProbabilities(ReadOnlySpan<float> logits, Span<int> indices, Span<float> probabilities);

    private delegate int Index(ReadOnlySpan<float> values);

    private delegate int Draw(ReadOnlySpan<float> logits, double uniform);

    public Contest OfTopK(int most)
    {
        int k = Math.Min(most, _size);
        TopK ours = Find<TopK>($"TopK{_size}");
        Index one = Find<Index>($"ArgMax{_size}");
        int[] indices = new int[_rows * k];
        float[] copy = new float[_size];
        return new Contest($"TopK of {most}, one row a call", _size,
        [
            Ours(() =>
            {
                for (int row = 0; row < _rows; row++)
                {
                    ours(Row(row * _size), indices.AsSpan(row * k, k));
                }

                See(indices, k);
            }),
            Way("as many calls of ArgMax, each of which finds the first", () =>
            {
                for (int row = 0; row < _rows; row++)
                {
                    for (int i = 0; i < k; i++)
                    {
                        indices[(row * k) + i] = one(Row(row * _size));
                    }
                }

                See(indices, k);
            }),
            Way("TensorPrimitives: IndexOfMax of a copy, k times", () =>
            {
                for (int row = 0; row < _rows; row++)
                {
                    Row(row * _size).CopyTo(copy);
                    for (int i = 0; i < k; i++)
                    {
                        int index = TensorPrimitives.IndexOfMax<float>(copy);
                        indices[(row * k) + i] = index;
                        copy[index] = float.NegativeInfinity;
                    }
                }

                See(indices, k);
            }),
        ]).Checked(_values);
    }

    public Contest OfDraw()
    {
        Draw ours = Find<Draw>($"Sample{_size}");

        // Numbers in no order, from 0 to below 1.
        double[] uniforms = [.. Enumerable.Range(0, _rows).Select(row => row * 0.6180339887498949 % 1)];
        Fill<float> softmax = Find<Fill<float>>($"Softmax{_size}");
        return new(
            "Sample, one row a call",
            _size,
            [
                Ours(() =>
                {
                    for (int row = 0; row < _rows; row++)
                    {
                        _indices[row] = ours(Row(row * _size), uniforms[row]);
                    }
                }),
                Way("our Softmax, which draws nothing", () =>
                {
                    for (int row = 0; row < _rows; row++)
                    {
                        softmax(Row(row * _size), _results.Span.Slice(row * _size, _size));
                    }
                }),
                Way($"{Stable}, summed up to u", () =>
                {
                    for (int row = 0; row < _rows; row++)
                    {
                        Span<float> weights = _results.Span.Slice(row * _size, _size);
                        float left = (float)uniforms[row] * Composition.Weights(Row(row * _size), weights, out _);
                        int index = 0;
                        for (; index < weights.Length - 1 && left >= weights[index]; index++)
                        {
                            left -= weights[index];
                        }

                        _indices[row] = index;
                    }
                }),
            ]);
    }

    /// <summary>Both orders of routing, two of each row.</summary>
    public Contest OfRouting(string name)
    {
        TopKAndProbabilities ours = Find<TopKAndProbabilities>($"{name}{_size}Rows");
        Fill<float> softmax = Find<Fill<float>>($"Softmax{_size}Rows");
        int[] indices = new int[2 * _rows];
        float[] probabilities = new float[2 * _rows];
        return new($"{name} of 2, rows", _size, [Ours(() => ours(_logits.Span, indices, probabilities)), Way("our Softmax of all rows", () => softmax(_logits.Span, _results.Span))]);
    }

    private void See(int[] indices, int k)
    {
        for (int row = 0; row < _rows; row++)
        {
            _values.Span[row] = indices[row * k];
        }
    }
}
