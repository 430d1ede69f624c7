using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Recognises <c>TensorPrimitives.SoftMax</c> for types that <c>SoftMath.Softmax</c> takes too.</summary>
internal sealed class TensorSoftMax(INamedTypeSymbol tensorPrimitives, INamedTypeSymbol softMath)
{
    private readonly bool _isGeneric = softMath.GetMembers(Finding.Softmax).OfType<IMethodSymbol>().Any(method => method.IsGenericMethod);

    /// <returns>The type of the values, or <see langword="null"/> for any other call.</returns>
    public ITypeSymbol? ElementType(IInvocationOperation invocation) =>
        invocation.TargetMethod is { Name: "SoftMax", Parameters: [{ Type: INamedTypeSymbol { TypeArguments: [var type] } }, _] } method
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, tensorPrimitives)
        && IsTaken(type)
            ? type
            : null;

    private bool IsTaken(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || (_isGeneric && type is { IsUnmanagedType: true, TypeKind: TypeKind.Struct } && type.AllInterfaces.Any(face => face.Name == "IBinaryFloatingPointIeee754"));
}
