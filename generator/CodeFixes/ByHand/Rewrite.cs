using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>A call of <c>SoftMath</c> in place of something written by hand.</summary>
/// <param name="Method">The method of <c>SoftMath</c>.</param>
/// <param name="Arguments">What it is called with.</param>
/// <param name="Replaced">The expression or statement that the call replaces.</param>
/// <param name="Removed">The statements that are needed no more, in the order of the source.</param>
internal sealed record Rewrite(string Method, IReadOnlyList<ExpressionSyntax> Arguments, SyntaxNode Replaced, IReadOnlyList<StatementSyntax> Removed)
{
    public void Apply(DocumentEditor editor)
    {
        SyntaxNode call = editor.Generator.InvocationExpression(SoftMathCalls.Method(editor, Method), Arguments);
        if (Replaced is StatementSyntax)
        {
            // What stood before the first statement, comments too, now stands before the call.
            StatementSyntax first = Removed.Append((StatementSyntax)Replaced).First();
            call = editor.Generator.ExpressionStatement(call).WithLeadingTrivia(first.GetLeadingTrivia()).WithTrailingTrivia(Replaced.GetTrailingTrivia());
        }
        else
        {
            call = call.WithTriviaFrom(Replaced);
        }

        editor.ReplaceNode(Replaced, call);
        foreach (StatementSyntax statement in Removed)
        {
            bool hasComments = Replaced is ExpressionSyntax && !statement.GetLeadingTrivia().All(trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
            editor.RemoveNode(statement, hasComments ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia);
        }
    }

    /// <summary>The first so many values of a variable: all of them when that is its length.</summary>
    public static ExpressionSyntax First(ISymbol variable, ITypeSymbol type, ExpressionSyntax count)
    {
        ExpressionSyntax whole = SyntaxFactory.IdentifierName(variable.Name);
        return IsLengthOf(count, variable)
            ? whole
            : SyntaxFactory.ParseExpression($"{variable.Name}.{(type is IArrayTypeSymbol ? "AsSpan" : "Slice")}(0, {count.WithoutTrivia()})");
    }

    public static bool IsLengthOf(ExpressionSyntax count, ISymbol variable) =>
        count is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == variable.Name;
}
