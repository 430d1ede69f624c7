using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    /// <summary>What the pipeline has cached for its outputs.</summary>
    public IEnumerable<KernelTypeModel> Models => Values(Result, TrackingNames.Models).OfType<KernelTypeModel>();

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        GeneratorDriver driver = NewDriver(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out var diagnostics);
        var run = new GeneratorRun(output, driver);

        Assert.Null(run.Result.Exception);
        Assert.Empty(diagnostics);
        AssertHoldsNoSymbols(run.Result);
        AssertCached(driver.RunGenerators(compilation.Clone()));
        AssertCached(driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("// An edit elsewhere.", Options(compilation)))));

        return run;
    }

    /// <summary>Generates before and after an edit, and says what became of each model: the reason of its last step.</summary>
    public static ImmutableArray<IncrementalStepRunReason> AfterEdit(CSharpCompilation before, CSharpCompilation after) =>
    [
        .. NewDriver(before).RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single()
            .TrackedSteps.GetValueOrDefault(TrackingNames.Models, [])
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason),
    ];

    private static CSharpGeneratorDriver NewDriver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new SoftKernelGenerator().AsSourceGenerator()],
        parseOptions: Options(compilation),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpParseOptions Options(CSharpCompilation compilation) => (CSharpParseOptions)compilation.SyntaxTrees[0].Options;

    private static void AssertCached(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (!result.GeneratedSources.IsEmpty)
        {
            Assert.All(StepNames, name => Assert.True(result.TrackedSteps.ContainsKey(name), $"no step is named {name}"));
        }

        foreach (var (name, steps) in result.TrackedSteps.Where(step => StepNames.Contains(step.Key)).Concat(result.TrackedOutputSteps))
        {
            Assert.All(steps.SelectMany(step => step.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"{name} is {output.Reason} although nothing has changed"));
        }
    }

    private static void AssertHoldsNoSymbols(GeneratorRunResult result) =>
        Assert.All(StepNames.SelectMany(name => Values(result, name)), value => Assert.Null(SymbolSearch.Find(value)));

    private static IEnumerable<object> Values(GeneratorRunResult result, string step) =>
        result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs).Select(output => output.Value);
}
