using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>
/// Reads from an expression which stretch of which buffer it denotes. What depends on anything but constants, and on variables that keep
/// their first value, stays unknown.
/// </summary>
internal sealed class StretchReader(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Initialisers may refer to one another, even in a circle.</summary>
    private const int MaximumDepth = 16;

    private int _depth;

    public Stretch? Read(IOperation? operation)
    {
        if (operation is null || _depth == MaximumDepth)
        {
            return null;
        }

        _depth++;
        Stretch? stretch = Created(operation) ?? Derived(operation) ?? Held(operation);
        _depth--;
        return stretch;
    }

    /// <summary>Reads a number that does not depend on anything but such constants.</summary>
    public int? ReadInteger(IOperation operation) => Integer(operation);

    /// <summary>The elements of a buffer that is created with them where it is passed: of a variable's, any may be another by then. What is spread is left out.</summary>
    public IEnumerable<IOperation> Elements(IOperation operation)
    {
        IEnumerable<ExpressionSyntax> elements = operation.Syntax switch
        {
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
            ArrayCreationExpressionSyntax { Initializer: { } values } => values.Expressions,
            ImplicitArrayCreationExpressionSyntax created => created.Initializer.Expressions,
            StackAllocArrayCreationExpressionSyntax { Initializer: { } values } => values.Expressions,
            ImplicitStackAllocArrayCreationExpressionSyntax created => created.Initializer.Expressions,
            _ => [],
        };
        return elements.Select(element => operation.SemanticModel!.GetOperation(element, cancellation)).OfType<IOperation>();
    }

    /// <summary>A new buffer. By syntax where the oldest supported compiler has no operation.</summary>
    private Stretch? Created(IOperation operation)
    {
        switch (operation.Syntax)
        {
            case CollectionExpressionSyntax collection:
                return New(operation, Count(collection, operation.SemanticModel!));
            case ImplicitStackAllocArrayCreationExpressionSyntax created:
                return New(operation, created.Initializer.Expressions.Count);
            case StackAllocArrayCreationExpressionSyntax { Initializer: { } values }:
                return New(operation, values.Expressions.Count);
            case StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax array }:
                return New(operation, Integer(operation.SemanticModel!.GetOperation(array.RankSpecifiers[0].Sizes[0], cancellation)));
        }

        return operation switch
        {
            IArrayCreationOperation { DimensionSizes: [var size] } => New(operation, Integer(size)),
            IArrayInitializerOperation initializer => New(operation, initializer.ElementValues.Length),
            IArrayElementReferenceOperation { Indices: [IRangeOperation range] } copied => New(operation, Slice(Read(copied.ArrayReference), range)?.Length),
            IInvocationOperation { TargetMethod.Name: "ToArray", Instance: { } instance } when BufferTypes.IsSpan(instance.Type) =>
                New(operation, Read(instance)?.Length),
            IDefaultValueOperation when BufferTypes.IsSpan(operation.Type) => New(operation, 0),
            _ => null,
        };
    }

    private static Stretch New(IOperation creation, int? length) => new(creation.Syntax, 0, length);

    /// <summary>A view of another.</summary>
    private Stretch? Derived(IOperation operation) => operation switch
    {
        IConversionOperation conversion when BufferTypes.IsBuffer(conversion.Operand.Type) => Read(conversion.Operand),
        IObjectCreationOperation { Arguments: [var array, .. var bounds] } when BufferTypes.IsSpan(operation.Type) && BufferTypes.IsBuffer(array.Value.Type) =>
            Slice(Read(array.Value), bounds),
        IInvocationOperation { TargetMethod: { Name: "AsSpan", ContainingType: { Name: "MemoryExtensions" } }, Arguments: [var array, .. var bounds] }
            when BufferTypes.IsBuffer(array.Value.Type) => Slice(Read(array.Value), bounds),
        IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } instance } invocation when BufferTypes.IsSpan(instance.Type) =>
            Slice(Read(instance), invocation.Arguments),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } indexer => Slice(Read(indexer.Instance), range),
        IInlineArrayAccessOperation { Argument: IRangeOperation range } access => Slice(Read(access.Instance), range),
        _ => null,
    };

    /// <summary>What a variable holds.</summary>
    private Stretch? Held(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => Held(local, local.Type, IsKept(local)),
        IParameterReferenceOperation { Parameter: var parameter } => Held(parameter, parameter.Type, IsKept(parameter)),
        IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation } => Held(field, field.Type, field.IsReadOnly),
        IFieldReferenceOperation { Field: var field } => Held(field, field.Type, field.IsReadOnly) is { } stretch ? stretch with { Buffer = null } : null,
        _ => null,
    };

    /// <summary>An inline array is its variable; anything else is what the variable was given first, if it keeps that.</summary>
    private Stretch? Held(ISymbol variable, ITypeSymbol type, bool isKept)
    {
        if (BufferTypes.InlineLength(type) is { } length)
        {
            return new(variable, 0, length);
        }

        return BufferTypes.IsBuffer(type)
            ? Read(Initializer(variable))?.Kept ?? new(variable, 0, null, isKept)
            : null;
    }

    private int? Count(CollectionExpressionSyntax collection, SemanticModel model) => collection.Elements.Aggregate(
        (int?)0,
        (count, element) => count + (element is SpreadElementSyntax spread ? Read(model.GetOperation(spread.Expression, cancellation))?.Length : 1));

    private Stretch? Slice(Stretch? stretch, IEnumerable<IArgumentOperation> bounds)
    {
        IOperation[] values = bounds.OrderBy(bound => bound.Parameter!.Ordinal).Select(bound => bound.Value).ToArray();
        return values switch
        {
            [] => stretch,
            [IRangeOperation range] => Slice(stretch, range),
            [var start] => stretch?.Slice(Position(start, stretch.Length), null),
            [var start, var length] when Integer(length) is { } known => stretch?.Slice(Integer(start), known),
            _ => null,
        };
    }

    private Stretch? Slice(Stretch? stretch, IRangeOperation range)
    {
        if (stretch is null)
        {
            return null;
        }

        int? start = range.LeftOperand is { } left ? Position(left, stretch.Length) : 0;
        int? end = range.RightOperand is { } right ? Position(right, stretch.Length) : stretch.Length;
        return range.RightOperand is null || end is not null ? stretch.Slice(start, end - start) : null;
    }

    /// <summary>Of an <see cref="int"/> or an index, which may count from the end.</summary>
    private int? Position(IOperation operation, int? length) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => length - Integer(fromEnd.Operand),
        IConversionOperation { Operand: var operand } when operation.Type?.Name == "Index" => Integer(operand),
        _ => Integer(operation),
    };

    private int? Integer(IOperation? operation)
    {
        if (operation is null || _depth == MaximumDepth)
        {
            return null;
        }

        _depth++;
        int? value = operation switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => constant as int?,
            ILocalReferenceOperation { Local: { IsRef: false } local } => Integer(Initializer(local)),
            IFieldReferenceOperation { Field: var field } => Integer(Initializer(field)),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { } buffer } when BufferTypes.IsBuffer(buffer.Type) => Read(buffer)?.Length,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Narrow((long?)Integer(sum.LeftOperand) + Integer(sum.RightOperand)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => Narrow((long?)Integer(difference.LeftOperand) - Integer(difference.RightOperand)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product => Narrow((long?)Integer(product.LeftOperand) * Integer(product.RightOperand)),
            _ => null,
        };
        _depth--;
        return value;
    }

    private static int? Narrow(long? value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>What a local variable or a read-only field begins with, if it is given nothing else.</summary>
    private IOperation? Initializer(ISymbol variable)
    {
        if (variable is not (ILocalSymbol or IFieldSymbol { IsReadOnly: true })
            || variable.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || !IsKept(variable, declarator))
        {
            return null;
        }

#pragma warning disable RS1030 // A field's initialiser may stand in another file. It is asked for only where a kernel is called with that field.
        return compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, cancellation);
#pragma warning restore RS1030
    }

    private bool IsKept(ISymbol variable) =>
        variable is not IParameterSymbol { RefKind: not RefKind.None }
        && variable.DeclaringSyntaxReferences is [var reference]
        && IsKept(variable, reference.GetSyntax(cancellation));

    /// <summary>Any part of a type may have the constructor that gives a read-only field its value.</summary>
    private bool IsKept(ISymbol variable, SyntaxNode declaration) => variable is IFieldSymbol
        ? !variable.ContainingType.DeclaringSyntaxReferences.Any(part => Writes.To(variable.Name, part.GetSyntax(cancellation)))
        : !Writes.To(variable.Name, Writes.Scope(declaration));
}
