using System.Collections.Generic;

namespace SoftKernels.Generator.Operations;

/// <summary>The operations: one line each, in the order in which they are written.</summary>
internal static class OperationCatalog
{
    /// <summary>What an attribute that names no operations asks for.</summary>
    public static Operation[] Core { get; } =
    [
        new Softmax(),
        new LogSoftmax(),
        new LogSumExp(),
        new Max(),
        new ArgMax(),
        new HardMax(),
    ];

    /// <summary>The core, then two of it in one pass, what must be named, then the variants that an extra asks for.</summary>
    public static Operation[] All { get; } =
    [
        .. Core,
        new SoftmaxLogSumExp(),
        new ArgMaxProbability(),
        .. CrossEntropy.Overloads,
        new SoftmaxGradient(),
        new LogSoftmaxGradient(),
        new Entropy(),
        new AtTemperature(Core[0], "Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ)."),
        new AtTemperature(Core[1], "Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ)."),
        new AtTemperature(Core[2], "Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum."),
        .. Masked.Of(Core[0]),
        .. Masked.Of(Core[1]),
        .. Masked.Of(Core[2]),
        .. Masked.Of(Core[4]),
    ];

    /// <summary>The extras that there are, whether or not an operation has them.</summary>
    public const Extras AllExtras = Extras.Temperature | Extras.Mask | Extras.Columns;

    /// <summary>The bits of the core.</summary>
    public static int CoreFlags { get; } = FlagsOf(Core);

    /// <summary>The bits of all operations.</summary>
    public static int Flags { get; } = FlagsOf(All);

    /// <summary>The extras that some of the operations has that are asked for.</summary>
    /// <param name="operations">Those that there are.</param>
    /// <param name="flags">The bits of those that are asked for.</param>
    public static Extras ExtrasOf(IReadOnlyList<Operation> operations, int flags)
    {
        Extras extras = Extras.None;
        foreach (Operation operation in operations)
        {
            if (operation.IsAskedForBy(flags))
            {
                extras |= operation.Extra | operation.FormExtras;
            }
        }

        return extras;
    }

    private static int FlagsOf(Operation[] operations)
    {
        int flags = 0;
        foreach (Operation operation in operations)
        {
            flags |= operation.Flag;
        }

        return flags;
    }
}
