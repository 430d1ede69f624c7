using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftKernels.Generator.Emission;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Parsing;

namespace SoftKernels.Generator;

/// <summary>Finds the types that bear <c>[SoftKernel]</c>, parses each into a model, and emits one file a model.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SoftKernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<KernelTypeModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KernelAttribute.MetadataName,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (target, cancellation) => KernelParser.Parse(target, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Models);

        IncrementalValueProvider<EquatableArray<string>> ambiguousNames = models
            .Select(static (model, _) => model.MetadataName)
            .Collect()
            .Select(static (names, _) => FileEmitter.AmbiguousNames(names))
            .WithTrackingName(TrackingNames.AmbiguousNames);

        context.RegisterSourceOutput(models.Combine(ambiguousNames), static (output, kernel) => output.AddSource(
            FileEmitter.HintName(kernel.Left.MetadataName, kernel.Right.Contains(kernel.Left.MetadataName)),
            SourceText.From(FileEmitter.Emit(kernel.Left), Encoding.UTF8)));
    }
}
