using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>Writes calls of <c>SoftMath</c>, with the using directive that they need.</summary>
internal static class SoftMathCalls
{
    public static SyntaxNode Method(DocumentEditor editor, string name, params SyntaxNode[] typeArguments)
    {
        SyntaxGenerator generator = editor.Generator;

        // As an expression, because no import is added for a type's name in the place of one; and said again, because TypeExpression(…, addImport: true)
        // of the oldest supported version forgets it.
        SyntaxNode type = generator.TypeExpression(editor.SemanticModel.Compilation.GetTypeByMetadataName(Rule.SoftMath)!);
        SyntaxNode softMath = type.CopyAnnotationsTo(SyntaxFactory.ParseExpression(type.ToString()))!.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
        return generator.MemberAccessExpression(softMath, typeArguments.Length == 0 ? generator.IdentifierName(name) : generator.GenericName(name, typeArguments));
    }
}
