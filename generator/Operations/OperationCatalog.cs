namespace SoftKernels.Generator.Operations;

/// <summary>The operations: one line each, in the order in which they are written.</summary>
internal static class OperationCatalog
{
    public static Operation[] All { get; } =
    [
        new Softmax(),
        new LogSoftmax(),
        new LogSumExp(),
        new Max(),
        new ArgMax(),
        new HardMax(),
    ];

    /// <summary>The bits of all operations.</summary>
    public static int Flags
    {
        get
        {
            int flags = 0;
            foreach (Operation operation in All)
            {
                flags |= operation.Flag;
            }

            return flags;
        }
    }
}
