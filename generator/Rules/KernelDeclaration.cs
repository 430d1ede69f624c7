using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Rules;

/// <summary>What one <c>[SoftKernel]</c> asks for, in source or in a referenced assembly, right or wrong.</summary>
internal class KernelDeclaration
{
    public const string MetadataName = Namespace + "." + AttributeName;

    private const string Namespace = "SoftKernels";
    private const string ShortName = "SoftKernel";
    private const string AttributeName = ShortName + "Attribute";

    protected KernelDeclaration(AttributeData data) => Data = data;

    /// <summary>As it may be written where no alias stands for it.</summary>
    public static string[] SimpleNames => [AttributeName, ShortName];

    /// <summary><see langword="null"/> when it isn't given.</summary>
    public int? Size => NamedSize ?? UnnamedSize;

    /// <summary>Whether it is given by its name and without.</summary>
    public bool HasSizeTwice => NamedSize is not null && UnnamedSize is not null;

    /// <summary>Without its name: the constructor's.</summary>
    public int? UnnamedSize => Data.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: int size }] ? size : null;

    /// <summary>As C# writes it; <c>float</c> when it isn't given.</summary>
    public string ElementType => Argument(nameof(ElementType)) is { } argument
        ? (argument.Value as ITypeSymbol)?.ToDisplayString() ?? "null"
        : "float";

    /// <summary>The type itself, where one is given.</summary>
    public ITypeSymbol? ElementTypeSymbol => Argument(nameof(ElementType))?.Value as ITypeSymbol;

    /// <summary>The bits of operations that there are, so that <c>~SoftOperations.Max</c> means all but one; those of the core when they aren't given.</summary>
    public int Operations => OperationCatalog.Flags & (Argument(nameof(Operations))?.Value as int? ?? OperationCatalog.CoreFlags);

    /// <summary>The bits of extras that there are, none when they aren't given.</summary>
    public Extras Extras => OperationCatalog.AllExtras & (Extras)(Argument(nameof(Extras))?.Value as int? ?? 0);

    /// <summary>What stands for the size in the names of methods; <see langword="null"/> when it isn't given.</summary>
    public string? Name => Argument(nameof(Name))?.Value as string;

    /// <summary>What does stand for it.</summary>
    public string SizeName => Name ?? Invariant.Text(Size.GetValueOrDefault());

    /// <summary>What a sound declaration asks for.</summary>
    public KernelModel Model => new(ElementType, Size.GetValueOrDefault(), Operations, (int)Extras, Name);

    /// <summary>The assembly that the attribute comes from.</summary>
    public IAssemblySymbol? Library => Data.AttributeClass?.ContainingAssembly;

    protected AttributeData Data { get; }

    private int? NamedSize => Argument(nameof(Size))?.Value as int?;

    public static IReadOnlyList<KernelDeclaration> Of(INamedTypeSymbol type)
    {
        List<KernelDeclaration> declarations = [];
        foreach (AttributeData data in type.GetAttributes())
        {
            if (IsKernel(data))
            {
                declarations.Add(new(data));
            }
        }

        return declarations;
    }

    /// <summary>Without the display of its name, the first of which takes five milliseconds.</summary>
    protected static bool IsKernel(AttributeData data) => data.AttributeClass is
    {
        Name: AttributeName,
        Arity: 0,
        ContainingType: null,
        ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true },
    };

    private TypedConstant? Argument(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in Data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
