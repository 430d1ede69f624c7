using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>
/// Finds softmax and log-sum-exp that a member computes by hand from unshifted exponentials. Exponentials are followed to the variables that carry them
/// and to those that add them up, until no more are found; where the two meet, in a division say, something is to be reported.
/// </summary>
internal sealed partial class HandWritten
{
    /// <summary>Kinds that the oldest supported compiler has no names for.</summary>
    private const OperationKind CollectionExpression = (OperationKind)0x7f;
    private const OperationKind Spread = (OperationKind)0x80;

    private const int MaximumDepth = 100;

    /// <summary>Functions that call themselves more than once are followed twice at each depth.</summary>
    private const int MaximumSteps = 100_000;

    private const int MaximumRounds = 16;
    private const int MaximumExponentials = 200;

    private readonly List<IOperation> _operations;
    private readonly Flow _flow;
    private readonly HashSet<IOperation> _exponentials = [];
    private readonly Dictionary<ISymbol, IOperation> _carriers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _sums = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _inverses = new(SymbolEqualityComparer.Default);
    private int _depth;
    private int _steps;

    private HandWritten(List<IOperation> operations)
    {
        _operations = operations;
        _flow = new(operations);
    }

    /// <param name="member">The body of a member, or of what else is executed as one.</param>
    public static List<Finding> In(IOperation member)
    {
        List<IOperation> operations = [];
        List<IOperation> exponentials = [];
        foreach (IOperation operation in member.DescendantsAndSelf())
        {
            operations.Add(operation);
            if (exponentials.Count < MaximumExponentials && MathCalls.IsExponential(operation))
            {
                exponentials.Add(operation);
            }
        }

        return exponentials.Count > 0 ? new HandWritten(operations).Findings(exponentials) : [];
    }

    private List<Finding> Findings(List<IOperation> exponentials)
    {
        List<Finding> findings = [];
        Shifts shifts = new(_flow);
        foreach (IOperation exponential in exponentials)
        {
            if (!shifts.Reach(exponential))
            {
                _exponentials.Add(exponential);
            }
        }

        if (_exponentials.Count == 0 || _operations.Exists(shifts.SubtractMaximum))
        {
            return findings;
        }

        Follow();
        foreach (IOperation operation in _operations)
        {
            if (End(operation) is { } finding && !findings.Exists(other => other.Exponential == finding.Exponential))
            {
                findings.Add(finding with { Type = Narrowest(finding.Exponential) });
            }
        }

        return findings;
    }

    /// <summary>Which variables hold exponentials, their sums and their inverses.</summary>
    private void Follow()
    {
        List<ISymbol> variables = [.. _flow.Variables];
        int known;
        int rounds = 0;
        do
        {
            known = _carriers.Count + _sums.Count + _inverses.Count;
            foreach (ISymbol variable in variables)
            {
                List<IOperation> sources = _flow.Sources(variable);
                Learn(_carriers, variable, FirstOf(sources, CarriedBy));
                Learn(_sums, variable, AddedUp(variable, sources));
                Learn(_inverses, variable, FirstOf(sources, Inverse));
            }
        }
        while (_carriers.Count + _sums.Count + _inverses.Count > known && ++rounds < MaximumRounds);
    }

    private static void Learn(Dictionary<ISymbol, IOperation> facts, ISymbol variable, IOperation? exponential)
    {
        if (exponential is not null && !facts.ContainsKey(variable))
        {
            facts.Add(variable, exponential);
        }
    }

