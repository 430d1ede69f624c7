using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Generator.Parsing;

/// <summary>One <c>[SoftKernel]</c> as the user wrote it, right or wrong.</summary>
internal sealed class KernelAttribute
{
    public const string MetadataName = "SoftKernels." + Name;

    private const string Suffix = "Attribute";
    private const string Name = "SoftKernel" + Suffix;

    private readonly AttributeData _data;

    private KernelAttribute(AttributeData data, AttributeSyntax syntax)
    {
        _data = data;
        Syntax = syntax;
    }

    /// <summary>As it may be written where no alias stands for it.</summary>
    public static IReadOnlyList<string> SimpleNames { get; } = [Name, Name.Substring(0, Name.Length - Suffix.Length)];

    public AttributeSyntax Syntax { get; }

    /// <summary><see langword="null"/> when it isn't given.</summary>
    public int? Size => Argument(nameof(Size))?.Value as int?;

    /// <summary>As C# writes it; <c>float</c> when it isn't given.</summary>
    public string ElementType => Argument(nameof(ElementType)) is { } argument
        ? (argument.Value as ITypeSymbol)?.ToDisplayString() ?? "null"
        : "float";

    /// <summary>The bits that the enum defines, all of them when they aren't given: so <c>~SoftOperations.Max</c> means all but one.</summary>
    public int Operations => DefinedOperations & (Argument(nameof(Operations))?.Value as int? ?? ~0);

    /// <summary>The compiler has rejected it already, and a second error would only repeat the first.</summary>
    public bool IsMalformed => _data.AttributeConstructor is null
        || _data.NamedArguments.Length != (Syntax.ArgumentList?.Arguments.Count ?? 0)
        || _data.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error || argument.Value.Value is IErrorTypeSymbol or ITypeParameterSymbol);

    private int DefinedOperations => _data.AttributeClass!
        .GetMembers(nameof(Operations)).OfType<IPropertySymbol>()
        .SelectMany(property => property.Type.GetMembers()).OfType<IFieldSymbol>()
        .Aggregate(0, (bits, operation) => bits | (operation.ConstantValue as int? ?? 0));

    public static KernelAttribute? From(AttributeData data, CancellationToken cancellation) =>
        data.AttributeClass is { Name: Name } type
        && type.ToDisplayString() == MetadataName
        && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? new(data, syntax)
            : null;

    /// <summary>Where a named argument stands, or the whole attribute when it isn't given.</summary>
    public Location Location(string? argument = null) =>
        (Syntax.ArgumentList?.Arguments.FirstOrDefault(given => given.NameEquals?.Name.Identifier.ValueText == argument) ?? (SyntaxNode)Syntax)
        .GetLocation();

    private TypedConstant? Argument(string name)
    {
        foreach (var argument in _data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
