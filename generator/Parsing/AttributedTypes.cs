using System;
using System.Collections.Generic;
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

    private readonly List<MemberDeclarationSyntax> _types = [];
    private readonly List<string> _aliases = [];

    private AttributedTypes(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes(HoldsTypes))
        {
            if (node is BaseTypeDeclarationSyntax { AttributeLists.Count: > 0 } or DelegateDeclarationSyntax { AttributeLists.Count: > 0 })
            {
                _types.Add((MemberDeclarationSyntax)node);
            }
            else if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias })
            {
                _aliases.Add(alias);
            }
        }
    }

    /// <summary>Each type once, however many parts it has.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation, CancellationToken cancellation)
    {
        List<AttributedTypes> trees = [];

        // Any alias may stand for the attribute: what it does stand for is seen when the attribute is bound.
        HashSet<string> names = new(KernelDeclaration.SimpleNames, StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            AttributedTypes types = Of(tree, cancellation);
            trees.Add(types);
            names.UnionWith(types._aliases);
        }

        HashSet<INamedTypeSymbol> symbols = new(SymbolEqualityComparer.Default);
        foreach (AttributedTypes tree in trees)
        {
            foreach (MemberDeclarationSyntax type in tree._types)
            {
                if (BearsOneOf(names, type) && compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol symbol)
                {
                    symbols.Add(symbol);
                }
            }
        }

        return symbols;
    }

    private static AttributedTypes Of(SyntaxTree tree, CancellationToken cancellation) =>
        s_ofTree.GetValue(tree, key => new(key.GetRoot(cancellation)));

    private static bool HoldsTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool BearsOneOf(HashSet<string> names, MemberDeclarationSyntax type)
    {
        foreach (AttributeListSyntax list in type.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (names.Contains(SimpleName(attribute)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string SimpleName(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
