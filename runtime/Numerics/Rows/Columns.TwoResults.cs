using System;

namespace SoftKernels.Numerics;

/// <content>Two results a column, one after the other: a group's block holds what one of them leaves there.</content>
public static partial class Columns
{
    /// <summary>Softmax and log-sum-exp of each column.</summary>
    public static void SoftmaxLogSumExp(ReadOnlySpan<float> logits, Span<float> probabilities, Span<float> results, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.SoftmaxLogSumExp(logits, probabilities, results, size);
            return;
        }

        // Either may stand where the logits do, which the other has to have read before.
        bool isInPlace = logits.Overlaps(probabilities);
        if (isInPlace)
        {
            LogSumExp(logits, results, size, columns);
        }

        Softmax(logits, probabilities, size, columns);
        if (!isInPlace)
        {
            LogSumExp(logits, results, size, columns);
        }
    }

    /// <inheritdoc cref="SoftmaxLogSumExp(ReadOnlySpan{float}, Span{float}, Span{float}, int, int)"/>
    public static void SoftmaxLogSumExp(ReadOnlySpan<double> logits, Span<double> probabilities, Span<double> results, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.SoftmaxLogSumExp(logits, probabilities, results, size);
            return;
        }

        // Either may stand where the logits do, which the other has to have read before.
        bool isInPlace = logits.Overlaps(probabilities);
        if (isInPlace)
        {
            LogSumExp(logits, results, size, columns);
        }

        Softmax(logits, probabilities, size, columns);
        if (!isInPlace)
        {
            LogSumExp(logits, results, size, columns);
        }
    }

    /// <summary>The index of the first maximum of each column, and its softmax probability.</summary>
    public static void ArgMax(ReadOnlySpan<float> values, Span<int> indices, Span<float> probabilities, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.ArgMax(values, indices, probabilities, size);
            return;
        }

        // The probabilities may stand where the values do.
        ArgMax(values, indices, size, columns);
        WidestColumns.OfSingles<MaxProbabilityOfColumns<float>, float>(default, values, probabilities, size, columns);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, Span{int}, Span{float}, int, int)"/>
    public static void ArgMax(ReadOnlySpan<double> values, Span<int> indices, Span<double> probabilities, int size, int columns)
    {
        if (IsOfRows(size, columns))
        {
            Rows.ArgMax(values, indices, probabilities, size);
            return;
        }

        // The probabilities may stand where the values do.
        ArgMax(values, indices, size, columns);
        WidestColumns.OfDoubles<MaxProbabilityOfColumns<double>, double>(default, values, probabilities, size, columns);
    }
}
