using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// The operations on the rows of a matrix, row-major, whose lengths have been checked: what generated methods call where nothing is unrolled.
/// Not meant for yours.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Rows
{
    /// <summary>Rows that are taken one by one where a block is not ordinary: no more than any block has.</summary>
    private const int RowsBetweenBlocks = 16;

    /// <summary>Softmax of each row.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities, int size) => ToRows<WidestSingle, SoftmaxOperation<float>, float>(logits, probabilities, size);

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void Softmax(ReadOnlySpan<double> logits, Span<double> probabilities, int size) => ToRows<WidestDouble, SoftmaxOperation<double>, double>(logits, probabilities, size);

    /// <summary>Log-softmax of each row.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities, int size) => ToRows<WidestSingle, LogSoftmaxOperation<float>, float>(logits, logProbabilities, size);

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, Span<double> logProbabilities, int size) => ToRows<WidestDouble, LogSoftmaxOperation<double>, double>(logits, logProbabilities, size);

    /// <summary>Log-sum-exp of each row.</summary>
    public static void LogSumExp(ReadOnlySpan<float> values, Span<float> results, int size) => ToValues<WidestSingle, LogSumExpOperation<float>, float, float>(values, results, size);

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSumExp(ReadOnlySpan<double> values, Span<double> results, int size) => ToValues<WidestDouble, LogSumExpOperation<double>, double, double>(values, results, size);

    /// <summary>The maximum of each row.</summary>
    public static void Max(ReadOnlySpan<float> values, Span<float> results, int size) => ToValues<WidestSingle, MaxOperation<float>, float, float>(values, results, size);

    /// <inheritdoc cref="Max(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void Max(ReadOnlySpan<double> values, Span<double> results, int size) => ToValues<WidestDouble, MaxOperation<double>, double, double>(values, results, size);

    /// <summary>The index of the first maximum of each row.</summary>
    public static void ArgMax(ReadOnlySpan<float> values, Span<int> indices, int size) => ToValues<WidestSingle, ArgMaxOperation<float>, float, int>(values, indices, size);

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, Span{int}, int)"/>
    public static void ArgMax(ReadOnlySpan<double> values, Span<int> indices, int size) => ToValues<WidestDouble, ArgMaxOperation<double>, double, int>(values, indices, size);

    /// <summary>The one-hot vector of each row's first maximum.</summary>
    public static void HardMax(ReadOnlySpan<float> values, Span<float> oneHot, int size) => ToRows<WidestSingle, HardMaxOperation<float>, float>(values, oneHot, size);

    /// <inheritdoc cref="HardMax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void HardMax(ReadOnlySpan<double> values, Span<double> oneHot, int size) => ToRows<WidestDouble, HardMaxOperation<double>, double>(values, oneHot, size);

    [MethodImpl(KernelOptions.Optimized)]
    private static void ToRows<TWidest, TOperation, T>(ReadOnlySpan<T> values, Span<T> results, int size)
        where TWidest : struct, IWidest<T>
        where TOperation : struct, IRowOperation<T, T>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int rows = values.Length / size;
        for (int row = 0; row < rows;)
        {
            row = default(TWidest).Blocks<TOperation, T>(values, results, size, row);
            for (int end = Math.Min(row + RowsBetweenBlocks, rows); row < end; row++)
            {
                default(TWidest).Row<TOperation, T>(values.Slice(row * size, size), results.Slice(row * size, size));
            }
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    private static void ToValues<TWidest, TOperation, T, TResult>(ReadOnlySpan<T> values, Span<TResult> results, int size)
        where TWidest : struct, IWidest<T>
        where TOperation : struct, IRowOperation<T, TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int rows = values.Length / size;
        for (int row = 0; row < rows;)
        {
            row = default(TWidest).Blocks<TOperation, TResult>(values, results, size, row);
            for (int end = Math.Min(row + RowsBetweenBlocks, rows); row < end; row++)
            {
                results[row] = default(TWidest).Row<TOperation, TResult>(values.Slice(row * size, size), default);
            }
        }
    }
}
