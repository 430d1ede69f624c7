using System.Linq;
using Microsoft.CodeAnalysis;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>The types of values in a row.</summary>
internal static class BufferTypes
{
    public static bool IsBuffer(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } || IsSpan(type) || InlineLength(type) is not null;

    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The length of an <c>[InlineArray]</c>.</summary>
    public static int? InlineLength(ITypeSymbol? type) => type?.TypeKind != TypeKind.Struct ? null : type.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute" && attribute.ConstructorArguments.Length == 1)
        .Select(attribute => attribute.ConstructorArguments[0].Value as int?)
        .FirstOrDefault();
}
