using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SoftKernels.Generator.Rules;

/// <summary>What one <c>[SoftKernel]</c> asks for, in source or in a referenced assembly, right or wrong.</summary>
internal class KernelDeclaration
{
    public const string MetadataName = "SoftKernels." + Name;

    private const string Suffix = "Attribute";
    private const string Name = "SoftKernel" + Suffix;

    protected KernelDeclaration(AttributeData data) => Data = data;

    /// <summary>As it may be written where no alias stands for it.</summary>
    public static IReadOnlyList<string> SimpleNames { get; } = [Name, Name.Substring(0, Name.Length - Suffix.Length)];

    /// <summary><see langword="null"/> when it isn't given.</summary>
    public int? Size => Argument(nameof(Size))?.Value as int?;

    /// <summary>As C# writes it; <c>float</c> when it isn't given.</summary>
    public string ElementType => Argument(nameof(ElementType)) is { } argument
        ? (argument.Value as ITypeSymbol)?.ToDisplayString() ?? "null"
        : "float";

    /// <summary>The bits that the enum defines, all of them when they aren't given: so <c>~SoftOperations.Max</c> means all but one.</summary>
    public int Operations => DefinedOperations & (Argument(nameof(Operations))?.Value as int? ?? ~0);

    protected AttributeData Data { get; }

    private int DefinedOperations => Data.AttributeClass!
        .GetMembers(nameof(Operations)).OfType<IPropertySymbol>()
        .SelectMany(property => property.Type.GetMembers()).OfType<IFieldSymbol>()
        .Aggregate(0, (bits, operation) => bits | (operation.ConstantValue as int? ?? 0));

    public static IEnumerable<KernelDeclaration> Of(INamedTypeSymbol type) =>
        type.GetAttributes().Where(IsKernel).Select(data => new KernelDeclaration(data));

    protected static bool IsKernel(AttributeData data) => data.AttributeClass is { Name: Name } type && type.ToDisplayString() == MetadataName;

    private TypedConstant? Argument(string name)
    {
        foreach (var argument in Data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
