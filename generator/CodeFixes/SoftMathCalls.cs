using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes;

/// <summary>Writes calls of <c>SoftMath</c>, with the using directive that they need.</summary>
internal static class SoftMathCalls
{
    public static SyntaxNode Method(DocumentEditor editor, string name, params SyntaxNode[] typeArguments)
    {
        SyntaxGenerator generator = editor.Generator;
        SyntaxNode method = typeArguments.Length == 0 ? generator.IdentifierName(name) : generator.GenericName(name, typeArguments);
        INamedTypeSymbol softMath = RuntimeLibrary.SoftMath(editor.SemanticModel.Compilation)!;
        if (RuntimeLibrary.Alias(editor.SemanticModel.Compilation, softMath.ContainingAssembly) is { } alias)
        {
            return generator.MemberAccessExpression(SyntaxFactory.ParseExpression(alias + "::" + Rule.SoftMath), method);
        }

        return generator.MemberAccessExpression(Imported.Type(generator, softMath), method);
    }

    /// <summary>Whether a file can: the alias that the library has instead of a name must be declared in it.</summary>
    public static bool CanBeWritten(DocumentEditor editor)
    {
        Compilation compilation = editor.SemanticModel.Compilation;
        return RuntimeLibrary.Alias(compilation, RuntimeLibrary.SoftMath(compilation)?.ContainingAssembly) is not { } alias
            || ((CompilationUnitSyntax)editor.OriginalRoot).Externs.Any(declared => declared.Identifier.Text == alias);
    }
}
