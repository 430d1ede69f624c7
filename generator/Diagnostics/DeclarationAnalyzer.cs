using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Parsing;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>Can another file add static methods to the type?</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.TypeIsNotPartial, Rules.ContainingTypeIsNotPartial, Rules.TypeCannotHoldMethods);

    internal static IEnumerable<Diagnostic> Violations(AnnotatedType type)
    {
        Location location = type.Symbol.Locations[0];
        if (Obstacle(type) is { } obstacle)
        {
            yield return Diagnostic.Create(Rules.TypeCannotHoldMethods, location, type.Name, obstacle);
            yield break;
        }

        if (!IsPartial(type.Symbol))
        {
            yield return Diagnostic.Create(Rules.TypeIsNotPartial, location, type.Name, TypeNames.Keyword(type.Symbol));
        }

        foreach (INamedTypeSymbol container in TypeNames.Nesting(type.Symbol).Where(nesting => !Is(nesting, type.Symbol) && !IsPartial(nesting)))
        {
            yield return Diagnostic.Create(Rules.ContainingTypeIsNotPartial, container.Locations[0],
                container.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), TypeNames.Keyword(container), type.Name);
        }
    }

    private protected override IEnumerable<Diagnostic> Check(AnnotatedType type) => Violations(type);

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
