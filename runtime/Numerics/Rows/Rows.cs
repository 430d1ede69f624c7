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
    internal const int RowsBetweenBlocks = 16;

    /// <summary>Softmax of each row.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities, int size) => ToRows<WidestSingle, SoftmaxOperation<float>, float>(default, logits, probabilities, size);

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void Softmax(ReadOnlySpan<double> logits, Span<double> probabilities, int size) => ToRows<WidestDouble, SoftmaxOperation<double>, double>(default, logits, probabilities, size);

    /// <summary>Log-softmax of each row.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities, int size) => ToRows<WidestSingle, LogSoftmaxOperation<float>, float>(default, logits, logProbabilities, size);

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, Span<double> logProbabilities, int size) => ToRows<WidestDouble, LogSoftmaxOperation<double>, double>(default, logits, logProbabilities, size);

    /// <summary>Log-sum-exp of each row.</summary>
    public static void LogSumExp(ReadOnlySpan<float> values, Span<float> results, int size) => ToValues<WidestSingle, LogSumExpOperation<float>, float, float>(default, values, results, size);

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSumExp(ReadOnlySpan<double> values, Span<double> results, int size) => ToValues<WidestDouble, LogSumExpOperation<double>, double, double>(default, values, results, size);

    /// <summary>The maximum of each row.</summary>
    public static void Max(ReadOnlySpan<float> values, Span<float> results, int size) => ToValues<WidestSingle, MaxOperation<float>, float, float>(default, values, results, size);

    /// <inheritdoc cref="Max(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void Max(ReadOnlySpan<double> values, Span<double> results, int size) => ToValues<WidestDouble, MaxOperation<double>, double, double>(default, values, results, size);

    /// <summary>The index of the first maximum of each row.</summary>
    public static void ArgMax(ReadOnlySpan<float> values, Span<int> indices, int size) => ToValues<WidestSingle, ArgMaxOperation<float>, float, int>(default, values, indices, size);

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, Span{int}, int)"/>
    public static void ArgMax(ReadOnlySpan<double> values, Span<int> indices, int size) => ToValues<WidestDouble, ArgMaxOperation<double>, double, int>(default, values, indices, size);

    /// <summary>The one-hot vector of each row's first maximum.</summary>
    public static void HardMax(ReadOnlySpan<float> values, Span<float> oneHot, int size) => ToRows<WidestSingle, HardMaxOperation<float>, float>(default, values, oneHot, size);

    /// <inheritdoc cref="HardMax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void HardMax(ReadOnlySpan<double> values, Span<double> oneHot, int size) => ToRows<WidestDouble, HardMaxOperation<double>, double>(default, values, oneHot, size);

    /// <summary>Softmax of each row at a temperature.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, float temperature, Span<float> probabilities, int size)
    {
        if (temperature == 1)
        {
            Softmax(logits, probabilities, size);
            return;
        }

        ToRows<WidestSingle, SoftmaxAtTemperature<float>, float>(new() { Temperature = temperature }, logits, probabilities, size);
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, float, Span{float}, int)"/>
    public static void Softmax(ReadOnlySpan<double> logits, double temperature, Span<double> probabilities, int size)
    {
        if (temperature == 1)
        {
            Softmax(logits, probabilities, size);
            return;
        }

        ToRows<WidestDouble, SoftmaxAtTemperature<double>, double>(new() { Temperature = temperature }, logits, probabilities, size);
    }

    /// <summary>Log-softmax of each row at a temperature.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> logits, float temperature, Span<float> logProbabilities, int size)
    {
        if (temperature == 1)
        {
            LogSoftmax(logits, logProbabilities, size);
            return;
        }

        ToRows<WidestSingle, LogSoftmaxAtTemperature<float>, float>(new() { Temperature = temperature }, logits, logProbabilities, size);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, float, Span{float}, int)"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, double temperature, Span<double> logProbabilities, int size)
    {
        if (temperature == 1)
        {
            LogSoftmax(logits, logProbabilities, size);
            return;
        }

        ToRows<WidestDouble, LogSoftmaxAtTemperature<double>, double>(new() { Temperature = temperature }, logits, logProbabilities, size);
    }

    /// <summary>Log-sum-exp of each row at a temperature.</summary>
    public static void LogSumExp(ReadOnlySpan<float> values, float temperature, Span<float> results, int size)
    {
        if (temperature == 1)
        {
            LogSumExp(values, results, size);
            return;
        }

        ToValues<WidestSingle, LogSumExpAtTemperature<float>, float, float>(new() { Temperature = temperature }, values, results, size);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, float, Span{float}, int)"/>
    public static void LogSumExp(ReadOnlySpan<double> values, double temperature, Span<double> results, int size)
    {
        if (temperature == 1)
        {
            LogSumExp(values, results, size);
            return;
        }

        ToValues<WidestDouble, LogSumExpAtTemperature<double>, double, double>(new() { Temperature = temperature }, values, results, size);
    }

    [MethodImpl(KernelOptions.Optimized)]
    internal static void ToRows<TWidest, TOperation, T>(TOperation operation, ReadOnlySpan<T> values, Span<T> results, int size)
        where TWidest : struct, IWidest<T>
        where TOperation : struct, IRowOperation<T, T>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int rows = values.Length / size;
        for (int row = 0; row < rows;)
        {
            row = default(TWidest).Blocks<TOperation, T>(operation, values, results, size, row);
            for (int end = Math.Min(row + RowsBetweenBlocks, rows); row < end; row++)
            {
                default(TWidest).Row<TOperation, T>(operation, values.Slice(row * size, size), results.Slice(row * size, size));
            }
        }
    }

    [MethodImpl(KernelOptions.Optimized)]
    internal static void ToValues<TWidest, TOperation, T, TResult>(TOperation operation, ReadOnlySpan<T> values, Span<TResult> results, int size)
        where TWidest : struct, IWidest<T>
        where TOperation : struct, IRowOperation<T, TResult>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        int rows = values.Length / size;
        for (int row = 0; row < rows;)
        {
            row = default(TWidest).Blocks<TOperation, TResult>(operation, values, results, size, row);
            for (int end = Math.Min(row + RowsBetweenBlocks, rows); row < end; row++)
            {
                results[row] = default(TWidest).Row<TOperation, TResult>(operation, values.Slice(row * size, size), default);
            }
        }
    }
}
