using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Generator.Rules;

/// <summary>One <c>[SoftKernel]</c> as the user wrote it.</summary>
internal sealed class KernelAttribute : KernelDeclaration
{
    private KernelAttribute(AttributeData data, AttributeSyntax syntax)
        : base(data) => Syntax = syntax;

    public AttributeSyntax Syntax { get; }

    /// <summary>The compiler has rejected it already, and a second error would only repeat the first.</summary>
    public bool IsMalformed => Data.AttributeConstructor is null
        || Data.NamedArguments.Length != (Syntax.ArgumentList?.Arguments.Count ?? 0)
        || Data.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error || argument.Value.Value is IErrorTypeSymbol or ITypeParameterSymbol);

    public static KernelAttribute? From(AttributeData data, CancellationToken cancellation) =>
        IsKernel(data) && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax ? new(data, syntax) : null;

    /// <summary>Where a named argument stands, or the whole attribute when it isn't given.</summary>
    public Location Location(string? argument = null) =>
        (Syntax.ArgumentList?.Arguments.FirstOrDefault(given => given.NameEquals?.Name.Identifier.ValueText == argument) ?? (SyntaxNode)Syntax)
        .GetLocation();
}
