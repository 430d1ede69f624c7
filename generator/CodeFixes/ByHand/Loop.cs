using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>A loop through values from the first on.</summary>
/// <param name="Statement">The loop.</param>
/// <param name="Body">The statements in it.</param>
/// <param name="Index">The name of what counts; empty for foreach.</param>
/// <param name="Count">How many values it runs through; <see langword="null"/> for foreach.</param>
internal sealed record Loop(StatementSyntax Statement, IReadOnlyList<StatementSyntax> Body, string Index, ExpressionSyntax? Count)
{
    /// <summary>The loop in whose body this stands, if it is such a loop and nothing but declarations and assignments stands there.</summary>
    public static Loop? Around(SyntaxNode node)
    {
        StatementSyntax? statement = node.FirstAncestorOrSelf<StatementSyntax>();
        SyntaxNode? around = statement?.Parent;
        IReadOnlyList<StatementSyntax> body = around is BlockSyntax block ? block.Statements : new SyntaxList<StatementSyntax>(statement!);
        Loop? loop = (around is BlockSyntax ? around.Parent : around) switch
        {
            ForEachStatementSyntax each => new(each, body, "", null),
            ForStatementSyntax
            {
                Declaration.Variables: [{ Identifier.ValueText: var index, Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 } }],
                Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax compared, Right: var count },
                Incrementors: [var step],
            } counting when compared.Identifier.ValueText == index && IsStep(step, index) && IsSteady(count) => new(counting, body, index, count),
            _ => null,
        };

        return loop is not null && body.All(IsSimple) ? loop : null;
    }

    /// <summary>Whether all elements that are read or written are a variable's, at the loop's index.</summary>
    public bool IsAtIndex => Index.Length > 0 && Body
        .SelectMany(statement => statement.DescendantNodes().OfType<ElementAccessExpressionSyntax>())
        .All(access => access.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && access.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax { Identifier.ValueText: var index } }] && index == Index);

    private static bool IsStep(ExpressionSyntax step, string index) => step switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression, Operand: IdentifierNameSyntax name } => name.Identifier.ValueText == index,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression, Operand: IdentifierNameSyntax name } => name.Identifier.ValueText == index,
        _ => false,
    };

    private static bool IsSteady(ExpressionSyntax count) =>
        count is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax };

    private static bool IsSimple(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax declaration => !declaration.DescendantNodes().Any(MayDoMore),
        _ => statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax },
    };

    /// <summary>Whether more may happen than that a value is computed: it would be lost with the loop.</summary>
    private static bool MayDoMore(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exp" },
        _ => node is AssignmentExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax
            || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
    };
}
