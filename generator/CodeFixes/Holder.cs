using Microsoft.CodeAnalysis;

namespace SoftKernels.CodeFixes;

/// <summary>What holds values of one type.</summary>
internal static class Holder
{
    /// <summary>The type of the values in an array, a span, a list, a tensor.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };
}
