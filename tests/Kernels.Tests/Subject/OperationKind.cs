using System.Collections.Generic;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>What an operation leaves for a row: a value for each element, one value, or one index.</summary>
internal enum ResultShape
{
    Elements,
    Value,
    Index,
}

/// <summary>An operation as the public methods spell it.</summary>
internal sealed record OperationKind(string Name, ResultShape Shape, string Source, string Results)
{
    public static readonly OperationKind Softmax = new("Softmax", ResultShape.Elements, "logits", "probabilities");
    public static readonly OperationKind LogSoftmax = new("LogSoftmax", ResultShape.Elements, "logits", "logProbabilities");
    public static readonly OperationKind HardMax = new("HardMax", ResultShape.Elements, "values", "oneHot");
    public static readonly OperationKind LogSumExp = new("LogSumExp", ResultShape.Value, "values", "results");
    public static readonly OperationKind Max = new("Max", ResultShape.Value, "values", "results");
    public static readonly OperationKind ArgMax = new("ArgMax", ResultShape.Index, "values", "indices");

    public static IReadOnlyList<OperationKind> All { get; } = [Softmax, LogSoftmax, HardMax, LogSumExp, Max, ArgMax];
}
