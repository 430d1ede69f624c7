using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>The methods that softmax and log-sum-exp are written with.</summary>
internal static class MathCalls
{
    public const string TensorPrimitives = "System.Numerics.Tensors.TensorPrimitives";

    private const double E = Math.E;

    public static bool IsExp(IMethodSymbol method) => method is { Name: "Exp", Parameters.Length: 1 } && IsScalar(method);

    public static bool IsLog(IMethodSymbol method) => method.Name is "Log" or "Log2" or "Log10" && method.Parameters.Length <= 2 && IsScalar(method);

    /// <summary>e to the power of something, whatever that is written with.</summary>
    public static bool IsExponential(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Exp" } method } => IsExp(method) || IsTensor(method, "Exp"),
        IInvocationOperation { TargetMethod: { Name: "Pow", Parameters.Length: 2 } method, Arguments: [var radix, _] } => IsScalar(method) && IsE(Unconverted(radix.Value)),
        IMethodReferenceOperation reference => IsExp(reference.Method),
        _ => false,
    };

    public static bool IsLinq(IMethodSymbol method, params string[] names) =>
        Array.IndexOf(names, method.Name) >= 0 && method.ContainingType.ToDisplayString() == "System.Linq.Enumerable";

    public static bool IsTensor(IMethodSymbol method, params string[] names) =>
        Array.IndexOf(names, method.Name) >= 0 && method.ContainingType?.Name == "TensorPrimitives" && method.ContainingType.ToDisplayString() == TensorPrimitives;

    /// <summary>From where on e^x is infinite, in a message's words.</summary>
    public static string Overflow(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Single => "values above 88.7",
        SpecialType.System_Double => "values above 709.7",
        _ when type?.Name == "Half" => "values above 11.0",
        _ => "large values",
    };

    /// <summary>The type that an exponential has to fit into: that of the method, or the narrower one that it, a multiple or a sum of it is cast to.</summary>
    public static ITypeSymbol? TypeOf(IOperation exponential)
    {
        for (IOperation? around = exponential.Parent; around is IConversionOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }; around = around.Parent)
        {
            if (around is IConversionOperation { Type.SpecialType: SpecialType.System_Single } cast)
            {
                return cast.Type;
            }
        }

        if (exponential.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToSingle", ReturnType: var single } } })
        {
            return single;
        }

        IMethodSymbol? method = exponential is IInvocationOperation call ? call.TargetMethod : (exponential as IMethodReferenceOperation)?.Method;
        ITypeSymbol? type = method?.Parameters.Length > 0 ? method.Parameters[0].Type : null;
        return type is INamedTypeSymbol { TypeArguments: [var element] } ? element : type;
    }

    /// <summary>The value itself, whatever type it is converted to.</summary>
    public static IOperation Unconverted(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                case ITranslatedQueryOperation query:
                    operation = query.Operation;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The type of the values in an array, a span or a sequence.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    /// <summary>The number that an expression always has.</summary>
    public static double? Constant(IOperation operation) =>
        Unconverted(operation).ConstantValue is { HasValue: true, Value: IConvertible value and not string and not char and not bool }
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : null;

    public static bool IsIntegral(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64);

    /// <summary>A method of floating-point numbers: of .NET, of a game engine, or of generic mathematics.</summary>
    private static bool IsScalar(IMethodSymbol method) => method is { IsStatic: true, ContainingType: { } type } && type.Name switch
    {
        "Math" or "MathF" or "Single" or "Double" or "Half" => type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
        "IExponentialFunctions" or "ILogarithmicFunctions" or "IPowerFunctions" => type.ContainingNamespace is { Name: "Numerics", ContainingNamespace.Name: "System" },
        "Mathf" => true,
        _ => false,
    };

    private static bool IsE(IOperation radix) => Constant(radix) is { } value
        ? Math.Abs(value - E) < 1e-3
        : radix is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "E" } } or IFieldReferenceOperation { Field: { IsStatic: true, Name: "E" } };
}
