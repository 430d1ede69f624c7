using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Rules;

namespace SoftKernels.Generator.Parsing;

/// <summary>Turns annotated types into their models: the last place that sees a symbol.</summary>
internal static class KernelParser
{
    /// <summary>Enough for types to meet rarely, few enough to cost nothing.</summary>
    private const int Places = 1024;

    /// <returns>
    /// The models of the types that no rule rejects, at places that follow from their names: the pipeline compares results place by
    /// place, and neither a new type nor another order of the files may shift the others.
    /// </returns>
    public static IEnumerable<EquatableArray<KernelTypeModel>> Parse(Declarations declarations, CancellationToken cancellation)
    {
        ILookup<int, KernelTypeModel> models = AttributedTypes.Of(declarations.Compilation, cancellation)
            .Select(symbol => AnnotatedType.From(symbol, declarations.Compilation, cancellation))
            .OfType<AnnotatedType>()
            .Where(RuleBook.Accepts)
            .Select(Model)
            .ToLookup(model => (int)(StableHash.Of(model.MetadataName) % Places));

        return Enumerable.Range(0, Places).Select(place =>
            new EquatableArray<KernelTypeModel>(models[place].OrderBy(model => model.MetadataName, StringComparer.Ordinal)));
    }

    /// <summary>The model of a type whose attributes have passed their rules.</summary>
    public static KernelTypeModel Model(AnnotatedType type) => new(
        TypeNames.Namespace(type.Symbol),
        new(TypeNames.Nesting(type.Symbol).Select(TypeNames.Declaration)),
        TypeNames.Metadata(type.Symbol),
        type.Kernels);
}
