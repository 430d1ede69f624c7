using System.Collections.Generic;
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
        // What stood before the first statement that goes, comments too, then stands before the one that is left of them.
        StatementSyntax? left = Replaced.FirstAncestorOrSelf<StatementSyntax>();
        SyntaxTriviaList? leading = Removed.Count > 0 && left?.GetFirstToken().GetPreviousToken() == Removed[Removed.Count - 1].GetLastToken()
            ? Removed[0].GetLeadingTrivia()
            : null;

        foreach (StatementSyntax statement in Removed)
        {
            editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
        }

        SyntaxNode call = editor.Generator.InvocationExpression(SoftMathCalls.Method(editor, Method), Arguments);
        if (left == Replaced)
        {
            editor.ReplaceNode(Replaced, editor.Generator.ExpressionStatement(call)
                .WithLeadingTrivia(leading ?? Replaced.GetLeadingTrivia())
                .WithTrailingTrivia(Replaced.GetTrailingTrivia()));
            return;
        }

        editor.ReplaceNode(Replaced, call.WithTriviaFrom(Replaced));
        if (leading is { } trivia)
        {
            editor.ReplaceNode(left!, (current, _) => current.WithLeadingTrivia(trivia));
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
