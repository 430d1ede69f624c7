using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Benchmarks.Generator;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Generator;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>A character typed into a body of a project with 1,000 kernels, our generator and one that looks at nothing in turns.</summary>
/// <remarks>In this process and its compiler, as KeystrokeBenchmarks; these take a minute less.</remarks>
internal static class Keystroke
{
    private const int Types = 1000;
    private const int WarmUps = 5;
    private const int Edits = 21;

    public static PriceList Measure()
    {
        CSharpCompilation project = AnnotatedProject.Create(Types, Types);
        GeneratorDriver ours = Driver(new SoftKernelGenerator()).RunGenerators(project);
        GeneratorDriver nobodys = Driver(new FilesOnly(Types)).RunGenerators(project);
        var pairs = Enumerable.Range(0, WarmUps + Edits).Select(_ => (Ours: Type(ours, project), Nobodys: Type(nobodys, project))).Skip(WarmUps).ToList();
        double own = PairedTiming.Median(pairs.Select(pair => pair.Nobodys));
        double beyond = PairedTiming.Median(pairs.Select(pair => pair.Ours - pair.Nobodys));
        return new(
            $"A keystroke at {Types} types, processor time, ms",
            ["median"],
            [
                new("beyond the compiler's own", [new Price(beyond, PayTargets.KeystrokeMilliseconds)]),
                new("the compiler's own", [new Price(own)]),
            ]);
    }

    private static double Type(GeneratorDriver driver, CSharpCompilation project)
    {
        // Nothing of it is bound yet.
        CSharpCompilation edited = AnnotatedProject.TypeInBody(project);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        driver.RunGenerators(edited);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: AnnotatedProject.ParseOptions);
}
