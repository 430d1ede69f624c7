using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>Names that stand for methods of annotated types, whether or not there are such methods, or the generator has run.</summary>
internal static class KernelReference
{
    /// <summary>The name of the method that an argument is passed to.</summary>
    public static SimpleNameSyntax? CalledWith(SyntaxNode argument) => argument.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax call
        ? call.Expression as SimpleNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name
        : null;

    /// <summary>The annotated types that the name was looked for in: the one before the dot, or those around it and those that the file uses.</summary>
    public static IEnumerable<INamedTypeSymbol> Owners(SimpleNameSyntax called, SemanticModel model, CancellationToken cancellation)
    {
        IEnumerable<ISymbol?> asked = called.Parent is MemberAccessExpressionSyntax access && access.Name == called
            ? [model.GetSymbolInfo(access.Expression, cancellation).Symbol]
            : Around(model.GetEnclosingSymbol(called.SpanStart, cancellation)).Concat(Used(called, model, cancellation));
        return asked.OfType<INamedTypeSymbol>().Select(type => type.OriginalDefinition).Where(type => KernelDeclaration.Of(type).Count > 0).Distinct(SymbolEqualityComparer.Default).Cast<INamedTypeSymbol>();
    }

    private static IEnumerable<ISymbol?> Around(ISymbol? symbol)
    {
        for (ISymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    /// <summary>By <c>using static</c>, a global one too.</summary>
    private static IEnumerable<ISymbol?> Used(SimpleNameSyntax called, SemanticModel model, CancellationToken cancellation) =>
        model.GetImportScopes(called.SpanStart, cancellation).SelectMany(scope => scope.Imports).Select(import => (ISymbol?)import.NamespaceOrType);
}
