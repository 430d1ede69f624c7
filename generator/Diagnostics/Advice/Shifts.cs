using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Does anything hint that values are small before they are exponentiated? Followed back through variables, aliases, lambdas and calls.</summary>
internal sealed class Shifts(Flow flow)
{
    private const int MaximumDepth = 100;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private int _depth;
    private int _from;

    /// <summary>Whether what this exponential is of may have been shifted, or is bounded.</summary>
    public bool Reach(IOperation exponential)
    {
        _seen.Clear();
        _depth = 0;
        _from = exponential.Syntax.SpanStart;
        switch (exponential)
        {
            case IInvocationOperation { TargetMethod.Name: "Pow", Arguments: [_, var power] }:
                return MathCalls.IsIntegral(MathCalls.Unconverted(power.Value).Type) || In(power.Value);
            case IInvocationOperation { Arguments: [var argument, ..] }:
                return MathCalls.IsIntegral(MathCalls.Unconverted(argument.Value).Type) || MathCalls.Constant(argument.Value) is not null || Bounds.IsOfIndex(argument.Value) || In(argument.Value);
            case IMethodReferenceOperation reference when CallAround(reference) is { } call:
                return In(call);
            default:
                return false;
        }
    }

    /// <summary>Whether a maximum is subtracted anywhere: then someone knows.</summary>
    public bool SubtractMaximum(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => !MathCalls.IsIntegral(difference.Type) && IsMaximum(difference.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsMinusMaximum(sum.RightOperand) || IsMinusMaximum(sum.LeftOperand),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => !MathCalls.IsIntegral(difference.Type) && IsMaximum(difference.Value),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsMinusMaximum(sum.Value),
        IInvocationOperation { TargetMethod.Name: var name } call => name.StartsWith("Sub", StringComparison.OrdinalIgnoreCase) ? Any(call, IsMaximum) : name.StartsWith("Add", StringComparison.Ordinal) && Any(call, IsMinusMaximum),
        _ => false,
    };

    /// <summary>Whether a call is named as if it shifted or bounded what it is given, or is told a maximum.</summary>
    public static bool IsNamedAfter(IInvocationOperation call)
    {
        if (Names.IsShifted(call.TargetMethod.Name) || call.TargetMethod.Name.IndexOf("SubMax", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return true;
        }

        if (call.TargetMethod.Name is "Max" or "Min" or "Add" or "WriteLine" or "Write" or "Abs")
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (MathCalls.Unconverted(argument.Value) is var value && !MathCalls.IsIntegral(value.Type) && value switch
            {
                ILocalReferenceOperation reference => Names.IsMaximum(reference.Local.Name),
                IParameterReferenceOperation reference => Names.IsMaximum(reference.Parameter.Name),
                IInvocationOperation { TargetMethod.Name: var name } => Names.IsMaximum(name),
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } => true,
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static IInvocationOperation? CallAround(IOperation operation)
    {
        IOperation? around = operation.Parent;
        while (around is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            around = around.Parent;
        }

        return around as IInvocationOperation;
    }

    private static bool Any(IInvocationOperation call, Func<IOperation, bool> holds)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (holds(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMinusMaximum(IOperation operation) =>
        MathCalls.Unconverted(operation) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus && IsMaximum(minus.Operand);

    private bool IsMaximum(IOperation operation)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            switch (part)
            {
                case IInvocationOperation call when Names.IsMaximum(call.TargetMethod.Name):
                case IMemberReferenceOperation member when Names.IsMaximum(member.Member.Name):
                case ILocalReferenceOperation local when Names.IsMaximum(local.Local.Name) || IsRunningMaximum(local.Local):
                case IParameterReferenceOperation parameter when Names.IsMaximum(parameter.Parameter.Name):
                    return true;
                case IInvocationOperation { TargetMethod.Name: "OrderByDescending" or "MaxBy" or "Last" }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>A variable that takes the greater value each time, or is a maximum from the start.</summary>
    private bool IsRunningMaximum(ILocalSymbol local)
    {
        foreach (IOperation source in flow.Sources(local))
        {
            if (IsGreater(source, local) || IsGuarded(source, local))
            {
                return true;
            }

            foreach (IOperation part in source.DescendantsAndSelf())
            {
                if (part is IInvocationOperation call && (Names.IsMaximum(call.TargetMethod.Name) || call.TargetMethod.Name == "OrderByDescending")
                    || part is ILocalReferenceOperation other && Names.IsMaximum(other.Local.Name)
                    || part is IMemberReferenceOperation member && Names.IsMaximum(member.Member.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsGreater(IOperation source, ILocalSymbol local) =>
        MathCalls.Unconverted(source) is IConditionalOperation { Condition: IBinaryOperation comparison } && Compares(comparison, local);

    /// <summary><c>if (v > m) { m = v; }</c>.</summary>
    private bool IsGuarded(IOperation source, ILocalSymbol local)
    {
        IOperation? around = source.Parent;
        for (int i = 0; i < 8 && around is not null; i++, around = around.Parent)
        {
            if (around is IConditionalOperation { Condition: IBinaryOperation comparison })
            {
                return Compares(comparison, local);
            }
        }

        return false;
    }

    private bool Compares(IBinaryOperation comparison, ILocalSymbol local) =>
        comparison.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
        && (flow.Is(local, comparison.LeftOperand) || flow.Is(local, comparison.RightOperand))
        && MathCalls.Constant(comparison.LeftOperand) is null
        && MathCalls.Constant(comparison.RightOperand) is null;

    private bool In(IOperation? operation)
    {
        if (operation is null)
        {
            return false;
        }

        // What is nested so deeply was not written by hand.
        if (_depth == MaximumDepth)
        {
            return true;
        }

        _depth++;
        bool found = Here(MathCalls.Unconverted(operation));
        _depth--;
        return found;
    }

    private bool Here(IOperation operation)
    {
        if (MathCalls.Constant(operation) is not null)
        {
            return false;
        }

        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract }:
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }:
            case IIncrementOrDecrementOperation { Kind: OperationKind.Decrement }:
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return (Bounds.IsVarying(product.LeftOperand) && Bounds.IsVarying(product.RightOperand))
                    || MathCalls.Constant(product.LeftOperand) < 0 || MathCalls.Constant(product.RightOperand) < 0 || In(product.LeftOperand) || In(product.RightOperand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when IsMaximum(quotient.RightOperand):
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Divide } binary when MathCalls.Constant(binary.RightOperand) < 0:
                return true;
            case IBinaryOperation binary:
                return In(binary.LeftOperand) || In(binary.RightOperand);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract }:
                return true;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product }:
                // A dot product, whose terms are not the argument.
                return In(product.LeftOperand) || In(product.RightOperand);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return MathCalls.Constant(quotient.Value) < 0;
            case ICompoundAssignmentOperation assignment:
                return In(assignment.Value);
            case IConditionalOperation conditional:
                return Bounds.IsBound(conditional.WhenTrue) || Bounds.IsBound(conditional.WhenFalse) || In(conditional.WhenTrue) || In(conditional.WhenFalse);
            case IAnonymousFunctionOperation lambda:
                return AnyOf(flow.Returned(lambda.Symbol));
            case IMethodReferenceOperation reference:
                return Bounds.IsBounding(reference.Method) || AnyOf(flow.Returned(reference.Method));
            case IInvocationOperation call:
                return InCall(call);
            case IMemberReferenceOperation member:
                return Names.IsLogarithm(member.Member.Name) || (Names.IsShifted(member.Member.Name) && member is not IMethodReferenceOperation) || InVariable(member)
                    || (member is not IPropertyReferenceOperation { Property.IsIndexer: true } && In(member.Instance));
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return InVariable(operation);
            case IArrayElementReferenceOperation element:
                return In(element.ArrayReference);
            case IImplicitIndexerReferenceOperation element:
                return In(element.Instance);
            case IAnonymousFunctionOperation or IInstanceReferenceOperation or ILiteralOperation:
                return false;
            default:
                foreach (IOperation child in operation.ChildOperations)
                {
                    if (In(child))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    private bool InCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isAfter = call.Syntax.SpanStart >= _from && method.Name.IndexOf("normal", StringComparison.OrdinalIgnoreCase) >= 0;
        if (!isAfter && (Bounds.IsBounding(method) || (IsNamedAfter(call) && !MathCalls.IsExponential(call))))
        {
            return true;
        }

        if (isAfter || MathCalls.IsExponential(call))
        {
            // What is written over the values later does not matter, but what was there before does.
            return false;
        }

        if (AnyOf(flow.Returned(method)) || In(call.Instance))
        {
            return true;
        }

        bool isOrder = method.Name is "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "Any" or "All" or "First" or "TakeWhile" or "SkipWhile" or "GroupBy" or "Single" or "Find" or "FindAll";
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (!(isOrder && MathCalls.Unconverted(argument.Value) is IAnonymousFunctionOperation) && !MathCalls.IsIntegral(argument.Value.Type) && In(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private bool InVariable(IOperation operation)
    {
        string name = operation switch
        {
            ILocalReferenceOperation reference => reference.Local.Name,
            IParameterReferenceOperation reference => reference.Parameter.Name,
            _ => "",
        };
        if (Names.IsShifted(name) || Names.IsLogarithm(name))
        {
            return true;
        }

        if (flow.Variable(operation) is not { } variable || !_seen.Add(variable))
        {
            return false;
        }

        foreach (IOperation source in flow.Sources(variable))
        {
            if (MathCalls.Constant(source) is { } constant)
            {
                // To be assigned a bound is to be bounded; to begin somewhere, or to be masked, is not.
                if (source.Parent is ISimpleAssignmentOperation && (constant > 0 || IsCapped(source, variable)))
                {
                    return true;
                }

                if (source.Parent is IVariableInitializerOperation && constant < 0 && IsNeverWritten(variable))
                {
                    return true;
                }
            }
            else if (In(source))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNeverWritten(ISymbol variable) => flow.Sources(variable).Count == 1;

    /// <summary><c>if (x[i] > 0) { x[i] = 0; }</c>.</summary>
    private bool IsCapped(IOperation source, ISymbol variable)
    {
        IOperation? around = source.Parent;
        for (int i = 0; i < 6 && around is not null; i++, around = around.Parent)
        {
            if (around is IConditionalOperation { Condition: IBinaryOperation comparison })
            {
                return comparison.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual && flow.Is(variable, comparison.LeftOperand)
                    || comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual && flow.Is(variable, comparison.RightOperand);
            }
        }

        return false;
    }

    private bool AnyOf(List<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            if (In(operation))
            {
                return true;
            }
        }

        return false;
    }
}
