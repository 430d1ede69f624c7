using System;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>What a row of finite values should give.</summary>
internal sealed record RowReference(Reference[] Softmax, Reference[] LogSoftmax, Reference LogSumExp);

internal interface IOracle<T>
{
    /// <summary>How many values a survey may give to one size and one distribution: what the oracle's speed affords.</summary>
    int ValuesPerSample { get; }

    RowReference Evaluate(ReadOnlySpan<T> row) => Evaluate(row, []);

    /// <summary>Of a row at a temperature: of its values divided by it, and log-sum-exp times it.</summary>
    RowReference Evaluate(ReadOnlySpan<T> values, ReadOnlySpan<int> counts, T temperature);

    /// <summary>Of a row in which each value occurs so many times, or once where nothing is said: a result for each value.</summary>
    RowReference Evaluate(ReadOnlySpan<T> values, ReadOnlySpan<int> counts);
}
