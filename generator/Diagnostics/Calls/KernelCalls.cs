using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Parsing;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>Recognises calls of generated methods, in this project and in referenced ones, and of <c>SoftMath</c>.</summary>
internal sealed class KernelCalls(INamedTypeSymbol? softMath)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<PublicMethod>> _methods = new(SymbolEqualityComparer.Default);

    public KernelCall? Find(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (!method.IsStatic || invocation.Arguments.Length != method.Parameters.Length || !OperationNames.Begin(method.Name))
        {
            return null;
        }

        if (SymbolEqualityComparer.Default.Equals(method.ContainingType, softMath))
        {
            return OfSoftMath(method.Name) is { } recipe
                ? new(invocation, recipe, MethodForm.AnyLength, Size: 0)
                : null;
        }

        foreach (PublicMethod planned in _methods.GetOrAdd(method.ContainingType.OriginalDefinition, Methods))
        {
            if (Is(method, planned.Shape))
            {
                return new(invocation, planned.Recipe, planned.Form, planned.Size);
            }
        }

        return null;
    }

    private static Recipe? OfSoftMath(string method) => RecipeCatalog.All.FirstOrDefault(recipe => recipe.Name == method);

    private static IReadOnlyList<PublicMethod> Methods(INamedTypeSymbol type)
    {
        List<PublicMethod> methods = [];
        foreach (KernelDeclaration declaration in KernelDeclaration.Of(type))
        {
            if (declaration.Size is >= 1 and <= Rules.MaximumSize && ElementTypeCatalog.Keywords.Contains(declaration.ElementType))
            {
                methods.AddRange(PlannedMethods.Public(new(declaration.ElementType, declaration.Size.GetValueOrDefault(), declaration.Operations)));
            }
        }

        return methods;
    }

    private static bool Is(IMethodSymbol method, MethodShape shape) =>
        method.Name == shape.Name
        && method.Arity == 0
        && method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .SequenceEqual(shape.Parameters.Select(parameter => parameter.Type));
}
