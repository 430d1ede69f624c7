using System;

namespace SoftKernels.Numerics;

/// <summary>The operations at one register: on one row of any length, of one value at least, and on blocks of rows.</summary>
/// <remarks>Blocks begin with a row, and end at the row at which none begins any more, or one whose rows are not ordinary: which they return.</remarks>
/// <typeparam name="T">The element: float or double.</typeparam>
internal interface IRows<T>
{
    T Softmax(ReadOnlySpan<T> logits, Span<T> probabilities);

    int Softmax(ReadOnlySpan<T> logits, Span<T> probabilities, int size, int row);

    T LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities);

    int LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int row);

    T LogSumExp(ReadOnlySpan<T> values);

    int LogSumExp(ReadOnlySpan<T> values, Span<T> results, int size, int row);

    T Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities);

    int Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size, int row);

    T LogSoftmax(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities);

    int LogSoftmax(ReadOnlySpan<T> logits, T temperature, Span<T> logProbabilities, int size, int row);

    T LogSumExp(ReadOnlySpan<T> values, T temperature);

    int LogSumExp(ReadOnlySpan<T> values, T temperature, Span<T> results, int size, int row);

    /// <summary>The maximum, +0 where it is a zero, or NaN where there is one.</summary>
    T Max(ReadOnlySpan<T> values);

    int Max(ReadOnlySpan<T> values, Span<T> results, int size, int row);

    /// <summary>The index of the first NaN, else of the first maximum.</summary>
    int ArgMax(ReadOnlySpan<T> values);

    int ArgMax(ReadOnlySpan<T> values, Span<int> indices, int size, int row);

    /// <summary>The indices of the first values, as many as are asked for and there are.</summary>
    void TopK(ReadOnlySpan<T> values, Span<int> indices);

    /// <summary>The index that is drawn at a temperature, −1 where nothing has weight.</summary>
    int Sample(ReadOnlySpan<T> logits, T temperature, double uniform);

    T HardMax(ReadOnlySpan<T> values, Span<T> oneHot);

    int HardMax(ReadOnlySpan<T> values, Span<T> oneHot, int size, int row);

    /// <summary>Copies the values that take part, and −∞ for the others.</summary>
    void LeaveOut<TMask>(ReadOnlySpan<T> values, ref byte mask, Span<T> destination)
        where TMask : struct;

    T MaskedSoftmax<TMask>(ReadOnlySpan<T> logits, ref byte mask, Span<T> probabilities)
        where TMask : struct;

    T MaskedLogSoftmax<TMask>(ReadOnlySpan<T> logits, ref byte mask, Span<T> logProbabilities)
        where TMask : struct;

    T MaskedLogSumExp<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct;

    /// <summary>Of what takes part, the index of the first NaN, else of the first maximum; −1 where nothing does.</summary>
    int MaskedArgMax<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct;

    /// <summary>log-sum-exp − max; where all values are −∞, +∞.</summary>
    T LogOfRest(ReadOnlySpan<T> values);

    int LogOfRest(ReadOnlySpan<T> values, Span<T> results, int size, int row);

    /// <summary>Softmax, and log-sum-exp − max, the maximum, and the sum of all probabilities but that of one maximum: +∞, −∞ and 1 where all values are −∞.</summary>
    void SoftmaxLoss(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts);

    int SoftmaxLoss(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts, int size, int row);

    /// <summary>Softmax, and log-sum-exp − max, the maximum, and what the first has lost by rounding.</summary>
    void SoftmaxLog(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> parts);

    /// <summary>The entropy of softmax.</summary>
    T Entropy(ReadOnlySpan<T> logits);

    /// <summary>The two greatest values of a part of a row, +0 for a zero; both NaN where there is one.</summary>
    T Peak(ReadOnlySpan<T> part, out T second);

    /// <summary>Adds a part of a row, whose maximum is finite, to its sums.</summary>
    void Count(ReadOnlySpan<T> part, ref RowInParts<T> row);

    /// <summary>Softmax of a part of a row whose maximum is finite, of two values at least.</summary>
    void Softmax(ReadOnlySpan<T> part, in RowInParts<T> row, Span<T> probabilities);

    /// <summary>Log-softmax of a part of a row whose maximum is finite.</summary>
    void LogSoftmax(ReadOnlySpan<T> part, in RowInParts<T> row, Span<T> logProbabilities);

    /// <summary>Log-sum-exp of a row whose maximum is finite.</summary>
    T LogSumExp(in RowInParts<T> row);

    /// <summary>log-sum-exp − max of a row whose maximum is finite.</summary>
    T LogOfRest(in RowInParts<T> row);

    /// <summary>The entropy of the softmax of a row whose maximum is finite.</summary>
    T Entropy(in RowInParts<T> row);

    /// <summary>upstream − exp(logProbabilities)·sum.</summary>
    void LogSoftmaxGradient(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<T> upstream, T sum, Span<T> gradient);

    /// <summary>Softmax, and log-sum-exp, which is returned.</summary>
    T SoftmaxLogSumExp(ReadOnlySpan<T> logits, Span<T> probabilities);

    int SoftmaxLogSumExp(ReadOnlySpan<T> logits, Span<T> probabilities, Span<T> results, int size, int row);

    /// <summary>The index of the first NaN, else of the first maximum, and what softmax gives that.</summary>
    int ArgMax(ReadOnlySpan<T> values, out T probability);

    int ArgMax(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size, int row);
}

/// <summary>An operation, at whatever register.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TResult">What comes out: elements, or indices.</typeparam>
internal interface IRowOperation<T, TResult>
{
    /// <summary>One row: its one result, where there is no more than that.</summary>
    TResult Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<TResult> results)
        where TRows : struct, IRows<T>;

    /// <summary>Blocks of rows, as <see cref="IRows{T}"/> has them.</summary>
    int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<TResult> results, int size, int row)
        where TRows : struct, IRows<T>;
}

/// <summary>An operation with two results a row, at whatever register.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TFirst">What the first result is: elements, or an index.</typeparam>
internal interface ITwoResults<T, TFirst>
{
    /// <summary>One row: its index, where that is the first result, and the second.</summary>
    int Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<T> results, out T value)
        where TRows : struct, IRows<T>;

    /// <summary>Blocks of rows, as <see cref="IRows{T}"/> has them.</summary>
    int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<TFirst> first, Span<T> second, int size, int row)
        where TRows : struct, IRows<T>;
}
