using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.CodeFixes;

/// <summary>The named arguments of an attribute: the others stay as they are written.</summary>
internal static class AttributeArguments
{
    public static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>With the argument, or without it where there is no value.</summary>
    public static AttributeSyntax With(AttributeSyntax attribute, string name, ExpressionSyntax? value)
    {
        if (Find(attribute, name) is { } given)
        {
            return value is null
                ? attribute.RemoveNode(given, SyntaxRemoveOptions.KeepNoTrivia)!
                : attribute.ReplaceNode(given.Expression, value.WithTriviaFrom(given.Expression));
        }

        if (value is null)
        {
            return attribute;
        }

        NameEqualsSyntax named = SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space));
        SyntaxNodeOrTokenList arguments = attribute.ArgumentList!.Arguments.GetWithSeparators()
            .Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space))
            .Add(SyntaxFactory.AttributeArgument(value).WithNameEquals(named));
        return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(arguments)));
    }

    /// <summary>The bits of both.</summary>
    public static ExpressionSyntax? Union(ExpressionSyntax? one, ExpressionSyntax? other) =>
        one is null || other is null || one.IsEquivalentTo(other)
            ? (one ?? other)?.WithoutTrivia()
            : SyntaxFactory.ParseExpression($"{Operand(one)} | {Operand(other)}");

    private static ExpressionSyntax Operand(ExpressionSyntax expression) =>
        expression.WithoutTrivia() is var operand && (operand is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.BitwiseOrExpression) || operand is ConditionalExpressionSyntax)
            ? SyntaxFactory.ParenthesizedExpression(operand)
            : operand;
}
