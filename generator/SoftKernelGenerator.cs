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
/// wherever it falls. Here nothing is bound until a declaration changes. All that flows is a class: for a structure or a tuple, each new
/// compiler process would compile the pipeline's own code anew.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SoftKernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<KernelOutput> outputs = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (both, _) => new Declarations(both.Left, both.Right))
            .WithTrackingName(TrackingNames.Declarations)
            .SelectMany(static (declarations, cancellation) => KernelParser.Parse(declarations, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .SelectMany(static (outputs, _) => outputs)
            .WithTrackingName(TrackingNames.Files);

        context.RegisterSourceOutput(outputs, static (context, output) =>
        {
            if (output is KernelFile file)
            {
                context.AddSource(file.HintName, SourceText.From(FilePrinter.Print(FilePlan.Of(file.Type)), Encoding.UTF8));
            }
            else
            {
#pragma warning disable RS0030 // Where no analyzer runs, and of a place that is numbers, no location.
                context.ReportDiagnostic(Refusals.Report((Refusal)output));
#pragma warning restore RS0030
            }
        });
    }
}
