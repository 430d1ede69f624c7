using Microsoft.CodeAnalysis;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Something written by hand that overflows where <c>SoftMath</c> does not.</summary>
/// <param name="Method">What it computes: a method of <c>SoftMath</c>.</param>
/// <param name="Exponential">The exponential that overflows: a call, or the method handed to LINQ.</param>
/// <param name="End">The division by the sum, its logarithm, or what else is done with it.</param>
internal sealed record Finding(string Method, IOperation Exponential, IOperation End)
{
    /// <summary>The narrowest type that exponentials or their sum have to fit into.</summary>
    public ITypeSymbol? Type { get; init; }

    public const string Softmax = nameof(Softmax);
    public const string LogSumExp = nameof(LogSumExp);
}
