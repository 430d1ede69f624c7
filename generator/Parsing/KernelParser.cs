using System;
using System.Collections.Generic;
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

    private static readonly EquatableArray<KernelOutput> s_nothing = new([]);

    /// <returns>
    /// The files of the types that no rule rejects, and what is to be said of the others, at places that follow from their names: the pipeline compares
    /// results place by place, and neither a new type nor another order of the files may shift the others.
    /// </returns>
    public static EquatableArray<KernelOutput>[] Parse(Declarations declarations, CancellationToken cancellation)
    {
        List<KernelTypeModel> models = [];
        List<AnnotatedType> refused = [];
        bool areRefusalsReported = declarations.AreAnalyzersOff;
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> ambiguousNames = new(StringComparer.OrdinalIgnoreCase);
        foreach (INamedTypeSymbol symbol in AttributedTypes.Of(declarations.Compilation, cancellation))
        {
            if (AnnotatedType.From(symbol, declarations.Compilation, cancellation) is not { } type)
            {
                continue;
            }

            if (!RuleBook.Accepts(type))
            {
                refused.Add(type);
                areRefusalsReported |= type.HasMalformedAttribute;
                continue;
            }

            KernelTypeModel model = Model(type);
            models.Add(model);
            if (!names.Add(model.MetadataName))
            {
                ambiguousNames.Add(model.MetadataName);
            }
        }

        models.Sort((one, other) => string.CompareOrdinal(one.MetadataName, other.MetadataName));
        var places = new EquatableArray<KernelOutput>[Places];
        for (int place = 0; place < Places; place++)
        {
            places[place] = s_nothing;
        }

        foreach (KernelTypeModel model in models)
        {
            Put(places, model.MetadataName, new KernelFile(FileNames.HintName(model.MetadataName, ambiguousNames.Contains(model.MetadataName)), model));
        }

        if (areRefusalsReported)
        {
            foreach (AnnotatedType type in refused)
            {
                foreach (Diagnostic violation in RuleBook.Violations(type, cancellation))
                {
                    Put(places, TypeNames.Metadata(type.Symbol), Refusals.Of(violation));
                }
            }
        }

        return places;
    }

    private static void Put(EquatableArray<KernelOutput>[] places, string name, KernelOutput output)
    {
        uint place = StableHash.Of(name) % Places;
        places[place] = new([.. places[place], output]);
    }

    /// <summary>The model of a type whose attributes have passed their rules.</summary>
    public static KernelTypeModel Model(AnnotatedType type)
    {
        List<TypeDeclaration> types = [];
        foreach (INamedTypeSymbol nesting in TypeNames.Nesting(type.Symbol))
        {
            types.Add(TypeNames.Declaration(nesting));
        }

        return new(TypeNames.Namespace(type.Symbol), new(types), TypeNames.Metadata(type.Symbol), type.Kernels, type.LibraryAlias);
    }
}
