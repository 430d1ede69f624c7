using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Tests.Incrementality;

/// <summary>The reasons of each step's values after an edit, each reason once, and the files that have been emitted.</summary>
/// <param name="Declarations">Whether the rest of the pipeline is asked at all.</param>
/// <param name="Parse">Of the places for models.</param>
/// <param name="Files">Of the files to be generated.</param>
/// <param name="Output">Of the files as they are generated.</param>
/// <param name="Emitted">The files whose text is new, without their common ending.</param>
internal sealed record Outcome(string Declarations, string Parse, string Files, string Output, string Emitted)
{
    private const string Cached = nameof(IncrementalStepRunReason.Cached);
    private const string Unchanged = nameof(IncrementalStepRunReason.Unchanged);
    private const string Modified = nameof(IncrementalStepRunReason.Modified);

    /// <summary>Where a model changes, so does one of many places.</summary>
    public Outcome(string files, string output, string emitted)
        : this(Modified, $"{Modified}, {Unchanged}", files, output, emitted)
    {
    }

    /// <summary>The first step sees that nothing has been declared.</summary>
    public static Outcome EndsAtDeclarations { get; } = new(Unchanged, Cached, Cached, Cached, "");

    /// <summary>The types are bound and parsed, and their models are as they were.</summary>
    public static Outcome EndsAtParse { get; } = new(Modified, Unchanged, Cached, Cached, "");

    public static Outcome Of(GeneratorRunResult before, GeneratorRunResult after) => new(
            Reasons(after.TrackedSteps, TrackingNames.Declarations),
            Reasons(after.TrackedSteps, TrackingNames.Parse),
            Reasons(after.TrackedSteps, TrackingNames.Files),
            Reasons(after.TrackedOutputSteps, "SourceOutput"),
            string.Join(", ", after.GeneratedSources
                .Where(file => before.GeneratedSources.All(old => old.SourceText != file.SourceText))
                .Select(file => file.HintName.Replace(FileNames.Suffix, "", StringComparison.Ordinal))));

    private static string Reasons(IReadOnlyDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps, string name) =>
        string.Join(", ", steps.GetValueOrDefault(name, []).SelectMany(step => step.Outputs).Select(output => output.Reason).Distinct().Order());
}
