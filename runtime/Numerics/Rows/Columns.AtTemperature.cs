using System;

namespace SoftKernels.Numerics;

/// <content>At a temperature, the same for all columns.</content>
public static partial class Columns
{
    /// <summary>Softmax of each column at a temperature.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, float temperature, Span<float> probabilities, int size, int columns)
    {
        if (temperature == 1)
        {
            Softmax(logits, probabilities, size, columns);
        }
        else if (IsOfRows(size, columns))
        {
            Rows.Softmax(logits, temperature, probabilities, size);
        }
        else
        {
            WidestColumns.OfSingles<SoftmaxOfColumnsAtTemperature<float>, float>(new(temperature), logits, probabilities, size, columns);
        }
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    public static void Softmax(ReadOnlySpan<double> logits, double temperature, Span<double> probabilities, int size, int columns)
    {
        if (temperature == 1)
        {
            Softmax(logits, probabilities, size, columns);
        }
        else if (IsOfRows(size, columns))
        {
            Rows.Softmax(logits, temperature, probabilities, size);
        }
        else
        {
            WidestColumns.OfDoubles<SoftmaxOfColumnsAtTemperature<double>, double>(new(temperature), logits, probabilities, size, columns);
        }
    }

    /// <summary>Log-softmax of each column at a temperature.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> logits, float temperature, Span<float> logProbabilities, int size, int columns)
    {
        if (temperature == 1)
        {
            LogSoftmax(logits, logProbabilities, size, columns);
        }
        else if (IsOfRows(size, columns))
        {
            Rows.LogSoftmax(logits, temperature, logProbabilities, size);
        }
        else
        {
            WidestColumns.OfSingles<LogSoftmaxOfColumnsAtTemperature<float>, float>(new(temperature), logits, logProbabilities, size, columns);
        }
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, double temperature, Span<double> logProbabilities, int size, int columns)
    {
        if (temperature == 1)
        {
            LogSoftmax(logits, logProbabilities, size, columns);
        }
        else if (IsOfRows(size, columns))
        {
            Rows.LogSoftmax(logits, temperature, logProbabilities, size);
        }
        else
        {
            WidestColumns.OfDoubles<LogSoftmaxOfColumnsAtTemperature<double>, double>(new(temperature), logits, logProbabilities, size, columns);
        }
    }

    /// <summary>Log-sum-exp of each column at a temperature.</summary>
    public static void LogSumExp(ReadOnlySpan<float> values, float temperature, Span<float> results, int size, int columns)
    {
        if (temperature == 1)
        {
            LogSumExp(values, results, size, columns);
        }
        else if (IsOfRows(size, columns))
        {
            Rows.LogSumExp(values, temperature, results, size);
        }
        else
        {
            WidestColumns.OfSingles<LogSumExpOfColumnsAtTemperature<float>, float>(new(temperature), values, results, size, columns);
        }
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, float, Span{float}, int, int)"/>
    public static void LogSumExp(ReadOnlySpan<double> values, double temperature, Span<double> results, int size, int columns)
    {
        if (temperature == 1)
        {
            LogSumExp(values, results, size, columns);
        }
        else if (IsOfRows(size, columns))
        {
            Rows.LogSumExp(values, temperature, results, size);
        }
        else
        {
            WidestColumns.OfDoubles<LogSumExpOfColumnsAtTemperature<double>, double>(new(temperature), values, results, size, columns);
        }
    }
}
