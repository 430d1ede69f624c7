using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>
/// Finds softmax and log-sum-exp that a member computes by hand from unshifted exponentials: loops, LINQ and <c>TensorPrimitives</c>.
/// An exponential counts only if its argument is a value of a variable as it stands, and a sum only if it is of such exponentials alone.
/// </summary>
internal sealed class PlainForm
{
    /// <summary>Variables may be defined by one another, even in a circle.</summary>
    private const int MaximumDepth = 16;

    private readonly ImmutableArray<IOperation> _operations;
    private readonly Dataflow _flow;
    private int _depth;

    private PlainForm(ImmutableArray<IOperation> operations)
    {
        _operations = operations;
        _flow = new(operations);
    }

    /// <param name="blocks">The body of a member.</param>
    public static IEnumerable<PlainFinding> In(IEnumerable<IOperation> blocks)
    {
        IEnumerable<IOperation> operations = blocks.SelectMany(block => block.DescendantsAndSelf());

        // Most members end here, without a list of what is in them.
        return operations.Any(IsExp) ? new PlainForm(operations.ToImmutableArray()).Findings() : [];
    }

    private static bool IsExp(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => MathCalls.IsExp(invocation.TargetMethod) || MathCalls.IsTensor(invocation.TargetMethod, "Exp"),
        IMethodReferenceOperation reference => MathCalls.IsExp(reference.Method),
        _ => false,
    };

    private IEnumerable<PlainFinding> Findings() => _operations
        .Select(End)
        .OfType<PlainFinding>()
        .GroupBy(finding => finding.Exponential.Call.Syntax)
        .Select(findings => findings.First());

