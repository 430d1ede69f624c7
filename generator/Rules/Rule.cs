using Microsoft.CodeAnalysis;

namespace SoftKernels.Generator.Rules;

/// <summary>
/// SK00..: what can be wrong with a use of <c>[SoftKernel]</c>; each leaves the type without generated code. SK10..: calls that are sure to throw.
/// SK20..: code that <c>SoftMath</c> would mend.
/// </summary>
internal static class Rule
{
    public const int MaximumSize = 65_536;

    public const string SoftMath = "SoftKernels.SoftMath";

    public const string Category = "SoftKernels";

    public static readonly DiagnosticDescriptor TypeIsNotPartial = Refusal("SK0001",
        "An annotated type must be partial",
        "'{0}' is not partial, so [SoftKernel] can't add methods to it: write 'partial {1} {0}'");

    public static readonly DiagnosticDescriptor SizeOutOfRange = Refusal("SK0002",
        "Size is required, from 1 to 65,536",
        "[SoftKernel] on '{0}' has {1}: write 'Size = N', with N from 1 to 65,536{2}");

    public static readonly DiagnosticDescriptor KernelDeclaredTwice = Refusal("SK0003",
        "A size and element type may be declared once",
        "[SoftKernel] on '{0}' declares Size = {1} for {2} a second time: remove one of the two, and name the operations and extras of both in the other");

    public static readonly DiagnosticDescriptor ElementTypeNotSupported = Refusal("SK0004",
        "The element type is not supported",
        "[SoftKernel] on '{0}' has the element type '{1}', for which there are no methods: write {2}{3}");

    public static readonly DiagnosticDescriptor ContainingTypeIsNotPartial = Refusal("SK0005",
        "A type that contains an annotated type must be partial",
        "'{0}' is not partial, so [SoftKernel] can't add methods to '{2}' inside it: write 'partial {1} {0}', or move '{2}' out of it");

    public static readonly DiagnosticDescriptor MemberIsDeclaredAlready = Refusal("SK0006",
        "A member has the name and the parameters of a generated method",
        "'{0}' {1} '{2}', {3}, or leave its operation out of 'Operations'");

    public static readonly DiagnosticDescriptor NothingWasGenerated = Refusal("SK0010",
        "An annotated type must not stand in a file that a generator writes",
        "Nothing is generated for '{0}', because another generator writes the file that its attribute stands in, and generators don't see each other's files: move it, with the attribute, to a C# file of yours{1}",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TypeCannotHoldMethods = Refusal("SK0007",
        "An annotated type must be able to hold static methods",
        "'{0}' can't hold the methods that [SoftKernel] generates, because {1}");

    public static readonly DiagnosticDescriptor TypeBearsMethodName = Refusal("SK0008",
        "An annotated type must not bear the name of a generated method",
        "'{0}' bears the name of a method that [SoftKernel] would generate, which C# forbids (CS0542): rename the type, or leave that operation out of 'Operations'");

    public static readonly DiagnosticDescriptor NoOperations = Refusal("SK0009",
        "Operations must name an operation, and Extras what one of them has",
        "[SoftKernel] on '{0}' {1}");

    public static readonly DiagnosticDescriptor LengthDoesNotFit = Error("SK1001",
        "A span passed to a kernel must have the length that it takes",
        "'{0}' takes {1} in '{2}', but this argument holds {3}: {4}");

    public static readonly DiagnosticDescriptor ArgumentsOverlap = Error("SK1002",
        "Spans passed to a kernel must not overlap, unless they begin together",
        "'{0}' would overwrite values still to be read: '{1}' overlaps '{2}' and begins {3} {4} it. Pass the same span, to work in place, or one apart from it.");

    public static readonly DiagnosticDescriptor LabelIsOutside = Error("SK1003",
        "A label passed to a kernel must be an index of a row",
        "'{0}' takes {1} in '{2}', but this label is {3}: pass the index of the true class, which counts from 0");

    public static readonly DiagnosticDescriptor UnstableByHand = Suggestion("SK2001",
        "Exponentials are summed without subtracting the maximum",
        "This {0} exponentiates without subtracting the maximum, so {1} overflow to infinity and NaN: call 'SoftMath.{2}', which is stable");

    public static readonly DiagnosticDescriptor UnstableTensorPrimitive = Suggestion("SK2002",
        "TensorPrimitives.SoftMax does not subtract the maximum",
        "'{0}.SoftMax' does not subtract the maximum, so {1} overflow to infinity and NaN{2}: call 'SoftMath.Softmax'{3}, which is stable");

    public static readonly DiagnosticDescriptor NameDoesNotFit = Refusal("SK0011",
        "Name must be part of an identifier, and make no method twice",
        "[SoftKernel] on '{0}' has Name = {1}, {2}");

    public static readonly DiagnosticDescriptor SizeGivenTwice = Refusal("SK0012",
        "Size must be given once",
        "[SoftKernel] on '{0}' gives its size twice, as {1} and as 'Size = {2}': leave one of the two out");

    public static readonly DiagnosticDescriptor ElementTypeNeedsNewerTarget = Refusal("SK0013",
        "The element type needs .NET 8 or later",
        "[SoftKernel] on '{0}' has the element type '{1}', for which the library has methods from .NET 8 on: target net8.0 or later, or write 'ElementType = typeof({2})' and convert the values");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    /// <summary>Can't be configured or suppressed: what has no methods has none, and a bulk severity would hide why.</summary>
    private static DiagnosticDescriptor Refusal(string id, string title, string message, params string[] tags) =>
        Create(id, title, message, DiagnosticSeverity.Error, [WellKnownDiagnosticTags.NotConfigurable, .. tags]);

    private static DiagnosticDescriptor Suggestion(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinks.For(id), customTags: tags);
}
