using System;
using System.Linq;
using System.Numerics.Tensors;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Extras;

/// <summary>What one writes with System.Numerics.Tensors where it lacks the method: another row first, then the stable formulas.</summary>
internal static class Composition
{
    private static readonly float[] s_row = new float[ExtrasReport.Sizes.Max()];

    public static void AtTemperature(Operation operation, ReadOnlySpan<float> logits, float temperature, Span<float> results, int size)
    {
        Span<float> row = s_row.AsSpan(0, size);
        for (int at = 0; at < logits.Length; at += size)
        {
            TensorPrimitives.Divide(logits.Slice(at, size), temperature, row);
            Row(operation, row, results, at / size);
        }

        if (!operation.GivesRow())
        {
            TensorPrimitives.Multiply(results, temperature, results);
        }
    }

    public static void Masked(Operation operation, ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> results, int size)
    {
        Span<float> row = s_row.AsSpan(0, size);
        for (int at = 0; at < logits.Length; at += size)
        {
            ReadOnlySpan<float> values = logits.Slice(at, size);
            ReadOnlySpan<bool> present = mask.Slice(at, size);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = present[i] ? values[i] : float.NegativeInfinity;
            }

            Row(operation, row, results, at / size);
        }
    }

    /// <summary>With a mask that is 0 or −∞.</summary>
    public static void Added(Operation operation, ReadOnlySpan<float> logits, ReadOnlySpan<float> mask, Span<float> results, int size)
    {
        Span<float> row = s_row.AsSpan(0, size);
        for (int at = 0; at < logits.Length; at += size)
        {
            TensorPrimitives.Add(logits.Slice(at, size), mask.Slice(at, size), row);
            Row(operation, row, results, at / size);
        }
    }

    /// <param name="operation">The operation.</param>
    /// <param name="blocks">Blocks of so many columns.</param>
    /// <param name="rows">Room for their rows.</param>
    /// <param name="rowsOfResults">And for their results, where those are rows.</param>
    /// <param name="results">Where results go.</param>
    /// <param name="size">N.</param>
    /// <param name="columns">How many columns a block has.</param>
    public static void Columns(Operation operation, ReadOnlySpan<float> blocks, Span<float> rows, Span<float> rowsOfResults, Span<float> results, int size, int columns)
    {
        Blocks.Turn(blocks, rows, size, columns);
        Span<float> target = operation.GivesRow() ? rowsOfResults : results;
        for (int at = 0; at < rows.Length; at += size)
        {
            Row(operation, rows.Slice(at, size), target, at / size);
        }

        if (operation.GivesRow())
        {
            Blocks.Turn(rowsOfResults, results, columns, size);
        }
    }

    /// <summary>The exponentials are taken once here, too.</summary>
    public static void SoftmaxLogSumExp(ReadOnlySpan<float> logits, Span<float> probabilities, Span<float> sums, int size)
    {
        for (int at = 0; at < logits.Length; at += size)
        {
            Span<float> results = probabilities.Slice(at, size);
            float sum = Weights(logits.Slice(at, size), results, out float max);
            sums[at / size] = max + MathF.Log(sum);
            TensorPrimitives.Divide(results, sum, results);
        }
    }

    public static void Winners(ReadOnlySpan<float> logits, Span<int> indices, Span<float> probabilities, int size)
    {
        for (int at = 0; at < logits.Length; at += size)
        {
            indices[at / size] = TensorPrimitives.IndexOfMax(logits.Slice(at, size));
            probabilities[at / size] = 1 / Weights(logits.Slice(at, size), s_row.AsSpan(0, size), out _);
        }
    }

    public static float Weights(ReadOnlySpan<float> row, Span<float> weights, out float max)
    {
        max = TensorPrimitives.Max(row);
        TensorPrimitives.Subtract(row, max, weights);
        TensorPrimitives.Exp(weights, weights);
        return TensorPrimitives.Sum<float>(weights);
    }

    private static void Row(Operation operation, ReadOnlySpan<float> row, Span<float> results, int number)
    {
        switch (operation)
        {
            case Operation.Softmax: StableComposition.Softmax<float>.Invoke(row, results.Slice(number * row.Length, row.Length)); break;
            case Operation.LogSoftmax: StableComposition.LogSoftmax<float>.Invoke(row, results.Slice(number * row.Length, row.Length)); break;
            default: results[number] = StableComposition.LogSumExp<float>.Invoke(row); break;
        }
    }
}
