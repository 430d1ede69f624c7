using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Rules;

/// <summary>A type that bears <c>[SoftKernel]</c>, with the attributes of all its parts.</summary>
internal sealed class AnnotatedType
{
    private AnnotatedType(INamedTypeSymbol symbol, Compilation compilation, ImmutableArray<KernelAttribute> attributes)
    {
        Symbol = symbol;
        Compilation = compilation;
        Attributes = attributes;
    }

    public INamedTypeSymbol Symbol { get; }

    public Compilation Compilation { get; }

    /// <summary>In the compiler's order: files as they were given to it, then position.</summary>
    public ImmutableArray<KernelAttribute> Attributes { get; }

    /// <summary>What sound attributes ask for, in ordinal order of element type, then size.</summary>
    public EquatableArray<KernelModel> Kernels => new(Attributes
        .Select(attribute => new KernelModel(attribute.ElementType, attribute.Size.GetValueOrDefault(), attribute.Operations))
        .OrderBy(kernel => kernel.ElementType, StringComparer.Ordinal)
        .ThenBy(kernel => kernel.Size));

    /// <summary>How messages name the type.</summary>
    public string Name => Symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static AnnotatedType? From(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        ImmutableArray<KernelAttribute> attributes = symbol.GetAttributes()
            .Select(data => KernelAttribute.From(data, cancellation))
            .OfType<KernelAttribute>()
            .ToImmutableArray();

        return attributes.IsEmpty ? null : new(symbol, compilation, attributes);
    }

    /// <summary>The compiler has rejected it already (CS0101, CS0261): its namesake's file would have the same name.</summary>
    public bool HasNamesake => TypeNames.Nesting(Symbol).Any(nesting =>
        ((INamespaceOrTypeSymbol)nesting.ContainingSymbol).GetTypeMembers(nesting.Name, nesting.Arity).Count(type => !type.IsFileLocal) > 1);
}
