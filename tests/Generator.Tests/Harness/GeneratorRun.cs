using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Model;
using Xunit;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>
/// One compilation, generated for twice and once more after an edit elsewhere. Every run of every test demands that the generator has not thrown,
/// reports nothing, caches all of its steps, and caches no symbol.
/// </summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation output, GeneratorDriver driver)
    {
        Output = output;
        Driver = driver;
    }

    public static ImmutableArray<string> StepNames { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(name => (string)name.GetRawConstantValue()!)];

    public static GeneratorDriverOptions Options { get; } = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    /// <summary>What the pipeline has cached for its outputs.</summary>
    public IEnumerable<KernelTypeModel> Models => CachedValues.Of(Result, TrackingNames.Files).OfType<KernelFile>().Select(file => file.Type);

    /// <param name="compilation">What is generated for.</param>
    /// <param name="options">The build's properties, if any matter.</param>
    /// <param name="reported">How many errors the generator itself reports: none, wherever analyzers do; <see langword="null"/> where that is not asked.</param>
    public static GeneratorRun Of(CSharpCompilation compilation, AnalyzerConfigOptionsProvider? options = null, int? reported = 0)
    {
        GeneratorDriver driver = NewDriver(compilation, options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out var diagnostics);
        var run = new GeneratorRun(output, driver);

        Assert.Null(run.Result.Exception);
        Assert.Equal(reported ?? diagnostics.Length, diagnostics.Length);
        CachedValues.AssertFreeOfSymbols(run.Result, StepNames);
        AssertCached(driver.RunGenerators(compilation.Clone()), StepNames);

        // The first step sees the file; the others see nothing new in it.
        AssertCached(driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("// An edit elsewhere.", ParseOptions(compilation)))), StepNames.Remove(TrackingNames.Declarations));

        return run;
    }

    /// <summary>Generates before and after an edit, as an editor does.</summary>
    public static (GeneratorRunResult Before, GeneratorRunResult After) OfEdit(CSharpCompilation before, CSharpCompilation after)
    {
        GeneratorDriver first = NewDriver(before).RunGenerators(before);
        GeneratorDriver second = first.RunGenerators(after);
        GeneratorRunResult result = second.GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        CachedValues.AssertFreeOfSymbols(result, StepNames);
        return (first.GetRunResult().Results.Single(), result);
    }

    public static CSharpGeneratorDriver NewDriver(CSharpCompilation compilation, AnalyzerConfigOptionsProvider? options = null) => CSharpGeneratorDriver.Create(
        [new SoftKernelGenerator().AsSourceGenerator()],
        optionsProvider: options,
        parseOptions: ParseOptions(compilation),
        driverOptions: Options);

    private static CSharpParseOptions ParseOptions(CSharpCompilation compilation) => (CSharpParseOptions)compilation.SyntaxTrees[0].Options;

    private static void AssertCached(GeneratorDriver driver, ImmutableArray<string> names)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (!result.GeneratedSources.IsEmpty)
        {
            Assert.All(names, name => Assert.True(result.TrackedSteps.ContainsKey(name), $"no step is named {name}"));
        }

        foreach (var (name, steps) in result.TrackedSteps.Where(step => names.Contains(step.Key)).Concat(result.TrackedOutputSteps))
        {
            Assert.All(steps.SelectMany(step => step.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"{name} is {output.Reason} although nothing has changed"));
        }
    }
}
