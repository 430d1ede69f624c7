using System.Collections.Generic;

namespace SoftKernels.Accuracy.Exponential;

/// <summary>What was found over the floats in [−8330, 8192].</summary>
internal sealed record ExponentialResult
{
    public required long Values { get; init; }

    /// <summary>Vector types compared with each other, widest first; the widest is the one measured.</summary>
    public required IReadOnlyList<string> Widths { get; init; }

    public required long BitsThatDiffer { get; init; }

    public required double RelativeError { get; init; }

    public required float RelativeErrorAt { get; init; }

    public required double Ulp { get; init; }

    public required float UlpAt { get; init; }

    /// <summary>The relative error of weights as logarithms count them, before their significand is rounded.</summary>
    public required double Unrounded { get; init; }

    public required float UnroundedAt { get; init; }

    /// <summary>Whether multiply and add were fused.</summary>
    public required bool IsFused { get; init; }
}
