namespace SoftKernels.Benchmarks.Measuring;

internal enum Operation
{
    Softmax,
    LogSoftmax,
    LogSumExp,
    Max,
    ArgMax,
    HardMax,
}

internal static class Operations
{
    /// <summary>Whether a row gives a row, not one value.</summary>
    public static bool GivesRow(this Operation operation) => operation is Operation.Softmax or Operation.LogSoftmax or Operation.HardMax;

    public static bool TakesExponentials(this Operation operation) => operation is not (Operation.Max or Operation.ArgMax or Operation.HardMax);
}
