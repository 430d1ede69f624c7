using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>What expressions mean, whatever they look like: names by their symbols, and without blanks, comments and parentheses round them.</summary>
internal sealed class SameExpression(SemanticModel model)
{
    public ISymbol? Symbol(SyntaxNode? expression) => Bare(expression) is IdentifierNameSyntax or MemberAccessExpressionSyntax ? model.GetSymbolInfo(Bare(expression)!).Symbol : null;

    /// <summary>Whether an expression is a variable, by its plain name.</summary>
    public bool Is(ISymbol? variable, SyntaxNode? expression) =>
        variable is not null && Bare(expression) is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, variable);

    /// <summary>Whether an expression is the element of a buffer at an index.</summary>
    public bool IsElement(ISymbol? buffer, ISymbol? index, SyntaxNode? expression) =>
        Bare(expression) is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var at }] } access && Is(buffer, access.Expression) && Is(index, at);

    public bool IsLengthOf(ISymbol? buffer, SyntaxNode? expression) =>
        Bare(expression) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: var of } && Is(buffer, of);

    public bool IsConstant(double number, ExpressionSyntax expression) =>
        model.GetConstantValue(expression) is { HasValue: true, Value: { } value }
        && value switch { int whole => whole == number, float single => single == number, double wide => wide == number, _ => false };

    /// <summary>Whether two expressions mean the same, where the index of one stands for that of the other.</summary>
    public bool Are(ExpressionSyntax? one, ExpressionSyntax? other, ISymbol? index = null, ISymbol? otherIndex = null) => Are((SyntaxNode?)one, other, index, otherIndex);

    /// <summary>Whether a name in the block is given a value anywhere but where it is declared.</summary>
    public bool IsWritten(ISymbol? variable, SyntaxNode block) => block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => IsTarget(name) && Is(variable, name));

    /// <summary>Whether all variables of an expression keep their values.</summary>
    public bool IsSteady(ExpressionSyntax expression, SyntaxNode block) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name => !IsWritten(model.GetSymbolInfo(name).Symbol, block));

    private bool Are(SyntaxNode? one, SyntaxNode? other, ISymbol? index, ISymbol? otherIndex)
    {
        one = Bare(one);
        other = Bare(other);
        if (one is null || other is null || one.RawKind != other.RawKind)
        {
            return false;
        }

        if (one is IdentifierNameSyntax)
        {
            return (Is(index, one) && Is(otherIndex, other))
                || (model.GetSymbolInfo(one).Symbol is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, model.GetSymbolInfo(other).Symbol));
        }

        SyntaxNodeOrToken[] parts = [.. one.ChildNodesAndTokens()];
        SyntaxNodeOrToken[] others = [.. other.ChildNodesAndTokens()];
        return parts.Length == others.Length && parts.Zip(others, (part, its) => part.IsNode
            ? its.IsNode && Are(part.AsNode(), its.AsNode(), index, otherIndex)
            : its.IsToken && part.AsToken().RawKind == its.AsToken().RawKind && part.AsToken().ValueText == its.AsToken().ValueText).All(same => same);
    }

    private static SyntaxNode? Bare(SyntaxNode? expression) => expression is ParenthesizedExpressionSyntax parenthesized ? Bare(parenthesized.Expression) : expression;

    private static bool IsTarget(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };
}
