using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>An exponential as it is written, with its cast.</summary>
/// <param name="Argument">What is exponentiated.</param>
/// <param name="Type">The type of the result: float or double.</param>
/// <param name="ArgumentType">The type of the argument before it is converted.</param>
internal sealed record ExponentialSyntax(ExpressionSyntax Argument, ITypeSymbol Type, ITypeSymbol? ArgumentType)
{
    /// <summary>The exponential that an expression is, a cast and parentheses aside.</summary>
    public static ExponentialSyntax? Of(SyntaxNode? expression, SemanticModel model)
    {
        ITypeSymbol? cast = null;
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    continue;
                case CastExpressionSyntax conversion when cast is null:
                    cast = model.GetTypeInfo(conversion).Type;
                    expression = conversion.Expression;
                    continue;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var argument, NameColon: null }] } call
                    when model.GetOperation(call) is IInvocationOperation { Type: { } type } operation && MathCalls.IsExp(operation.TargetMethod):
                    return IsFloatingPoint(cast ?? type) && IsPure(argument) ? new(argument, cast ?? type, model.GetTypeInfo(argument).Type) : null;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null }, { Expression: var power, NameColon: null }] } call
                    when model.GetOperation(call) is IInvocationOperation { Type: { } type } operation && MathCalls.IsExponential(operation) && operation.TargetMethod.Name == "Pow":
                    return IsFloatingPoint(cast ?? type) && IsPure(power) ? new(power, cast ?? type, model.GetTypeInfo(power).Type) : null;
                default:
                    return null;
            }
        }
    }

    /// <summary>The argument in the type of the result.</summary>
    public string Converted => ArgumentType?.SpecialType == Type.SpecialType || (IsWider && ArgumentType?.SpecialType == SpecialType.System_Single)
        ? Argument.WithoutTrivia().ToString()
        : Cast;

    /// <summary>The argument in exactly the type of the result.</summary>
    public string Exact => ArgumentType?.SpecialType == Type.SpecialType ? Argument.WithoutTrivia().ToString() : Cast;

    /// <summary>Whether nothing is called for it but mathematics: then it does not matter how often it is computed, or what has been written before.</summary>
    public bool IsRepeatable(SemanticModel model) => Argument.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().All(call =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsStatic: true, ContainingType: { Name: "Math" or "MathF", ContainingNamespace.Name: "System" } });

    private bool IsWider => Type.SpecialType == SpecialType.System_Double;

    private string Keyword => IsWider ? "double" : "float";

    private string Cast => Argument is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
        ? $"({Keyword}){Argument.WithoutTrivia()}"
        : $"({Keyword})({Argument.WithoutTrivia()})";

    public static bool IsFloatingPoint(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsPure(ExpressionSyntax argument) => !argument.DescendantNodesAndSelf().Any(node =>
        node is AssignmentExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax or AnonymousFunctionExpressionSyntax
        || node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression));
}
