using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>Is a variable given another value than its first?</summary>
internal static class Writes
{
    /// <summary>Whether anything in a scope is assigned under this name: a namesake counts too, so the answer errs towards yes.</summary>
    public static bool To(string name, SyntaxNode scope) => scope.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(identifier => identifier.Identifier.ValueText == name && IsTarget(identifier));

    /// <summary>The member around a node; with top-level statements, the whole file.</summary>
    public static SyntaxNode Scope(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    private static bool IsTarget(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        MemberAccessExpressionSyntax access => access.Name == expression && IsTarget(access),
        ParenthesizedExpressionSyntax parenthesized => IsTarget(parenthesized),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsTarget(tuple),
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
        RefExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) || IsTarget(postfix),
        _ => false,
    };
}
