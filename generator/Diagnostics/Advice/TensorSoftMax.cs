using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Recognises <c>TensorPrimitives.SoftMax</c> and <c>Tensor.SoftMax</c> for types that <c>SoftMath.Softmax</c> takes too.</summary>
internal static class TensorSoftMax
{
    /// <returns>The type of the values, or <see langword="null"/> for any other call.</returns>
    public static ITypeSymbol? ElementType(IInvocationOperation invocation, INamedTypeSymbol softMath) =>
        invocation.TargetMethod is { Name: "SoftMax", IsStatic: true, Parameters: [{ Type: INamedTypeSymbol { TypeArguments: [var type] } }, ..], ContainingType: { Name: "TensorPrimitives" or "Tensor" } owner }
        && owner.ContainingNamespace.ToDisplayString() == "System.Numerics.Tensors"
        && IsTaken(type, softMath)
            ? type
            : null;

    private static bool IsTaken(ITypeSymbol type, INamedTypeSymbol softMath) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || (type is { IsUnmanagedType: true, TypeKind: TypeKind.Struct } && IsFloatingPoint(type) && HasGeneric(softMath));

    private static bool IsFloatingPoint(ITypeSymbol type)
    {
        foreach (INamedTypeSymbol face in type.AllInterfaces)
        {
            if (face.Name == "IBinaryFloatingPointIeee754")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasGeneric(INamedTypeSymbol softMath)
    {
        foreach (ISymbol member in softMath.GetMembers(Finding.Softmax))
        {
            if (member is IMethodSymbol { IsGenericMethod: true })
            {
                return true;
            }
        }

        return false;
    }
}