    private PlainFinding? End(IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return Softmax(operation, Value(quotient.LeftOperand), Sum(quotient.RightOperand));
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return Softmax(operation, Value(quotient.Target), Sum(quotient.Value));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Softmax(operation, Value(product.LeftOperand), Inverse(product.RightOperand))
                    ?? Softmax(operation, Value(product.RightOperand), Inverse(product.LeftOperand));
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Softmax(operation, Value(product.Target), Inverse(product.Value));
            case IInvocationOperation { TargetMethod: var method, Arguments: [var dividend, var divisor, _] } when MathCalls.IsTensor(method, "Divide"):
                return Softmax(operation, Values(dividend.Value), Sum(divisor.Value));
            case IInvocationOperation { TargetMethod: var method, Arguments: [var argument] } when MathCalls.IsLog(method) && method.Name == "Log":
                return Sum(argument.Value) is { } exponential ? new(PlainFinding.LogSumExp, exponential, operation) : null;
            default:
                return null;
        }
    }

    private static PlainFinding? Softmax(IOperation end, Exponential? value, Exponential? sum) =>
        value is not null && sum is not null && Dataflow.Is(value.Source, sum.Source) ? new(PlainFinding.Softmax, sum, end) : null;

    /// <summary>One exponential.</summary>
    private Exponential? Value(IOperation operation) => Within(() => MathCalls.Unconverted(operation) switch
    {
        IInvocationOperation { TargetMethod: var method, Arguments: [var argument] } call when MathCalls.IsExp(method) =>
            Plain(argument.Value) is { } source ? new(call, method.Parameters[0].Type, source) : null,
        ISimpleAssignmentOperation assignment => Value(assignment.Value),
        ILocalReferenceOperation { Local: var local } reference => _flow.Initializer(local) is { } initial ? Value(initial) : Each(reference, local, Values),
        IParameterReferenceOperation { Parameter: var parameter } reference => Each(reference, parameter, Values),
        var element when Dataflow.Buffer(element) is { } buffer => Values(buffer),
        _ => null,
    });

    /// <summary>The variable of which this is a value as it stands.</summary>
    private ISymbol? Plain(IOperation operation) => Within(() => MathCalls.Unconverted(operation) switch
    {
        ILocalReferenceOperation { Local: var local } reference => _flow.Initializer(local) is { } initial ? Plain(initial) : Each(reference, local, _flow.Untouched),
        IParameterReferenceOperation { Parameter: var parameter } reference => Each(reference, parameter, _flow.Untouched),
        var element when Dataflow.Buffer(element) is { } buffer => _flow.Untouched(buffer),
        _ => null,
    });

    /// <summary>A sequence or an array of exponentials.</summary>
    private Exponential? Values(IOperation operation) => Within(() => MathCalls.Unconverted(operation) switch
    {
        IInvocationOperation { TargetMethod: var method, Arguments: [var source, var selector] } when MathCalls.IsLinq(method, "Select") => Selected(source, selector),
        IInvocationOperation { TargetMethod: var method, Arguments: [var source] } when MathCalls.IsLinq(method, "ToArray", "ToList", "AsEnumerable") => Values(source.Value),
        ILocalReferenceOperation { Local: var local } when _flow.Initializer(local) is { } initial && _flow.IsNamedOnce(local) && Values(initial) is { } exponential => exponential,
        var other when Dataflow.Variable(other) is { } variable => Stored(variable),
        _ => null,
    });

    /// <summary>What is written to an array, if that is exponentials only, and their multiples later.</summary>
    private Exponential? Stored(ISymbol array)
    {
        IOperation? tensorCall = _operations.OfType<IInvocationOperation>().FirstOrDefault(call =>
            MathCalls.IsTensor(call.TargetMethod, "Exp") && call.Arguments.Length == 2 && Dataflow.Is(array, Dataflow.Variable(call.Arguments[1].Value)));
        if (tensorCall is IInvocationOperation { Arguments: [var from, _] } exp)
        {
            return _flow.Untouched(from.Value) is { } source ? new(exp, MathCalls.ElementType(Dataflow.TypeOf(source))!, source) : null;
        }

        Exponential? found = null;
        foreach (IAssignmentOperation write in _flow.ElementWrites(array))
        {
            if (write is ISimpleAssignmentOperation && MathCalls.Unconverted(write.Value) is not IBinaryOperation)
            {
                found = Value(write.Value);
                if (found is null)
                {
                    return null;
                }
            }
        }

        return found;
    }

    /// <summary>The sum of exponentials, and of nothing else.</summary>
    private Exponential? Sum(IOperation operation) => Within(() => MathCalls.Unconverted(operation) switch
    {
        IInvocationOperation { TargetMethod: var method, Arguments: [var source] } when MathCalls.IsLinq(method, "Sum") || MathCalls.IsTensor(method, "Sum") =>
            Values(source.Value),
        IInvocationOperation { TargetMethod: var method, Arguments: [var source, var selector] } when MathCalls.IsLinq(method, "Sum") => Selected(source, selector),
        ILocalReferenceOperation { Local: var local } => _flow.Initializer(local) is { } initial ? Sum(initial) : Accumulated(local),
        _ => null,
    });

    private Exponential? Inverse(IOperation operation) => MathCalls.Unconverted(operation) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when IsNumber(quotient.LeftOperand, 1) => Sum(quotient.RightOperand),
        ILocalReferenceOperation { Local: var local } when _flow.Initializer(local) is IBinaryOperation initial => Inverse(initial),
        _ => null,
    };

    /// <summary>A variable that begins at 0 and to which only exponentials are added.</summary>
    private Exponential? Accumulated(ILocalSymbol sum)
    {
        if (_flow.IsPassedByReference(sum) || _flow.Declarator(sum)?.GetVariableInitializer() is { Value: var initial } && !IsNumber(initial, 0))
        {
            return null;
        }

        Exponential? found = null;
        foreach (IAssignmentOperation write in _flow.Writes(sum))
        {
            IOperation? added = write switch
            {
                ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } => write.Value,
                ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } addition }
                    when Dataflow.Is(sum, Dataflow.Variable(addition.LeftOperand)) => addition.RightOperand,
                _ => null,
            };

            if (added is null ? !(write is ISimpleAssignmentOperation && IsNumber(write.Value, 0)) : (found = Value(added)) is null)
            {
                return null;
            }
        }

        return found;
    }

    private Exponential? Selected(IArgumentOperation source, IArgumentOperation selector) => MathCalls.Unconverted(selector.Value) switch
    {
        IMethodReferenceOperation { Method: var method } reference when MathCalls.IsExp(method) =>
            _flow.Untouched(source.Value) is { } variable ? new(reference, method.Parameters[0].Type, variable) : null,
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } => Value(value),
        _ => null,
    };

    /// <summary>What holds of the sequence that a foreach variable or a lambda's parameter runs through.</summary>
    private static T? Each<T>(IOperation reference, ISymbol variable, Func<IOperation, T?> holds)
        where T : class
    {
        for (IOperation? around = reference.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IForEachLoopOperation loop when loop.Locals.Any(local => Dataflow.Is(local, variable)):
                    return holds(loop.Collection);
                case IAnonymousFunctionOperation lambda when Dataflow.Is(lambda.Symbol, variable.ContainingSymbol):
                    return lambda.Symbol.Parameters[0].Equals(variable, SymbolEqualityComparer.Default)
                        && lambda.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method, Arguments: [var source, _] } }
                        && MathCalls.IsLinq(method, "Select", "Sum")
                            ? holds(source.Value)
                            : null;
            }
        }

        return null;
    }

    private static bool IsNumber(IOperation operation, double number) =>
        MathCalls.Unconverted(operation).ConstantValue is { HasValue: true, Value: IConvertible value and not string and not char }
        && Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) == number;

    private T? Within<T>(Func<T?> find)
        where T : class
    {
        if (_depth == MaximumDepth)
        {
            return null;
        }

        _depth++;
        T? found = find();
        _depth--;
        return found;
    }
}
