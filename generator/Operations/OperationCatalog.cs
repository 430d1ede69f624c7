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

    private static Sample Drawn { get; } = new();

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
        TopK.Indices,
        TopK.ThenSoftmax,
        TopK.OfSoftmax,
        Drawn,
        new AtTemperature(Core[0], "Softmax at a temperature τ: exp(xᵢ/τ) / Σ exp(xⱼ/τ)."),
        new AtTemperature(Core[1], "Log-softmax at a temperature τ: xᵢ/τ − log Σ exp(xⱼ/τ)."),
        new AtTemperature(Core[2], "Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum."),
        new AtTemperature(TopK.ThenSoftmax, "The indices of the k first logits, in descending order, and softmax of those k at a temperature τ."),
        new AtTemperature(TopK.OfSoftmax, "Softmax of all logits at a temperature τ, and the indices of its k first probabilities, in descending order."),
        new AtTemperature(Drawn, "A draw from softmax at a temperature τ, by a number from 0 to below 1."),
        .. Masked.Of(Core[0]),
        .. Masked.Of(Core[1]),
        .. Masked.Of(Core[2]),
        .. Masked.Of(Core[4]),
        .. Masked.Of(TopK.Indices),
        .. Masked.Of(TopK.ThenSoftmax),
        .. Masked.Of(TopK.OfSoftmax),
        .. Masked.Of(Drawn),
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
