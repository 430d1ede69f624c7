using System;
using System.ComponentModel;

namespace SoftKernels.Numerics;

/// <summary>
/// The operations on the columns of blocks, each row-major and as many values high as a column has, whose lengths have been checked: what generated methods
/// call. Not meant for yours.
/// </summary>
/// <remarks>A single column of a block is a row, and columns of one value are rows of one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Columns
{
    /// <summary>Softmax of each column.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.Softmax(logits, probabilities, size);
        }
        else
        {
            WidestColumns.OfSingles<SoftmaxOfColumns<float>, float>(default, logits, probabilities, size, columns);
        }
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void Softmax(ReadOnlySpan<double> logits, Span<double> probabilities, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.Softmax(logits, probabilities, size);
        }
        else
        {
            WidestColumns.OfDoubles<SoftmaxOfColumns<double>, double>(default, logits, probabilities, size, columns);
        }
    }

    /// <summary>Log-softmax of each column.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> logits, Span<float> logProbabilities, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.LogSoftmax(logits, logProbabilities, size);
        }
        else
        {
            WidestColumns.OfSingles<LogSoftmaxOfColumns<float>, float>(default, logits, logProbabilities, size, columns);
        }
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, Span<double> logProbabilities, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.LogSoftmax(logits, logProbabilities, size);
        }
        else
        {
            WidestColumns.OfDoubles<LogSoftmaxOfColumns<double>, double>(default, logits, logProbabilities, size, columns);
        }
    }

    /// <summary>Log-sum-exp of each column.</summary>
    public static void LogSumExp(ReadOnlySpan<float> values, Span<float> results, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.LogSumExp(values, results, size);
        }
        else
        {
            WidestColumns.OfSingles<LogSumExpOfColumns<float>, float>(default, values, results, size, columns);
        }
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void LogSumExp(ReadOnlySpan<double> values, Span<double> results, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.LogSumExp(values, results, size);
        }
        else
        {
            WidestColumns.OfDoubles<LogSumExpOfColumns<double>, double>(default, values, results, size, columns);
        }
    }

    /// <summary>The maximum of each column.</summary>
    public static void Max(ReadOnlySpan<float> values, Span<float> results, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.Max(values, results, size);
        }
        else
        {
            WidestColumns.OfSingles<MaxOfColumns<float>, float>(default, values, results, size, columns);
        }
    }

    /// <inheritdoc cref="Max(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void Max(ReadOnlySpan<double> values, Span<double> results, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.Max(values, results, size);
        }
        else
        {
            WidestColumns.OfDoubles<MaxOfColumns<double>, double>(default, values, results, size, columns);
        }
    }

    /// <summary>The index of the first maximum of each column.</summary>
    public static void ArgMax(ReadOnlySpan<float> values, Span<int> indices, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.ArgMax(values, indices, size);
        }
        else
        {
            WidestColumns.OfSingles<ArgMaxOfColumns<float>, int>(default, values, indices, size, columns);
        }
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, Span{int}, int, int)"/>
    public static void ArgMax(ReadOnlySpan<double> values, Span<int> indices, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.ArgMax(values, indices, size);
        }
        else
        {
            WidestColumns.OfDoubles<ArgMaxOfColumns<double>, int>(default, values, indices, size, columns);
        }
    }

    /// <summary>The one-hot vector of each column's first maximum.</summary>
    public static void HardMax(ReadOnlySpan<float> values, Span<float> oneHot, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.HardMax(values, oneHot, size);
        }
        else
        {
            WidestColumns.OfSingles<HardMaxOfColumns<float>, float>(default, values, oneHot, size, columns);
        }
    }

    /// <inheritdoc cref="HardMax(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void HardMax(ReadOnlySpan<double> values, Span<double> oneHot, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.HardMax(values, oneHot, size);
        }
        else
        {
            WidestColumns.OfDoubles<HardMaxOfColumns<double>, double>(default, values, oneHot, size, columns);
        }
    }

    private static bool IsOfRows(int size, int columns) => size == 1 || columns == 1;
}
