using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Expansion;

/// <summary>Arguments in the place of parameters.</summary>
internal sealed class Operands : CSharpSyntaxRewriter
{
    private readonly Dictionary<string, ExpressionSyntax> _values;

    private Operands(Dictionary<string, ExpressionSyntax> values) => _values = values;

    /// <summary>A forwarder's expression with the arguments of a call; null where that would compute one twice, or not at all.</summary>
    public static ExpressionSyntax? Substituted(MethodDeclarationSyntax method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (method.ExpressionBody?.Expression is not { } body || body is ThrowExpressionSyntax)
        {
            return null;
        }

        var values = new Dictionary<string, ExpressionSyntax>();
        for (int i = 0; i < arguments.Count; i++)
        {
            ParameterSyntax parameter = method.ParameterList.Parameters[i];
            ExpressionSyntax value = arguments[i].Expression.WithoutTrivia();
            string name = parameter.Identifier.ValueText;
            List<IdentifierNameSyntax> uses = body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(node => IsValue(node) && node.Identifier.ValueText == name).ToList();
            if (uses.Count != 1 && !IsSimple(value) && !(body is SwitchExpressionSyntax && uses.Count == 1))
            {
                return null;
            }

            values.Add(name, Grouped(uses.All(static use => use.Parent is CastExpressionSyntax) ? value : Typed(value, parameter.Type!)));
        }

        if (body is SwitchExpressionSyntax choice)
        {
            return Arm(choice, values) is { } arm ? Forwarded(arm, values, method.ReturnType) : null;
        }

        return Forwarded(body, values, method.ReturnType);
    }

    /// <summary>Numbers are constants, here.</summary>
    public static bool IsNumber(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax || (expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "TFormat" or "SingleFormat" or "DoubleFormat" } });

    /// <summary>In parentheses, unless nothing could bind more tightly.</summary>
    public static ExpressionSyntax Grouped(ExpressionSyntax expression) => expression
        is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax
        or DefaultExpressionSyntax or CheckedExpressionSyntax or ElementAccessExpressionSyntax
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression);

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        IsValue(node) && _values.TryGetValue(node.Identifier.ValueText, out ExpressionSyntax? value) ? value.WithTriviaFrom(node) : node;

    /// <summary>What stands alone between commas needs no parentheses.</summary>
    public override SyntaxNode? VisitArgument(ArgumentSyntax node)
    {
        var visited = (ArgumentSyntax)base.VisitArgument(node)!;
        return node.Expression is IdentifierNameSyntax && visited.Expression is ParenthesizedExpressionSyntax grouped
            ? visited.WithExpression(grouped.Expression.WithTriviaFrom(grouped))
            : visited;
    }

    /// <summary>The expression, as an integer of the width that the method gives: a mask is shifted.</summary>
    private static ExpressionSyntax Forwarded(ExpressionSyntax body, Dictionary<string, ExpressionSyntax> values, TypeSyntax type)
    {
        ExpressionSyntax value = ((ExpressionSyntax)new Operands(values).Visit(body)!).WithoutTrivia();
        return type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ULongKeyword or (int)SyntaxKind.LongKeyword }
            ? SyntaxFactory.CastExpression(type.WithoutTrivia(), Grouped(value))
            : value;
    }

    private static bool IsValue(IdentifierNameSyntax node) =>
        !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node) && node.Parent is not NameColonSyntax;

    private static bool IsSimple(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsSimple(access.Expression),
        _ => false,
    };

    /// <summary>What a parameter's type would have made of the value.</summary>
    private static ExpressionSyntax Typed(ExpressionSyntax value, TypeSyntax type) =>
        value.IsKind(SyntaxKind.DefaultLiteralExpression) ? SyntaxFactory.DefaultExpression(type.WithoutTrivia())
        : type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.LongKeyword } ? SyntaxFactory.CastExpression(type.WithoutTrivia(), Grouped(value))
        : value;

    /// <summary>The arm for a literal, or null.</summary>
    private static ExpressionSyntax? Arm(SwitchExpressionSyntax choice, Dictionary<string, ExpressionSyntax> values)
    {
        if (choice.GoverningExpression is not IdentifierNameSyntax governing
            || !values.TryGetValue(governing.Identifier.ValueText, out ExpressionSyntax? value)
            || value is not LiteralExpressionSyntax literal)
        {
            return null;
        }

        return choice.Arms.First(arm => arm.Pattern is DiscardPatternSyntax
            || (arm.Pattern is ConstantPatternSyntax { Expression: LiteralExpressionSyntax wanted } && Equals(wanted.Token.Value, literal.Token.Value))).Expression;
    }
}
