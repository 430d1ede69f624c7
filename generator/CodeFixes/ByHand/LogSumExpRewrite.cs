using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;
using SoftKernels.Generator.Diagnostics.Calls;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>The logarithm becomes the call; the sum that it was taken of goes, with its loop.</summary>
internal static class LogSumExpRewrite
{
    public static Rewrite? Of(Member member, PlainFinding finding)
    {
        var log = (IInvocationOperation)finding.End;
        ISymbol source = finding.Exponential.Source;
        ITypeSymbol type = Dataflow.TypeOf(source)!;
        if (!BufferTypes.IsBuffer(type)
            || (MathCalls.ElementType(type)!.SpecialType == SpecialType.System_Double && log.Type!.SpecialType == SpecialType.System_Single))
        {
            return null;
        }

        ExpressionSyntax whole = SyntaxFactory.IdentifierName(source.Name);
        IOperation sum = MathCalls.Unconverted(log.Arguments[0].Value);
        if (IsLinqSum(sum))
        {
            return IsSelected(finding.Exponential.Call) ? Call(whole) : null;
        }

        if (sum is not ILocalReferenceOperation { Local: var local } || member.Declaration(local) is not { } declaration)
        {
            return null;
        }

        ILocalReferenceOperation[] others = member.References(local).Where(reference => reference.Syntax != sum.Syntax).ToArray();
        if (others.Length == 0)
        {
            return member.Initializer(local) is { } initial && IsLinqSum(initial) && IsSelected(finding.Exponential.Call) && IsNext(declaration) ? Call(whole, declaration) : null;
        }

        if (others is not [var added] || Loop.Around(added.Syntax) is not { } loop || loop.Statement.Parent != declaration.Parent || member.Assignments(loop.Statement).Length != 1 || !IsNext(loop.Statement))
        {
            return null;
        }

        return loop switch
        {
            { Statement: ForEachStatementSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var each } } }
                when each == source.Name && !loop.Statement.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Any() => Call(whole, declaration, loop.Statement),
            { IsAtIndex: true, Count: { } count } => Call(Rewrite.First(source, type, count), declaration, loop.Statement),
            _ => null,
        };

        Rewrite Call(ExpressionSyntax values, params StatementSyntax[] removed) => new(PlainFinding.LogSumExp, [values], log.Syntax, [.. removed]);

        // What stands between the sum and its logarithm may change the values, or how many there are.
        bool IsNext(StatementSyntax statement) => log.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.GetFirstToken().GetPreviousToken() == statement.GetLastToken();
    }

    private static bool IsLinqSum(IOperation operation) => operation is IInvocationOperation sum && MathCalls.IsLinq(sum.TargetMethod, "Sum");

    /// <summary>Whether it is of each value of a sequence as it stands: what a loop stores before it is summed may be of some values only, and what a lambda names instead of its parameter is one value again and again.</summary>
    private static bool IsSelected(IOperation exponential)
    {
        IParameterSymbol? parameter = exponential is IInvocationOperation { Arguments: [var argument] } ? (MathCalls.Unconverted(argument.Value) as IParameterReferenceOperation)?.Parameter : null;
        bool isOfEach = exponential is IMethodReferenceOperation;
        IOperation? around = exponential.Parent;
        while (around is IConversionOperation or IReturnOperation or IBlockOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            isOfEach |= around is IAnonymousFunctionOperation lambda && parameter is not null && Dataflow.Is(lambda.Symbol, parameter.ContainingSymbol);
            around = around.Parent;
        }

        return isOfEach && around is IInvocationOperation { TargetMethod: var method } && MathCalls.IsLinq(method, "Select", "Sum");
    }
}