    private Finding? End(IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return Softmax(operation, Values(quotient.LeftOperand), Sum(quotient.RightOperand))
                    ?? (IsRandom(quotient.LeftOperand) ? Softmax(operation, Sum(quotient.RightOperand), Sum(quotient.RightOperand)) : null);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return Softmax(operation, Values(quotient.Target), Sum(quotient.Value));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Softmax(operation, Values(product.LeftOperand), Inverse(product.RightOperand))
                    ?? Softmax(operation, Values(product.RightOperand), Inverse(product.LeftOperand))
                    ?? (IsRandom(product.LeftOperand) ? Drawn(operation, product.RightOperand) : IsRandom(product.RightOperand) ? Drawn(operation, product.LeftOperand) : null);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Softmax(operation, Values(product.Target), Inverse(product.Value)) ?? (IsRandom(product.Target) ? Drawn(operation, product.Value) : null);
            case IInvocationOperation { TargetMethod: var method } call:
                return EndedBy(call, method);
            default:
                return null;
        }
    }

    private Finding? EndedBy(IInvocationOperation call, IMethodSymbol method)
    {
        if (MathCalls.IsLog(method))
        {
            return call.Arguments.Length > 0 && Sum(call.Arguments[0].Value) is { } exponential ? new(Finding.LogSumExp, exponential, call) : null;
        }

        if (call.Arguments.Length >= 2 && (MathCalls.IsTensor(method, "Divide", "Multiply") || method.Name == "Divide"))
        {
            return method.Name == "Divide"
                ? Softmax(call, Values(call.Arguments[0].Value), Sum(call.Arguments[1].Value))
                : Softmax(call, Values(call.Arguments[0].Value), Inverse(call.Arguments[1].Value)) ?? Softmax(call, Values(call.Arguments[1].Value), Inverse(call.Arguments[0].Value));
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (method.Name.IndexOf("Normali", System.StringComparison.OrdinalIgnoreCase) >= 0)
            {
                if (Values(argument.Value) is { } values)
                {
                    return new(Finding.Softmax, values, call);
                }
            }
            else if (IsRandomCall(call) && Sum(argument.Value) is { } limit)
            {
                return new(Finding.Softmax, limit, call);
            }
        }

        return call.Instance is { } instance && method.Name.IndexOf("Normali", System.StringComparison.OrdinalIgnoreCase) >= 0 && Values(instance) is { } own
            ? new(Finding.Softmax, own, call)
            : null;
    }

    private Finding? Drawn(IOperation end, IOperation total) => Sum(total) is { } sum ? new(Finding.Softmax, sum, end) : null;

    private static Finding? Softmax(IOperation end, IOperation? value, IOperation? sum) => value is not null && sum is not null ? new(Finding.Softmax, sum, end) : null;

    private static bool IsRandom(IOperation operation)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            switch (part)
            {
                case IInvocationOperation call when IsRandomCall(call):
                case IMemberReferenceOperation member when Names.IsRandom(member.Member.Name) || Names.IsRandom(member.Member.ContainingType?.Name ?? ""):
                case ILocalReferenceOperation local when Names.IsRandom(local.Local.Name):
                case IParameterReferenceOperation parameter when Names.IsRandom(parameter.Parameter.Name):
                    return true;
                case ILocalReferenceOperation { Local: { } drawn } when drawn.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single && drawn.Name.Length == 1:
                    return drawn.DeclaringSyntaxReferences.Length > 0 && Names.IsRandom(drawn.DeclaringSyntaxReferences[0].GetSyntax().ToString());
            }
        }

        return false;
    }

    private static bool IsRandomCall(IInvocationOperation call) => Names.IsRandom(call.TargetMethod.Name)
        || (call.TargetMethod.Name.StartsWith("Next", System.StringComparison.Ordinal) && call.TargetMethod.ContainingType?.Name.IndexOf("Rand", System.StringComparison.Ordinal) >= 0)
        || (call.TargetMethod.Name == "Range" && call.TargetMethod.ContainingType?.Name == "Random");

    /// <summary>One of the values of which softmax consists: exponentials, but not all of them added up.</summary>
    private IOperation? Values(IOperation operation) => CarriedBy(operation);

    /// <summary>The exponential that an expression is, holds, or is a multiple of.</summary>
    private IOperation? CarriedBy(IOperation? operation)
    {
        if (operation is null || IsTooFar())
        {
            return null;
        }

        _depth++;
        IOperation? found = Carried(MathCalls.Unconverted(operation));
        _depth--;
        return found;
    }

    private bool IsTooFar() => _depth == MaximumDepth || ++_steps > MaximumSteps;

    private IOperation? Carried(IOperation operation)
    {
        if (_exponentials.Contains(operation))
        {
            return operation;
        }

        switch (operation)
        {
            case IMethodReferenceOperation reference:
                return FirstOf(_flow.Returned(reference.Method), CarriedBy);
            case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
                or IInlineArrayAccessOperation or { Kind: OperationKind.None }:
                return _flow.Variable(operation) is { } variable && _carriers.TryGetValue(variable, out IOperation? carried) ? carried : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Weighted(product.LeftOperand, product.RightOperand) ?? Weighted(product.RightOperand, product.LeftOperand);
            case ISimpleAssignmentOperation assignment:
                return CarriedBy(assignment.Value);
            case IConditionalOperation conditional:
                return CarriedBy(conditional.WhenTrue) ?? CarriedBy(conditional.WhenFalse);
            case ICoalesceOperation coalesce:
                return CarriedBy(coalesce.Value);
            case IAwaitOperation wait:
                return CarriedBy(wait.Operation);
            case ITupleOperation tuple:
                return FirstOf(tuple.Elements, CarriedBy);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return FirstOf(initializer.ElementValues, CarriedBy);
            case IArrayInitializerOperation initializer:
                return FirstOf(initializer.ElementValues, CarriedBy);
            case IObjectCreationOperation creation:
                return CarriedByAny(creation.Arguments);
            case IConditionalAccessOperation access:
                return CarriedBy(access.WhenNotNull) ?? CarriedBy(access.Operation);
            case IAnonymousFunctionOperation lambda:
                return FirstOf(_flow.Returned(lambda.Symbol), CarriedBy);
            case IInvocationOperation call:
                return CarriedByCall(call);
            case { Kind: CollectionExpression or Spread }:
                return FirstOf(operation.ChildOperations, CarriedBy);
            default:
                return null;
        }
    }

    /// <summary>A weight is not the value itself: that times its exponential is the numerator of a mean.</summary>
    private IOperation? Weighted(IOperation carrier, IOperation weight) =>
        CarriedBy(carrier) is { } found && CarriedBy(weight) is null && Sum(weight) is null
        && !(found is IInvocationOperation { Arguments: [var argument, ..] } && IsPartOf(argument.Value, _flow.Variable(weight)))
            ? found
            : null;

    private bool IsPartOf(IOperation argument, ISymbol? weight)
    {
        foreach (IOperation part in argument.DescendantsAndSelf())
        {
            if (weight is not null && _flow.Is(weight, part))
            {
                return true;
            }
        }

        return false;
    }

    private IOperation? CarriedByCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name is "Sum" or "Average" or "Aggregate" or "Count" or "Max" or "Min" or "Log" or "Sqrt")
        {
            return null;
        }

        if (FirstOf(_flow.Returned(method), CarriedBy) is { } returned)
        {
            return returned;
        }

        bool hasSelector = false;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation value = MathCalls.Unconverted(argument.Value);
            if (value is IAnonymousFunctionOperation or IMethodReferenceOperation)
            {
                hasSelector |= method.Name is "Select" or "SelectMany" or "ConvertAll" or "Zip";
                if (CarriedBy(value) is { } selected)
                {
                    return selected;
                }
            }
        }

        return hasSelector || !IsPassing(method) ? null : CarriedBy(call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null));
    }

    /// <summary>Methods that give what they are given, or some of it.</summary>
    private static bool IsPassing(IMethodSymbol method) => method.Name is "ToArray" or "ToList" or "AsEnumerable" or "AsParallel" or "AsSpan" or "AsMemory" or "Slice" or "Where" or "OrderBy"
        or "OrderByDescending" or "Reverse" or "Take" or "Skip" or "Cast" or "ToImmutableArray" or "Concat" or "Append" or "Prepend" or "First" or "Last" or "ElementAt" or "ToHashSet"
        or "GetValueOrDefault" or "AsReadOnly" or "Clone" or "Round" or "GetEnumerator" or "ToDictionary" or "Abs" or "ToSingle" or "ToDouble" or "Dequeue" or "Pop" or "Peek";

    private IOperation? CarriedByAny(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (CarriedBy(argument.Value) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IOperation? FirstOf(IEnumerable<IOperation> operations, System.Func<IOperation, IOperation?> find)
    {
        foreach (IOperation operation in operations)
        {
            if (find(operation) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
