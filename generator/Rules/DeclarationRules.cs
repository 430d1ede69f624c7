using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Generator.Rules;

/// <summary>Can another file add static methods to the type?</summary>
internal static class DeclarationRules
{
    public static List<Diagnostic> Violations(AnnotatedType type)
    {
        Location location = type.Symbol.Locations[0];
        if (Obstacle(type) is { } obstacle)
        {
            return [Diagnostic.Create(Rule.TypeCannotHoldMethods, location, type.Name, obstacle)];
        }

        List<Diagnostic> violations = [];
        if (!IsPartial(type.Symbol))
        {
            violations.Add(Diagnostic.Create(Rule.TypeIsNotPartial, location, type.Name, TypeNames.Keyword(type.Symbol)));
        }

        foreach (INamedTypeSymbol nesting in TypeNames.Nesting(type.Symbol))
        {
            if (!SymbolEqualityComparer.Default.Equals(nesting, type.Symbol) && !IsPartial(nesting))
            {
                violations.Add(Diagnostic.Create(Rule.ContainingTypeIsNotPartial, nesting.Locations[0],
                    nesting.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), TypeNames.Keyword(nesting), type.Name));
            }
        }

        // Whoever writes Razor can't make its types partial: what is reported there is that no attribute works (SK0010).
        return violations.Count > 0 && IsInMarkup(type) ? [] : violations;
    }

    private static string? Obstacle(AnnotatedType type) => type.Symbol.TypeKind switch
    {
        TypeKind.Enum => "an enum has no methods: move the attribute to a partial class, struct or record",
        TypeKind.Delegate => "a delegate has no methods of its own: move the attribute to a partial class, struct or record",
        TypeKind.Interface when !InterfacesHoldStaticMethods(type) =>
            "static methods in an interface need C# 8 and a modern runtime: move the attribute to a partial class, struct or record",
        _ when IsInFileLocalType(type.Symbol) =>
            "a file-local type can't be continued in the generated file: remove the modifier 'file'",
        _ => null,
    };

    private static bool IsInMarkup(AnnotatedType type)
    {
        foreach (KernelAttribute attribute in type.Attributes)
        {
            if (attribute.Markup is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool InterfacesHoldStaticMethods(AnnotatedType type) =>
        type.Compilation.SupportsRuntimeCapability(RuntimeCapability.DefaultImplementationsOfInterfaces)
        && type.Attributes[0].Syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 };

    private static bool IsInFileLocalType(INamedTypeSymbol type) =>
        type.IsFileLocal || (type.ContainingType is { } container && IsInFileLocalType(container));

    /// <summary>One part is enough: when another lacks the word, the compiler says so itself (CS0260).</summary>
    private static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }
}
