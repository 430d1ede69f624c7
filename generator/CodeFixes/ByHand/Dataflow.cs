using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Diagnostics.Advice;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>Who holds what within one member, as far as softmax needs it.</summary>
internal sealed class Dataflow(ImmutableArray<IOperation> operations)
{
    public IEnumerable<IAssignmentOperation> Writes(ISymbol variable) =>
        operations.OfType<IAssignmentOperation>().Where(assignment => Is(variable, Variable(assignment.Target)));

    public IEnumerable<IAssignmentOperation> ElementWrites(ISymbol buffer) =>
        operations.OfType<IAssignmentOperation>().Where(assignment => Buffer(assignment.Target) is { } target && Is(buffer, Variable(target)));

    /// <summary>What a local variable is declared with, and keeps.</summary>
    public IOperation? Initializer(ILocalSymbol local) => IsPassedByReference(local) || Writes(local).Any() ? null : Declarator(local)?.GetVariableInitializer()?.Value;

    /// <summary>Whether nothing can change what a local variable holds before it is read, nor under another name.</summary>
    public bool IsNamedOnce(ILocalSymbol local) => operations.OfType<ILocalReferenceOperation>().Count(reference => Is(local, reference.Local)) == 1;

    public IVariableDeclaratorOperation? Declarator(ILocalSymbol local) =>
        operations.OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => Is(local, declarator.Symbol));

    public bool IsPassedByReference(ISymbol variable) =>
        operations.OfType<IArgumentOperation>().Any(argument => argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } && Is(variable, Variable(argument.Value)))
        || operations.OfType<IIncrementOrDecrementOperation>().Any(increment => Is(variable, Variable(increment.Target)));

    /// <summary>The variable, if it holds floating-point values that nothing in the member changes before they are exponentiated. Whether they may be shifted the analyzer has asked.</summary>
    public ISymbol? Untouched(IOperation buffer)
    {
        ISymbol? variable = Variable(buffer);
        return variable is not null
            && MathCalls.ElementType(TypeOf(variable))?.SpecialType is SpecialType.System_Single or SpecialType.System_Double
            && !Writes(variable).Any()
            && ElementWrites(variable).All(KeepsOrder)
            && !operations.OfType<IArgumentOperation>().Any(argument => MayWrite(argument) && Is(variable, Variable(argument.Value)))
                ? variable
                : null;
    }

    /// <summary>The array, span or list whose element this is.</summary>
    public static IOperation? Buffer(IOperation element) => element switch
    {
        IArrayElementReferenceOperation { Indices.Length: 1 } reference => reference.ArrayReference,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } => instance,
        IImplicitIndexerReferenceOperation reference => reference.Instance,
        _ => null,
    };

    /// <summary>The variable that is named, or viewed as a span.</summary>
    public static ISymbol? Variable(IOperation operation) => MathCalls.Unconverted(operation) switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } reference => reference.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false, Instance: null or IInstanceReferenceOperation } reference => reference.Property,
        IInvocationOperation { TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" }, Arguments: [var array, ..] } => Variable(array.Value),
        _ => null,
    };

    public static bool Is(ISymbol one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    public static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>Exponentials and multiples, written over the values themselves.</summary>
    private static bool KeepsOrder(IAssignmentOperation write) => write switch
    {
        ICompoundAssignmentOperation compound => compound.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply,
        _ => MathCalls.Unconverted(write.Value) is IInvocationOperation invocation && MathCalls.IsExp(invocation.TargetMethod)
            || MathCalls.Unconverted(write.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply },
    };

    private static bool MayWrite(IArgumentOperation argument) =>
        (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out }
            || argument.Parameter?.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "Span" or "Memory" or "List" or "IList" })
        && argument.Parent is IInvocationOperation { TargetMethod: var method }
        && !(method.Name == "AsSpan" || MathCalls.IsTensor(method, "Exp", "Divide", "Multiply"));
}
