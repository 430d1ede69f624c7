using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace SoftKernels.CodeFixes;

/// <summary>Types by their names alone, with the using directive that this needs.</summary>
internal static class Imported
{
    /// <summary>
    /// As an expression, because no import is added for a type's name in the place of one; and said again, because <c>TypeExpression(…, addImport: true)</c> of the oldest
    /// supported version forgets it.
    /// </summary>
    public static ExpressionSyntax Type(SyntaxGenerator generator, INamedTypeSymbol type)
    {
        SyntaxNode written = generator.TypeExpression(type);
        return written.CopyAnnotationsTo(SyntaxFactory.ParseExpression(written.ToString()))!.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }
}
