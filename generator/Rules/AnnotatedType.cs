using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Rules;

/// <summary>A type that bears <c>[SoftKernel]</c>, with the attributes of all its parts.</summary>
internal sealed class AnnotatedType
{
    private AnnotatedType(INamedTypeSymbol symbol, Compilation compilation, IReadOnlyList<KernelAttribute> attributes)
    {
        Symbol = symbol;
        Compilation = compilation;
        Attributes = attributes;
    }

    public INamedTypeSymbol Symbol { get; }

    public Compilation Compilation { get; }

    /// <summary>In the compiler's order: files as they were given to it, then position.</summary>
    public IReadOnlyList<KernelAttribute> Attributes { get; }

    /// <summary>What sound attributes ask for, in ordinal order of element type, then size, then name.</summary>
    public EquatableArray<KernelModel> Kernels
    {
        get
        {
            List<KernelModel> kernels = [];
            foreach (KernelAttribute attribute in Attributes)
            {
                kernels.Add(attribute.Model);
            }

            kernels.Sort(Compare);
            return new(kernels);
        }
    }

    /// <summary>The extern alias by which alone the project knows the library.</summary>
    public string? LibraryAlias => RuntimeLibrary.Alias(Compilation, Attributes[0].Library);

    /// <summary>How messages name the type.</summary>
    public string Name => Symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static AnnotatedType? From(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        List<KernelAttribute>? attributes = null;
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (KernelAttribute.From(data, cancellation) is { } attribute)
            {
                (attributes ??= []).Add(attribute);
            }
        }

        return attributes is null ? null : new(symbol, compilation, attributes);
    }

    /// <summary>Whether the compiler has rejected an attribute already, so that there is no telling what is wanted.</summary>
    public bool HasMalformedAttribute
    {
        get
        {
            foreach (KernelAttribute attribute in Attributes)
            {
                if (attribute.IsMalformed)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The compiler has rejected it already (CS0101, CS0261): its namesake's file would have the same name.</summary>
    public bool HasNamesake
    {
        get
        {
            foreach (INamedTypeSymbol nesting in TypeNames.Nesting(Symbol))
            {
                int namesakes = 0;
                foreach (INamedTypeSymbol type in ((INamespaceOrTypeSymbol)nesting.ContainingSymbol).GetTypeMembers(nesting.Name, nesting.Arity))
                {
                    namesakes += type.IsFileLocal ? 0 : 1;
                }

                if (namesakes > 1)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>No two are equal: each size may be declared once for a type of values and a name.</summary>
    private static int Compare(KernelModel one, KernelModel other)
    {
        int types = string.CompareOrdinal(one.ElementType, other.ElementType);
        int sizes = one.Size.CompareTo(other.Size);
        return types != 0 ? types : sizes != 0 ? sizes : string.CompareOrdinal(one.Name, other.Name);
    }
}
