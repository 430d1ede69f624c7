using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SoftKernels.Generator.Emission;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Parsing;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator;

/// <summary>Finds the types that bear <c>[SoftKernel]</c>, parses each into a model, plans a file for each model, and prints it.</summary>
/// <remarks>
/// Not by <c>ForAttributeWithMetadataName</c>, which binds the attributes of every annotated type again on each keystroke,
/// wherever it falls. Here nothing is bound until a declaration changes.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SoftKernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<KernelTypeModel> models = context.CompilationProvider
            .Select(static (compilation, _) => new Declarations(compilation))
            .WithTrackingName(TrackingNames.Declarations)
            .SelectMany(static (declarations, cancellation) => KernelParser.Parse(declarations, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .SelectMany(static (models, _) => models)
            .WithTrackingName(TrackingNames.Models);

        IncrementalValueProvider<EquatableArray<string>> ambiguousNames = models
            .Select(static (model, _) => model.MetadataName)
            .Collect()
            .Select(static (names, _) => FileNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.AmbiguousNames);

        // The name belongs to the step, so that a type which gets a namesake is the only one to be emitted again.
        IncrementalValuesProvider<(KernelTypeModel Model, string HintName)> files = models
            .Combine(ambiguousNames)
            .Select(static (pair, _) => (pair.Left, FileNames.Of(pair.Left.MetadataName, pair.Right.Contains(pair.Left.MetadataName))))
            .WithTrackingName(TrackingNames.Files);

        context.RegisterSourceOutput(files, static (output, file) =>
            output.AddSource(file.HintName, SourceText.From(FilePrinter.Print(FilePlan.Of(file.Model)), Encoding.UTF8)));
    }
}
