using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;
using SoftKernels.Generator.Diagnostics.Calls;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>The statement or loop that divides becomes the call; the exponentials and their sum go.</summary>
internal static class SoftmaxRewrite
{
    public static Rewrite? Of(Member member, PlainFinding finding) => finding.End is IInvocationOperation divide ? OfTensors(member, finding, divide) : OfLoops(member, finding);

    /// <summary><c>for … { y[i] = exp(x[i]); sum += y[i]; } for … { y[i] /= sum; }</c>, and its likes.</summary>
    private static Rewrite? OfLoops(Member member, PlainFinding finding)
    {
        if (Loop.Around(finding.Exponential.Call.Syntax) is not { IsAtIndex: true, Count: { } count } first
            || Loop.Around(finding.End.Syntax) is not { IsAtIndex: true, Body: [ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax }] } second
            || second.Count?.IsEquivalentTo(count, topLevel: false) != true
            || !Follows(second.Statement, first.Statement)
            || Divisor(finding.End) is not { } sum
            || member.Declaration(sum) is not { } declaration
            || declaration.Parent != first.Statement.Parent
            || !member.References(sum).All(reference => IsIn(first, reference) || IsIn(second, reference))
            || member.References(sum).Count(reference => IsIn(first, reference)) != 1
            || Written(member, second) is not { } destination
            || !IsAllOf(first, destination, sum))
        {
            return null;
        }

        return Call(member, finding, destination, count, second.Statement, declaration, first.Statement);
    }

    /// <summary><c>TensorPrimitives.Exp(x, y); TensorPrimitives.Divide(y, TensorPrimitives.Sum(y), y);</c>, where y is sure to be no longer than x: all of it is summed.</summary>
    private static Rewrite? OfTensors(Member member, PlainFinding finding, IInvocationOperation divide)
    {
        if (finding.Exponential.Call is not IInvocationOperation { Arguments: [{ Value: var read }, { Value: var written }] } exp
            || Whole(read) is not { } source
            || Whole(written) is not { } destination
            || !(Dataflow.Is(source, destination) || member.CreatedLength(destination) is { } created && Rewrite.IsLengthOf(created, source))
            || !divide.Arguments.Where((_, place) => place != 1).All(argument => Whole(argument.Value) is { } used && Dataflow.Is(used, destination))
            || exp.Syntax.Parent is not ExpressionStatementSyntax first
            || divide.Syntax.Parent is not ExpressionStatementSyntax last)
        {
            return null;
        }

        ExpressionSyntax count = SyntaxFactory.ParseExpression($"{source.Name}.Length");
        if (MathCalls.Unconverted(divide.Arguments[1].Value) is not ILocalReferenceOperation { Local: var sum })
        {
            return Follows(last, first) ? Call(member, finding, destination, count, last, first) : null;
        }

        return member.Declaration(sum) is { } declaration && Follows(declaration, first) && Follows(last, declaration) && member.References(sum).Count() == 1
            ? Call(member, finding, destination, count, last, first, declaration)
            : null;
    }

    private static Rewrite? Call(
        Member member, PlainFinding finding, ISymbol destination, ExpressionSyntax count, StatementSyntax replaced, params StatementSyntax[] removed)
    {
        ISymbol source = finding.Exponential.Source;
        ITypeSymbol sourceType = Dataflow.TypeOf(source)!;
        ITypeSymbol destinationType = Dataflow.TypeOf(destination)!;
        if (!BufferTypes.IsBuffer(sourceType)
            || !BufferTypes.IsBuffer(destinationType)
            || !Dataflow.Is(MathCalls.ElementType(sourceType)!, MathCalls.ElementType(destinationType)))
        {
            return null;
        }

        bool isWhole = Dataflow.Is(source, destination) && Rewrite.IsLengthOf(count, source)
            || member.CreatedLength(destination)?.IsEquivalentTo(count, topLevel: false) == true;
        return new(
            Finding.Softmax,
            [Rewrite.First(source, sourceType, count), isWhole ? SyntaxFactory.IdentifierName(destination.Name) : Rewrite.First(destination, destinationType, count)],
            replaced,
            [.. removed]);
    }

    private static ILocalSymbol? Divisor(IOperation end) => MathCalls.Unconverted(end switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => quotient.RightOperand,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => quotient.Value,
        _ => end,
    }) is ILocalReferenceOperation { Local: var sum } ? sum : null;

    /// <summary>The one buffer whose elements a loop writes.</summary>
    private static ISymbol? Written(Member member, Loop loop) =>
        member.Assignments(loop.Statement) is [{ Target: var target }] && Dataflow.Buffer(target) is { } buffer && Whole(buffer) is { } variable ? variable : null;

    /// <summary>Whether a loop does nothing but fill the destination and add to the sum.</summary>
    private static bool IsAllOf(Loop loop, ISymbol destination, ILocalSymbol sum) => loop.Body.All(statement => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } } => name.Identifier.ValueText == sum.Name,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } } =>
            name.Identifier.ValueText == destination.Name,
        _ => statement is LocalDeclarationStatementSyntax,
    });

    private static ISymbol? Whole(IOperation operation) => MathCalls.Unconverted(operation) is IInvocationOperation ? null : Dataflow.Variable(operation);

    private static bool Follows(StatementSyntax later, StatementSyntax earlier) =>
        later.Parent == earlier.Parent && later.GetFirstToken().GetPreviousToken() == earlier.GetLastToken();

    private static bool IsIn(Loop loop, IOperation operation) => loop.Statement.Span.Contains(operation.Syntax.Span);
}
