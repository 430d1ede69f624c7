using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <content>Sums of exponentials, and their inverses.</content>
internal sealed partial class HandWritten
{
    /// <summary>The exponentials that an expression adds up; a constant beside them, a factor or a limit changes nothing.</summary>
    private IOperation? Sum(IOperation? operation)
    {
        if (operation is null || IsTooFar())
        {
            return null;
        }

        _depth++;
        IOperation? found = Summed(MathCalls.Unconverted(operation));
        _depth--;
        return found;
    }

    private IOperation? Summed(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return SummedByCall(call);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return MathCalls.Constant(sum.RightOperand) is not null || IsSetting(sum.RightOperand) ? Sum(sum.LeftOperand)
                    : MathCalls.Constant(sum.LeftOperand) is not null || IsSetting(sum.LeftOperand) ? Sum(sum.RightOperand)
                    : (CarriedBy(sum.LeftOperand) ?? Sum(sum.LeftOperand)) is { } first && (CarriedBy(sum.RightOperand) ?? Sum(sum.RightOperand)) is not null ? first
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return CarriedBy(quotient.RightOperand) is null ? Sum(quotient.LeftOperand) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when MathCalls.Constant(product.LeftOperand) is not null || MathCalls.Constant(product.RightOperand) is not null:
                return Sum(product.LeftOperand) ?? Sum(product.RightOperand);
            case IConditionalOperation conditional:
                return Sum(conditional.WhenTrue) ?? Sum(conditional.WhenFalse);
            case ISimpleAssignmentOperation assignment:
                return Sum(assignment.Value);
            case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
                or { Kind: OperationKind.None }:
                return _flow.Variable(operation) is { } variable && _sums.TryGetValue(variable, out IOperation? summed) ? summed : null;
            default:
                return null;
        }
    }

    /// <summary>The type of the exponentials, or the narrower one of a variable that adds them up.</summary>
    private ITypeSymbol? Narrowest(IOperation exponential)
    {
        foreach (KeyValuePair<ISymbol, IOperation> sum in _sums)
        {
            ITypeSymbol? type = sum.Key switch
            {
                ILocalSymbol local => local.Type,
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            };
            if (sum.Value == exponential && type?.SpecialType == SpecialType.System_Single)
            {
                return type;
            }
        }

        return MathCalls.TypeOf(exponential);
    }

    /// <summary>A small number that keeps a sum from being 0, by its name.</summary>
    private static bool IsSetting(IOperation operation) => MathCalls.Unconverted(operation) switch
    {
        IMemberReferenceOperation member => member.Member.Name.IndexOf("eps", System.StringComparison.OrdinalIgnoreCase) >= 0,
        ILocalReferenceOperation local => local.Local.Name.IndexOf("eps", System.StringComparison.OrdinalIgnoreCase) >= 0,
        IParameterReferenceOperation parameter => parameter.Parameter.Name.IndexOf("eps", System.StringComparison.OrdinalIgnoreCase) >= 0,
        _ => false,
    };

    private IOperation? SummedByCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? source = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        switch (method.Name)
        {
            case "Sum" or "Average" or "SumAsync" or "SumMagnitudes":
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    if (MathCalls.Unconverted(argument.Value) is IAnonymousFunctionOperation or IMethodReferenceOperation)
                    {
                        return CarriedBy(argument.Value);
                    }
                }

                return CarriedBy(source);
            case "Aggregate":
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    if (MathCalls.Unconverted(argument.Value) is IAnonymousFunctionOperation { Symbol: { Parameters.Length: 2 } symbol })
                    {
                        return FirstOf(_flow.Returned(symbol), value => AddedTo(symbol.Parameters[0], value));
                    }
                }

                return null;
            case "Max" or "Abs" or "Clamp":
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    if (Sum(argument.Value) is { } limited)
                    {
                        return limited;
                    }
                }

                return null;
            default:
                return FirstOf(_flow.Returned(method), Sum);
        }
    }

    /// <summary>What <c>sum + e</c> adds to the sum.</summary>
    private IOperation? AddedTo(ISymbol sum, IOperation value)
    {
        if (MathCalls.Unconverted(value) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } addition)
        {
            return null;
        }

        IOperation? added = _flow.Is(sum, addition.LeftOperand) ? addition.RightOperand : _flow.Is(sum, addition.RightOperand) ? addition.LeftOperand : null;
        return CarriedBy(added) ?? Sum(added);
    }

    /// <summary>The exponentials that a variable adds up, unless it takes other terms too.</summary>
    private IOperation? AddedUp(ISymbol variable, List<IOperation> sources)
    {
        if (_flow.IsPassedByReference(variable))
        {
            return null;
        }

        IOperation? found = null;
        foreach (IOperation source in sources)
        {
            IOperation value = MathCalls.Unconverted(source);
            if (value is ICompoundAssignmentOperation compound)
            {
                if (compound.OperatorKind == BinaryOperatorKind.Add && MathCalls.Constant(compound.Value) is null)
                {
                    IOperation? added = CarriedBy(compound.Value) ?? Sum(compound.Value);
                    if (added is null)
                    {
                        return null;
                    }

                    found ??= added;
                }
            }
            else if (value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } addition && (_flow.Is(variable, addition.LeftOperand) || _flow.Is(variable, addition.RightOperand)))
            {
                IOperation? added = AddedTo(variable, value);
                if (added is null && MathCalls.Constant(addition.RightOperand) is null)
                {
                    return null;
                }

                found ??= added;
            }
            else
            {
                found ??= Sum(value);
            }
        }

        return found;
    }

    private IOperation? Inverse(IOperation operation) => MathCalls.Unconverted(operation) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when MathCalls.Constant(quotient.LeftOperand) is not null || IsOne(quotient.LeftOperand) => Sum(quotient.RightOperand),
        IConditionalOperation conditional => Inverse(conditional.WhenTrue) ?? (conditional.WhenFalse is { } other ? Inverse(other) : null),
        ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation =>
            _flow.Variable(operation) is { } variable && _inverses.TryGetValue(variable, out IOperation? exponential) ? exponential : null,
        _ => null,
    };

    private static bool IsOne(IOperation operation) => MathCalls.Unconverted(operation) is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "One" } };
}
