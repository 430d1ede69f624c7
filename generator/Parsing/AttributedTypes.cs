using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Parsing;

/// <summary>Finds the types that may bear <c>[SoftKernel]</c> by syntax alone, so that no other type's attributes are bound.</summary>
internal sealed class AttributedTypes
{
    /// <summary>A tree never changes, and a project of thousands of them is looked through on each new declaration.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, AttributedTypes> s_ofTree = new();

    private readonly TypeDeclarationSyntax[] _types;
    private readonly string[] _aliases;

    private AttributedTypes(SyntaxNode root)
    {
        SyntaxNode[] declarations = [.. root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)];
        _types = [.. declarations.OfType<TypeDeclarationSyntax>().Where(type => type.AttributeLists.Count > 0)];
        _aliases = [.. declarations.OfType<UsingDirectiveSyntax>().Select(directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>()];
    }

    /// <summary>Each type once, however many parts it has.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation, CancellationToken cancellation)
    {
        AttributedTypes[] trees = [.. compilation.SyntaxTrees.Select(tree => Of(tree, cancellation))];

        // Any alias may stand for the attribute: what it does stand for is seen when the attribute is bound.
        HashSet<string> names = new(KernelAttribute.SimpleNames.Concat(trees.SelectMany(tree => tree._aliases)), StringComparer.Ordinal);
        return trees
            .SelectMany(tree => tree._types)
            .Where(type => type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => names.Contains(SimpleName(attribute))))
            .Select(type => compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellation))
            .OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static AttributedTypes Of(SyntaxTree tree, CancellationToken cancellation) =>
        s_ofTree.GetValue(tree, key => new(key.GetRoot(cancellation)));

    private static string SimpleName(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
