using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Diagnostics;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Parsing;

/// <summary>Turns an annotated type into its model: the last place that sees a symbol.</summary>
internal static class KernelParser
{
    /// <returns>The model, or <see langword="null"/> when a rule rejects the type or another part of it is parsed instead.</returns>
    public static KernelTypeModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol symbol
            || AnnotatedType.From(symbol, context.SemanticModel.Compilation, cancellation) is not { } type
            || !type.IsFirstAttributedPart(context.TargetNode)
            || !RuleBook.Accepts(type))
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        return Model(type);
    }

    /// <summary>The model of a type whose attributes have passed their rules.</summary>
    public static KernelTypeModel Model(AnnotatedType type) => new(
        TypeNames.Namespace(type.Symbol),
        new(TypeNames.Nesting(type.Symbol).Select(TypeNames.Declaration)),
        TypeNames.Metadata(type.Symbol),
        new(type.Attributes
            .Select(attribute => new KernelModel(attribute.ElementType, attribute.Size.GetValueOrDefault(), attribute.Operations))
            .OrderBy(kernel => kernel.ElementType, StringComparer.Ordinal)
            .ThenBy(kernel => kernel.Size)));
}
