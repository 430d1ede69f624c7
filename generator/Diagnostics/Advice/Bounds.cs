using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>What an expression says by itself of how great its values are.</summary>
internal static class Bounds
{
    /// <summary>Whether nothing in it varies but a whole number that a loop counts: a window, not scores.</summary>
    public static bool IsOfIndex(IOperation operation)
    {
        bool isOfIndex = false;
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            switch (part)
            {
                case ILocalReferenceOperation { Local: var local } when MathCalls.IsIntegral(local.Type) && IsOfLoop(local):
                    isOfIndex = true;
                    break;
                case IInvocationOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation or IPropertyReferenceOperation { Property.IsIndexer: true }:
                case ILocalReferenceOperation other when IsOfLoop(other.Local):
                case { Kind: OperationKind.None }:
                    return false;
            }
        }

        return isOfIndex;
    }

    public static bool IsBound(IOperation? operation) => operation is not null && MathCalls.Constant(operation) > 0;

    public static bool IsBounding(IMethodSymbol method) =>
        method.Name is "Min" or "Clamp" or "Tanh" or "Sigmoid" or "Sin" or "Cos" or "Atan" or "Log1p" or "Log1P" or "Clip" or "Negate" or "Subtract" or "NextDouble" or "NextSingle"
        || Names.IsLogarithm(method.Name) || Names.IsBounded(method.Name);

    /// <summary>Whether it is another value each time: an element, or what a loop or a lambda runs through.</summary>
    public static bool IsVarying(IOperation operation)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            switch (part)
            {
                case IArrayElementReferenceOperation element when MathCalls.Constant(element.Indices[0]) is null:
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var index }, ..] } when MathCalls.Constant(index) is null:
                case IImplicitIndexerReferenceOperation:
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }:
                case ILocalReferenceOperation local when IsOfLoop(local.Local):
                    return true;
            }
        }

        return false;
    }

    private static bool IsOfLoop(ILocalSymbol local)
    {
        SyntaxNode? node = local.DeclaringSyntaxReferences.Length > 0 ? local.DeclaringSyntaxReferences[0].GetSyntax() : null;
        for (; node is not null and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax; node = node.Parent)
        {
            if (node is ForStatementSyntax or CommonForEachStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
