using System;
using System.Collections.Generic;
using SoftKernels.Kernels.Tests.Oracle;

namespace Playground.Numbers;

internal delegate void RowFunction<T>(ReadOnlySpan<T> row, Span<T> results);

/// <summary>One way to compute an operation. There are as many results as values; where one number comes of a row, it is the first, and the others are room to work in.</summary>
internal sealed record Contender<T>(string Name, RowFunction<T> Compute);

/// <summary>An operation on a row: ours, TensorPrimitives' and the stable composition, in this order, and what the results should be.</summary>
/// <param name="Name">As the README has it.</param>
/// <param name="Formula">What it is.</param>
/// <param name="Exact">The results, out of those of the row.</param>
/// <param name="Single">Who computes it for float.</param>
/// <param name="Double">Who computes it for double.</param>
internal sealed record Operation(string Name, string Formula, Func<RowReference, Reference[]> Exact, Contender<float>[] Single, Contender<double>[] Double)
{
    /// <summary>All there are: a new one is an entry here.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("Softmax", "exp(xᵢ) / Σ exp(xⱼ)", row => row.Softmax,
            Contenders<float>(RowKernels.Softmax, Compositions<float>.Softmax, Compositions<float>.StableSoftmax),
            Contenders<double>(RowKernels.Softmax, Compositions<double>.Softmax, Compositions<double>.StableSoftmax)),
        new("LogSoftmax", "xᵢ − log Σ exp(xⱼ)", row => row.LogSoftmax,
            Contenders<float>(RowKernels.LogSoftmax, Compositions<float>.LogSoftmax, Compositions<float>.StableLogSoftmax),
            Contenders<double>(RowKernels.LogSoftmax, Compositions<double>.LogSoftmax, Compositions<double>.StableLogSoftmax)),
        new("LogSumExp", "log Σ exp(xᵢ)", row => [row.LogSumExp],
            Contenders<float>((row, results) => results[0] = RowKernels.LogSumExp(row), Compositions<float>.LogSumExp, Compositions<float>.StableLogSumExp),
            Contenders<double>((row, results) => results[0] = RowKernels.LogSumExp(row), Compositions<double>.LogSumExp, Compositions<double>.StableLogSumExp)),
    ];

    private static Contender<T>[] Contenders<T>(RowFunction<T> ours, RowFunction<T> tensor, RowFunction<T> composition) =>
        [new("SoftKernels", ours), new("TensorPrimitives", tensor), new("stable composition", composition)];
}
