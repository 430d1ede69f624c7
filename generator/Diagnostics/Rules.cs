using Microsoft.CodeAnalysis;

namespace SoftKernels.Generator.Diagnostics;

/// <summary>What can be wrong with a use of <c>[SoftKernel]</c>. Each of these errors leaves the type without generated code.</summary>
internal static class Rules
{
    public const int MaximumSize = 65_536;

    public static readonly DiagnosticDescriptor TypeIsNotPartial = Error("SK0001",
        "An annotated type must be partial",
        "'{0}' is not partial, so [SoftKernel] can't add methods to it: write 'partial {1} {0}'");

    public static readonly DiagnosticDescriptor SizeOutOfRange = Error("SK0002",
        "Size is required, from 1 to 65,536",
        "[SoftKernel] on '{0}' has {1}: write 'Size = N', with N from 1 to 65,536");

    public static readonly DiagnosticDescriptor KernelDeclaredTwice = Error("SK0003",
        "A size and element type may be declared once",
        "[SoftKernel] on '{0}' declares Size = {1} for {2} a second time: remove one of the two, and name the operations of both in the other");

    public static readonly DiagnosticDescriptor ElementTypeNotSupported = Error("SK0004",
        "The element type is not supported",
        "[SoftKernel] on '{0}' has the element type '{1}', for which there are no methods: write {2}");

    public static readonly DiagnosticDescriptor ContainingTypeIsNotPartial = Error("SK0005",
        "A type that contains an annotated type must be partial",
        "'{0}' is not partial, so [SoftKernel] can't add methods to '{2}' inside it: write 'partial {1} {0}'");

    public static readonly DiagnosticDescriptor MemberIsDeclaredAlready = Error("SK0006",
        "A member has the name and the parameters of a generated method",
        "'{0}' declares '{1}', which [SoftKernel] would generate: rename or remove it, or leave its operation out of 'Operations'");

    public static readonly DiagnosticDescriptor TypeCannotHoldMethods = Error("SK0007",
        "An annotated type must be able to hold static methods",
        "'{0}' can't hold the methods that [SoftKernel] generates, because {1}");

    public static readonly DiagnosticDescriptor TypeBearsMethodName = Error("SK0008",
        "An annotated type must not bear the name of a generated method",
        "'{0}' bears the name of a method that [SoftKernel] would generate, which C# forbids (CS0542): rename the type, or leave that operation out of 'Operations'");

    public static readonly DiagnosticDescriptor NoOperations = Error("SK0009",
        "Operations must name an operation",
        "[SoftKernel] on '{0}' names no operation, so there is nothing to generate: name at least one, or leave 'Operations' out for all of them");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, category: "SoftKernels", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
