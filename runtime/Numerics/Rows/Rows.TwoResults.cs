using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>Operations with two results a row.</content>
public static partial class Rows
{
    /// <summary>Softmax and log-sum-exp of each row.</summary>
    public static void SoftmaxLogSumExp(ReadOnlySpan<float> logits, Span<float> probabilities, Span<float> results, int size) =>
        ToBoth<WidestSingleOfTwo, float>(logits, probabilities, results, size);

    /// <inheritdoc cref="SoftmaxLogSumExp(ReadOnlySpan{float}, Span{float}, Span{float}, int)"/>
    public static void SoftmaxLogSumExp(ReadOnlySpan<double> logits, Span<double> probabilities, Span<double> results, int size) =>
        ToBoth<WidestDoubleOfTwo, double>(logits, probabilities, results, size);

    /// <summary>The index of the first maximum of each row, and its softmax probability.</summary>
    public static void ArgMax(ReadOnlySpan<float> values, Span<int> indices, Span<float> probabilities, int size) =>
        ToIndices<WidestSingleOfTwo, float>(values, indices, probabilities, size);

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, Span{int}, Span{float}, int)"/>
    public static void ArgMax(ReadOnlySpan<double> values, Span<int> indices, Span<double> probabilities, int size) =>
        ToIndices<WidestDoubleOfTwo, double>(values, indices, probabilities, size);

    [MethodImpl(KernelOptions.Optimized)]
    private static void ToBoth<TWidest, T>(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size)
        where TWidest : struct, IWidestOfTwo<T>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        for (int row = 0; row < results.Length;)
        {
            row = default(TWidest).Blocks<SoftmaxLogSumExpOperation<T>, T>(logits, probabilities, results, size, row);
            for (int end = Math.Min(row + RowsBetweenBlocks, results.Length); row < end; row++)
            {
                // The result may stand where the logits do.
                default(TWidest).Row<SoftmaxLogSumExpOperation<T>, T>(logits.Slice(row * size, size), probabilities.Slice(row * size, size), out T result);
                results[row] = result;
            }
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void ToIndices<TWidest, T>(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size)
        where TWidest : struct, IWidestOfTwo<T>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        for (int row = 0; row < indices.Length;)
        {
            row = default(TWidest).Blocks<ArgMaxProbabilityOperation<T>, int>(values, indices, probabilities, size, row);
            for (int end = Math.Min(row + RowsBetweenBlocks, indices.Length); row < end; row++)
            {
                indices[row] = default(TWidest).Row<ArgMaxProbabilityOperation<T>, int>(values.Slice(row * size, size), default, out T probability);
                probabilities[row] = probability;
            }
        }
    }
}
