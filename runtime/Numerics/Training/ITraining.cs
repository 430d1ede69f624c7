using System;

namespace SoftKernels.Numerics;

/// <summary>What training asks of the rows of a matrix, whose lengths and numbers have been checked. What an operation has no use for is empty.</summary>
/// <typeparam name="T">The element.</typeparam>
internal interface ITraining<T>
{
    /// <param name="values">The rows that the operation is about.</param>
    /// <param name="others">Rows that go with them: targets, or gradients of what follows.</param>
    /// <param name="labels">An index for each row.</param>
    /// <param name="folded">One result a row; it may begin where the values do.</param>
    /// <param name="filled">As many results as values, or none; they may begin where the values or the others do.</param>
    /// <param name="size">The values of a row.</param>
    void Rows(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size);
}
