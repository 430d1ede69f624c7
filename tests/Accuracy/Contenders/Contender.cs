using System;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>A library's operations on one row, or on columns side by side; null where it has none. Log-sum-exp gives one result a row.</summary>
internal sealed record Contender<T>(string Name, Func<T[], T[]>? Softmax, Func<T[], T[]>? LogSoftmax, Func<T[], T[]>? LogSumExp)
    where T : unmanaged
{
    /// <summary>The generated methods for one size.</summary>
    public static Contender<T> Ours(Operation<T> softmax, Operation<T> logSoftmax, Operation<T> logSumExp) =>
        Ours(Of(softmax), Of(logSoftmax), Of(logSumExp));

    public static Contender<T> Ours(Func<T[], T[]> softmax, Func<T[], T[]> logSoftmax, Func<T[], T[]> logSumExp) =>
        new("ours", softmax, logSoftmax, logSumExp);

    /// <summary>The same library with something else made of each of its operations.</summary>
    public Contender<T> Each(Func<Func<T[], T[]>, Func<T[], T[]>> change) =>
        new(Name, Softmax is null ? null : change(Softmax), LogSoftmax is null ? null : change(LogSoftmax), LogSumExp is null ? null : change(LogSumExp));

    private static Func<T[], T[]> Of(Operation<T> operation) => row => operation.Values(operation.Row, row);
}
