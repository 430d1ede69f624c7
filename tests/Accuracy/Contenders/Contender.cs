using System;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>A library's operations on one row; null where it has none. Log-sum-exp gives an array of one.</summary>
internal sealed record Contender<T>(string Name, Func<T[], T[]>? Softmax, Func<T[], T[]>? LogSoftmax, Func<T[], T[]>? LogSumExp)
    where T : unmanaged
{
    /// <summary>The generated methods for one size.</summary>
    public static Contender<T> Ours(KernelSet<T> kernel) => new("ours", Of(kernel.Softmax), Of(kernel.LogSoftmax), Of(kernel.LogSumExp));

    private static Func<T[], T[]> Of(Operation<T> operation) => row => operation.Values(operation.Row, row);
}
