namespace SoftKernels.Benchmarks.Measuring;

/// <summary>What one table is about.</summary>
internal sealed record Scenario(Operation Operation, bool IsDouble = false, bool OneRowACall = false)
{
    public string Title => $"{Operation}, {(IsDouble ? "double" : "float")}, {(OneRowACall ? "one row a call" : "all rows in one call")}";
}
