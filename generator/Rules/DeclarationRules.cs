using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Generator.Rules;

/// <summary>Can another file add static methods to the type?</summary>
internal static class DeclarationRules
{
    public static IEnumerable<Diagnostic> Violations(AnnotatedType type)
    {
        Location location = type.Symbol.Locations[0];
        if (Obstacle(type) is { } obstacle)
        {
            yield return Diagnostic.Create(Rule.TypeCannotHoldMethods, location, type.Name, obstacle);
            yield break;
        }

        if (!IsPartial(type.Symbol))
        {
            yield return Diagnostic.Create(Rule.TypeIsNotPartial, location, type.Name, TypeNames.Keyword(type.Symbol));
        }

        foreach (INamedTypeSymbol container in TypeNames.Nesting(type.Symbol).Where(nesting => !Is(nesting, type.Symbol) && !IsPartial(nesting)))
        {
            yield return Diagnostic.Create(Rule.ContainingTypeIsNotPartial, container.Locations[0],
                container.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), TypeNames.Keyword(container), type.Name);
        }
    }

    private static string? Obstacle(AnnotatedType type) => type.Symbol.TypeKind switch
    {
        TypeKind.Enum => "an enum has no methods: move the attribute to a partial class, struct or record",
        TypeKind.Delegate => "a delegate has no methods of its own: move the attribute to a partial class, struct or record",
        TypeKind.Interface when !InterfacesHoldStaticMethods(type) =>
            "static methods in an interface need C# 8 and a modern runtime: move the attribute to a partial class, struct or record",
        _ when TypeNames.Nesting(type.Symbol).Any(nesting => nesting.IsFileLocal) =>
            "a file-local type can't be continued in the generated file: remove the modifier 'file'",
        _ => null,
    };

    private static bool InterfacesHoldStaticMethods(AnnotatedType type) =>
        type.Compilation.SupportsRuntimeCapability(RuntimeCapability.DefaultImplementationsOfInterfaces)
        && type.Attributes[0].Syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 };

    /// <summary>One part is enough: when another lacks the word, the compiler says so itself (CS0260).</summary>
    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(part =>
        part.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool Is(INamedTypeSymbol one, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
