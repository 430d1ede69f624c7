using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>
/// What flows into which variable within one member. Variables that may share memory (spans, arrays, slices, references, pointers) count as one;
/// so do the elements of a buffer, and a member of whatever objects.
/// </summary>
internal sealed class Flow
{
    private const int MaximumSteps = 200;

    private static readonly List<IOperation> s_none = [];

    private readonly Dictionary<ISymbol, ISymbol> _parents = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _sources = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _returned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _passed = new(SymbolEqualityComparer.Default);

    public Flow(List<IOperation> operations)
    {
        // What functions return comes first: a view that one returns is a view of the same memory.
        foreach (IOperation operation in operations)
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && FunctionAround(operation) is { } function)
            {
                ListOf(_returned, function).Add(value);
            }
        }

        foreach (IOperation operation in operations)
        {
            Collect(operation);
        }

        foreach (IOperation operation in operations)
        {
            PassToDelegate(operation);
        }

        // Only now is it known who shares memory with whom.
        List<ISymbol> variables = [.. _sources.Keys];
        foreach (ISymbol variable in variables)
        {
            ISymbol owner = Find(variable);
            if (!ReferenceEquals(owner, variable) && !SymbolEqualityComparer.Default.Equals(owner, variable))
            {
                ListOf(_sources, owner).AddRange(_sources[variable]);
            }
        }
    }

    /// <summary>One variable for each memory.</summary>
    public IEnumerable<ISymbol> Variables => _sources.Keys;

    /// <summary>The values that a variable or its elements are given; a compound assignment stands for itself, as does a call that writes to it.</summary>
    public List<IOperation> Sources(ISymbol variable) => _sources.TryGetValue(Find(variable), out List<IOperation>? sources) ? sources : s_none;

    /// <summary>What a lambda or a local function gives.</summary>
    public List<IOperation> Returned(IMethodSymbol function) => _returned.TryGetValue(function, out List<IOperation>? values) ? values : s_none;

    /// <summary>Whether a method may have written anything to the variable itself.</summary>
    public bool IsPassedByReference(ISymbol variable) => _passed.Contains(Find(variable));

    /// <summary>The variable that stands for the memory behind an expression.</summary>
    public ISymbol? Variable(IOperation? operation) => Root(operation) is { } root ? Find(root) : null;

    public bool Is(ISymbol variable, IOperation operation) => Variable(operation) is { } other && SymbolEqualityComparer.Default.Equals(Find(variable), other);

    private ISymbol Find(ISymbol variable)
    {
        variable = variable.OriginalDefinition;
        while (_parents.TryGetValue(variable, out ISymbol? parent))
        {
            variable = parent;
        }

        return variable;
    }

    /// <summary>The variable, field or property whose memory an expression reads: the buffer of an element, the array of a span.</summary>
    private ISymbol? Root(IOperation? operation)
    {
        // Functions may return one another's results, in a circle.
        for (int steps = 0; operation is not null && steps < MaximumSteps; steps++)
        {
            switch (MathCalls.Unconverted(operation))
            {
                case ILocalReferenceOperation reference:
                    return reference.Local;
                case IParameterReferenceOperation reference:
                    return reference.Parameter;
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case IFieldReferenceOperation reference when reference.Field.ContainingType.IsTupleType:
                    operation = reference.Instance;
                    break;
                case IFieldReferenceOperation reference:
                    return reference.Field;
                case IPropertyReferenceOperation { Instance: { } instance } reference when reference.Property.IsIndexer || IsView(reference.Property):
                    operation = instance;
                    if (MathCalls.Unconverted(instance) is IInstanceReferenceOperation)
                    {
                        return reference.Property;
                    }

                    break;
                case IPropertyReferenceOperation reference:
                    return reference.Property;
                case IArrayElementReferenceOperation reference:
                    operation = reference.ArrayReference;
                    break;
                case IImplicitIndexerReferenceOperation reference:
                    operation = reference.Instance;
                    break;
                case IInlineArrayAccessOperation reference:
                    operation = reference.Instance;
                    break;
                case IDeclarationExpressionOperation declaration:
                    operation = declaration.Expression;
                    break;
                case IAddressOfOperation address:
                    operation = address.Reference;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.TypeKind: TypeKind.Pointer } sum:
                    operation = sum.LeftOperand;
                    break;
                case IConditionalAccessOperation access:
                    operation = access.Operation;
                    break;
                case ISimpleAssignmentOperation { IsRef: true } assignment:
                    operation = assignment.Value;
                    break;
                case IInvocationOperation call when IsView(call.TargetMethod):
                    operation = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
                    break;
                case IInvocationOperation call when Returned(call.TargetMethod) is [var returned, ..]:
                    operation = returned;
                    break;
                case { Kind: OperationKind.None } pointer:
                    operation = First(pointer);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IOperation? First(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            return child;
        }

        return null;
    }

    private static bool IsView(IPropertySymbol property) =>
        property.Name is "Span" or "Value" or "Memory" or "Array" or "Values" or "Buffer" && property.ContainingNamespace?.ToDisplayString().StartsWith("System", System.StringComparison.Ordinal) == true;

    private static bool IsView(IMethodSymbol method) => method.Name is "AsSpan" or "AsMemory" or "Slice" or "CreateSpan" or "CreateReadOnlySpan" or "GetReference" or "Add" or "As" or "Cast"
        or "GetArrayDataReference" or "AsEnumerable" or "GetPinnableReference" or "AsReadOnly" or "Subspan" or "AsRef" or "AsTensorSpan" or "GetDimensionSpan" or "GetRowSpan"
        && (method.Name is not ("Add" or "As") || method.ContainingType.Name == "Unsafe");

    private static List<IOperation> ListOf(Dictionary<ISymbol, List<IOperation>> lists, ISymbol variable)
    {
        if (!lists.TryGetValue(variable, out List<IOperation>? list))
        {
            lists.Add(variable, list = []);
        }

        return list;
    }

    private void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Give(declarator.Symbol, initializer.Value, declarator.Symbol.RefKind != RefKind.None || IsReference(declarator.Symbol.Type));
                break;
            case ISimpleAssignmentOperation assignment:
                Give(Root(assignment.Target), assignment.Value, assignment.IsRef || IsWhole(assignment.Target));
                break;
            case ICompoundAssignmentOperation assignment:
                Give(Root(assignment.Target), assignment, false);
                break;
            case ICoalesceAssignmentOperation assignment:
                Give(Root(assignment.Target), assignment.Value, IsWhole(assignment.Target));
                break;
            case IIncrementOrDecrementOperation increment when !MathCalls.IsIntegral(increment.Type):
                Give(Root(increment.Target), increment, false);
                break;
            case IDeconstructionAssignmentOperation assignment:
                Deconstruct(assignment.Target, assignment.Value);
                break;
            case IForEachLoopOperation loop:
                foreach (ILocalSymbol local in loop.Locals)
                {
                    Give(local, loop.Collection, local.RefKind != RefKind.None || IsReference(local.Type));
                }

                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Root(argument.Value) is { } passed:
                _passed.Add(passed);
                if (argument.Parent is IInvocationOperation by)
                {
                    Give(passed, by, false);
                }

                break;
            case IInvocationOperation call:
                CollectCall(call);
                break;
        }
    }

    private void CollectCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? receiver = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        ISymbol? target = Root(receiver);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            // Values reach a lambda through its parameters, an element each.
            if (MathCalls.Unconverted(argument.Value) is IAnonymousFunctionOperation lambda)
            {
                foreach (IParameterSymbol parameter in lambda.Symbol.Parameters)
                {
                    if (receiver is not null && !ReferenceEquals(receiver, argument.Value))
                    {
                        Give(parameter, receiver, parameter.RefKind != RefKind.None || IsReference(parameter.Type));
                    }

                    if (call.Arguments.Length > 2 && method.Name is "Zip" or "Aggregate")
                    {
                        Give(parameter, call.Arguments[1].Value, false);
                    }
                }
            }
            else if (method.MethodKind == MethodKind.LocalFunction && argument.Parameter is { } parameter)
            {
                Give(parameter, argument.Value, parameter.RefKind != RefKind.None || IsReference(parameter.Type));
            }
        }

        if (target is not null && call.Instance is not null && method.Name is "Add" or "Append" or "Insert" or "Push" or "Enqueue" or "SetValue" or "AddRange" or "TryAdd" or "Set" or "Fill" && target is not null)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                Give(target, argument.Value, false);
            }
        }
        else if (method.Name is "CopyTo" or "TryCopyTo" or "Copy" or "BlockCopy" && receiver is not null)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (Root(argument.Value) is { } destination && !ReferenceEquals(argument.Value, receiver) && IsReference(argument.Value.Type))
                {
                    Give(destination, receiver, false);
                }
            }
        }
        else if (method.ContainingType?.Name is "TensorPrimitives" && call.Arguments.Length > 1)
        {
            Give(Root(call.Arguments[call.Arguments.Length - 1].Value), call, false);
        }
        else if (Shifts.IsNamedAfter(call) && !IsView(method))
        {
            // Whatever it does, it does it to what it is given.
            Give(target, call, false);
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (IsReference(argument.Value.Type) || argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
                {
                    Give(Root(argument.Value), call, false);
                }
            }
        }
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        if (MathCalls.Unconverted(target) is IDeclarationExpressionOperation declaration)
        {
            target = declaration.Expression;
        }

        value = MathCalls.Unconverted(value);
        if (target is not ITupleOperation targets)
        {
            Give(Root(target), value, IsWhole(target));
            return;
        }

        for (int i = 0; i < targets.Elements.Length; i++)
        {
            Deconstruct(targets.Elements[i], value is ITupleOperation values && values.Elements.Length == targets.Elements.Length ? values.Elements[i] : value);
        }
    }

    private void Give(ISymbol? variable, IOperation value, bool mayShare)
    {
        if (variable is null)
        {
            return;
        }

        variable = variable.OriginalDefinition;
        ListOf(_sources, variable).Add(value);
        if (mayShare)
        {
            Share(variable, MathCalls.Unconverted(value));
        }
    }

    /// <summary>Whatever a choice ends in may be what is shared.</summary>
    private void Share(ISymbol variable, IOperation value)
    {
        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                Share(variable, MathCalls.Unconverted(choice.WhenTrue));
                Share(variable, MathCalls.Unconverted(otherwise));
                return;
            case ICoalesceOperation choice:
                Share(variable, MathCalls.Unconverted(choice.Value));
                Share(variable, MathCalls.Unconverted(choice.WhenNull));
                return;
            case ISwitchExpressionOperation choice:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                {
                    Share(variable, MathCalls.Unconverted(arm.Value));
                }

                return;
        }

        if (Root(value) is { } other)
        {
            ISymbol one = Find(variable);
            ISymbol another = Find(other);
            if (!SymbolEqualityComparer.Default.Equals(one, another))
            {
                _parents.Add(one, another);
            }
        }
    }

    /// <summary>What a lambda or a local function in a variable is called with reaches its parameters.</summary>
    private void PassToDelegate(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } call || Root(instance) is not { } variable)
        {
            return;
        }

        foreach (IOperation source in Sources(variable).ToArray())
        {
            IMethodSymbol? function = MathCalls.Unconverted(source) switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => local,
                _ => null,
            };
            for (int i = 0; function is not null && i < function.Parameters.Length && i < call.Arguments.Length; i++)
            {
                IParameterSymbol parameter = function.Parameters[i];
                Give(parameter, call.Arguments[i].Value, parameter.RefKind != RefKind.None || IsReference(parameter.Type));
            }
        }
    }

    private static bool IsWhole(IOperation target) => IsReference(target.Type);

    /// <summary>Numbers are copied; everything else may be a view of the same memory.</summary>
    private static bool IsReference(ITypeSymbol? type) => type is { SpecialType: not SpecialType.System_String, TypeKind: not (TypeKind.Enum or TypeKind.TypeParameter) }
        && (type.IsReferenceType || (type.SpecialType == SpecialType.None && type.Name != "Half"));

    private static IMethodSymbol? FunctionAround(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }
}
