using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>Recognises <c>TensorPrimitives.SoftMax</c> and <c>Tensor.SoftMax</c> for types that <c>SoftMath.Softmax</c> takes too.</summary>
internal static class TensorSoftMax
{
    /// <returns>The type of the values, or <see langword="null"/> for any other call.</returns>
    public static ITypeSymbol? ElementType(IInvocationOperation invocation, INamedTypeSymbol softMath) =>
        invocation.TargetMethod is { Name: "SoftMax", IsStatic: true, Parameters: [{ Type: INamedTypeSymbol { TypeArguments: [var type] } }, ..], ContainingType: { Name: "TensorPrimitives" or "Tensor" } owner }
        && owner.ContainingNamespace.ToDisplayString() == "System.Numerics.Tensors"
        && RuntimeLibrary.Takes(type, softMath)
            ? type
            : null;
}
