using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Diagnostics.Advice;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>Something written by hand that overflows where <c>SoftMath</c> does not.</summary>
/// <param name="Method">What it computes: a method of <c>SoftMath</c>.</param>
/// <param name="Exponential">The exponential that overflows.</param>
/// <param name="End">The division by the sum, or its logarithm.</param>
internal sealed record PlainFinding(string Method, Exponential Exponential, IOperation End)
{
    public const string Softmax = Finding.Softmax;
    public const string LogSumExp = Finding.LogSumExp;
}

/// <summary>The exponential of a variable's values as they are.</summary>
/// <param name="Call">The call, or the method handed to LINQ.</param>
/// <param name="Type">In which it is computed.</param>
/// <param name="Source">The variable.</param>
internal sealed record Exponential(IOperation Call, ITypeSymbol Type, ISymbol Source);
