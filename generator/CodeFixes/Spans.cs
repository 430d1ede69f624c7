using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.CodeFixes;

/// <summary>The beginning of a destination that may be longer than what is written to it: <c>SoftMath</c> wants equal lengths.</summary>
internal static class Spans
{
    /// <summary>The first so many values, or <see langword="null"/> where the expression is neither an array nor a span.</summary>
    public static ExpressionSyntax? First(ExpressionSyntax values, string count, SemanticModel model)
    {
        if (values is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
        {
            return null;
        }

        return First(values.WithoutTrivia().ToString(), model.GetTypeInfo(values).Type, count, model, values.SpanStart);
    }

    /// <inheritdoc cref="First(ExpressionSyntax, string, SemanticModel)"/>
    public static ExpressionSyntax? First(string values, ITypeSymbol? type, string count, SemanticModel model, int position) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => SyntaxFactory.ParseExpression(
            model.LookupNamespacesAndTypes(position, name: "MemoryExtensions").Any() ? $"{values}.AsSpan(0, {count})" : $"System.MemoryExtensions.AsSpan({values}, 0, {count})"),
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" } => SyntaxFactory.ParseExpression($"{values}.Slice(0, {count})"),
        _ => null,
    };

    /// <summary>How many values these are, said again without computing anything twice; <see langword="null"/> where that can't be said.</summary>
    public static string? Count(ExpressionSyntax values, SemanticModel model)
    {
        switch (values)
        {
            case IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                when model.GetSymbolInfo(values).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol && IsArrayOrSpan(model.GetTypeInfo(values).Type):
                return $"{values.WithoutTrivia()}.Length";
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" } access, ArgumentList.Arguments.Count: 0 }:
                return Count(access.Expression, model);
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "Slice" },
                ArgumentList.Arguments: [_, { Expression: IdentifierNameSyntax or LiteralExpressionSyntax } count],
            }:
                return count.Expression.WithoutTrivia().ToString();
            default:
                return null;
        }
    }

    private static bool IsArrayOrSpan(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };
}
