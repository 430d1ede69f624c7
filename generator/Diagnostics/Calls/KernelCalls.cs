using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>Recognises calls of planned methods, in this project and in referenced ones, and of <c>SoftMath</c>.</summary>
internal sealed class KernelCalls(INamedTypeSymbol? softMath)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<MethodPlan>> _methods = new(SymbolEqualityComparer.Default);

    public KernelCall? Find(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (!method.IsStatic || invocation.Arguments.Length != method.Parameters.Length || !OperationNames.Begin(method.Name))
        {
            return null;
        }

        return SymbolEqualityComparer.Default.Equals(method.ContainingType, softMath) ? OfLibrary(invocation) : OfPlan(invocation);
    }

    private KernelCall? OfPlan(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        foreach (MethodPlan planned in _methods.GetOrAdd(method.ContainingType.OriginalDefinition, PublicMethods))
        {
            if (method.Name == planned.Shape.Name && MemberRules.HasParametersOf(method, planned.Shape))
            {
                return new(invocation, planned.Operation, planned.Shape, planned.Size);
            }
        }

        return null;
    }

    /// <summary>Whether a method of the library, for whatever type of values, has a shape's parameters: those of variants may differ in their kinds only.</summary>
    /// <param name="method">The method.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="integers">How many integers follow: the number of values, and of columns.</param>
    public static bool HasKindsOf(IMethodSymbol method, MethodShape shape, int integers = 0)
    {
        if (method.Parameters.Length != shape.Parameters.Length + integers)
        {
            return false;
        }

        ITypeSymbol values = Element(method.Parameters[0].Type) ?? method.Parameters[0].Type;
        for (int i = 0; i < shape.Parameters.Length; i++)
        {
            Parameter expected = shape.Parameters[i];
            ITypeSymbol? element = Element(method.Parameters[i].Type);
            ITypeSymbol number = element ?? method.Parameters[i].Type;
            PortElement numbers = expected.Port.Element;
            if ((element is not null) != expected.IsSpan
                || !(numbers.IsOfKernel ? SymbolEqualityComparer.Default.Equals(number, values) : number.ToDisplayString() == numbers.Keyword(ElementTypeCatalog.All[0])))
            {
                return false;
            }
        }

        return true;
    }

    private static ITypeSymbol? Element(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } span ? span.TypeArguments[0] : null;

    /// <summary>The library's methods have the ports of their operation, whatever their type of values.</summary>
    private static KernelCall? OfLibrary(IInvocationOperation invocation)
    {
        foreach (Operation operation in OperationCatalog.All)
        {
            MethodShape shape = new(MethodForm.AnyLength, operation, ElementTypeCatalog.All[0], operation.Name);
            if (operation.Name == invocation.TargetMethod.Name && HasKindsOf(invocation.TargetMethod, shape))
            {
                return new(invocation, operation, shape, Size: 0);
            }

            KernelCall? ofSize = OfLibrary(invocation, operation, MethodForm.Rows, integers: 1) ?? OfLibrary(invocation, operation, MethodForm.Columns, integers: 2);
            if (ofSize is not null)
            {
                return ofSize;
            }
        }

        return null;
    }

    /// <summary>A form whose number of values is a parameter: where it is known when the program is compiled.</summary>
    private static KernelCall? OfLibrary(IInvocationOperation invocation, Operation operation, MethodForm form, int integers)
    {
        IMethodSymbol method = invocation.TargetMethod;
        MethodShape shape = new(form, operation, ElementTypeCatalog.All[0], form.NameOf(operation, ""));
        if (shape.Name != method.Name || !HasKindsOf(method, shape, integers))
        {
            return null;
        }

        StretchReader reader = new(invocation.SemanticModel!.Compilation, default);
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter!.Ordinal == shape.Parameters.Length && reader.ReadInteger(argument.Value) is > 0 and var size)
            {
                return new(invocation, operation, shape, size);
            }
        }

        return null;
    }

    private static IReadOnlyList<MethodPlan> PublicMethods(INamedTypeSymbol type) => KernelMethods.Of(ArgumentRules.Sound(type)).FindAll(method => method.IsPublic);
}
