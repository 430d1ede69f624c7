using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Rules;

/// <summary>How a type is named in source and in metadata.</summary>
internal static class TypeNames
{
    /// <summary>The containing types, outermost first, then the type itself.</summary>
    public static IEnumerable<INamedTypeSymbol> Nesting(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? Nesting(container).Append(type) : [type];

    public static string Namespace(INamedTypeSymbol type) =>
        string.Join(".", Namespaces(type.ContainingNamespace).Select(Escape));

    public static string Metadata(INamedTypeSymbol type) => string.Join(".",
        Namespaces(type.ContainingNamespace).Append(string.Join("+", Nesting(type).Select(nested => nested.MetadataName))));

    public static TypeDeclaration Declaration(INamedTypeSymbol type) => new(Keyword(type), Escape(type.Name) + TypeParameters(type));

    public static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static IEnumerable<string> Namespaces(INamespaceSymbol space) =>
        space.IsGlobalNamespace ? [] : Namespaces(space.ContainingNamespace).Append(space.Name);

    private static string TypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(TypeParameter))}>";

    /// <summary>Constraints may be left out of a part, but variance may not (CS1067).</summary>
    private static string TypeParameter(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    } + Escape(parameter.Name);

    /// <summary>Contextual keywords too: <c>class record</c> and <c>class partial</c> can't be re-opened unescaped.</summary>
    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
