using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>The methods of .NET that softmax and log-sum-exp are written with.</summary>
internal static class MathCalls
{
    public const string TensorPrimitives = "System.Numerics.Tensors.TensorPrimitives";

    public static bool IsExp(IMethodSymbol method) => IsScalar(method, "Exp");

    public static bool IsLog(IMethodSymbol method) => IsScalar(method, "Log");

    public static bool IsLinq(IMethodSymbol method, params string[] names) =>
        names.Contains(method.Name) && method.ContainingType.ToDisplayString() == "System.Linq.Enumerable";

    public static bool IsTensor(IMethodSymbol method, params string[] names) =>
        names.Contains(method.Name) && method.ContainingType.ToDisplayString() == TensorPrimitives;

    /// <summary>From where on e^x is infinite, in a message's words.</summary>
    public static string Overflow(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => "values above 88.7",
        SpecialType.System_Double => "values above 709.7",
        _ => "large values",
    };

    /// <summary>The value itself, whatever type it is converted to.</summary>
    public static IOperation Unconverted(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unconverted(conversion.Operand),
        IDelegateCreationOperation creation => Unconverted(creation.Target),
        _ => operation,
    };

    /// <summary>The type of the values in an array, a span or a sequence.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    private static bool IsScalar(IMethodSymbol method, string name) =>
        method.Name == name
        && method is { IsStatic: true, Parameters.Length: 1, ContainingType: { ContainingNamespace.Name: "System", Name: "Math" or "MathF" or "Single" or "Double" } };
}
