using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Rules;

/// <summary>How a type is named in source and in metadata.</summary>
internal static class TypeNames
{
    /// <summary>The containing types, outermost first, then the type itself.</summary>
    public static List<INamedTypeSymbol> Nesting(INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> nesting = [];
        for (INamedTypeSymbol? nested = type; nested is not null; nested = nested.ContainingType)
        {
            nesting.Add(nested);
        }

        nesting.Reverse();
        return nesting;
    }

    public static string Namespace(INamedTypeSymbol type) => Namespace(type.ContainingNamespace, isEscaped: true);

    public static string Metadata(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = container.MetadataName + "+" + name;
        }

        string space = Namespace(type.ContainingNamespace, isEscaped: false);
        return space.Length == 0 ? name : space + "." + name;
    }

    public static TypeDeclaration Declaration(INamedTypeSymbol type) => new(Keyword(type), Escape(type.Name) + TypeParameters(type));

    public static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static string Namespace(INamespaceSymbol space, bool isEscaped)
    {
        if (space.IsGlobalNamespace)
        {
            return "";
        }

        string container = Namespace(space.ContainingNamespace, isEscaped);
        string name = isEscaped ? Escape(space.Name) : space.Name;
        return container.Length == 0 ? name : container + "." + name;
    }

    private static string TypeParameters(INamedTypeSymbol type)
    {
        if (type.TypeParameters.IsEmpty)
        {
            return "";
        }

        List<string> parameters = [];
        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            parameters.Add(TypeParameter(parameter));
        }

        return "<" + string.Join(", ", parameters) + ">";
    }

    /// <summary>Constraints may be left out of a part, but variance may not (CS1067).</summary>
    private static string TypeParameter(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    } + Escape(parameter.Name);

    /// <summary>Contextual keywords too: <c>class record</c> and <c>class partial</c> can't be re-opened unescaped.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
