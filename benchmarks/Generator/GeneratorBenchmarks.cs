using System.IO;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator;

namespace SoftKernels.Benchmarks.Generator;

/// <summary>What the generator costs an editor: the first time, and on a keystroke. Each measurement has a compilation of its own, in which nothing is bound.</summary>
[WarmupCount(3)]
[IterationCount(15)]
[MemoryDiagnoser]
public class KeystrokeBenchmarks
{
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;
    private GeneratorDriver _warmFilesOnly = null!;
    private CSharpCompilation _project = null!;
    private CSharpCompilation _edited = null!;

    [Params(1, 100, 1000)]
    public int Types { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _cold = Driver(new SoftKernelGenerator());
        _project = AnnotatedProject.Create(Types, Types);
        _warm = _cold.RunGenerators(_project);
        _warmFilesOnly = Driver(new FilesOnly(Types)).RunGenerators(_project);
    }

    [IterationSetup(Target = nameof(Cold))]
    public void Open() => _edited = AnnotatedProject.Create(Types, Types);

    [IterationSetup(Targets = [nameof(TypeInBody), nameof(FilesOnly)])]
    public void Type() => _edited = AnnotatedProject.TypeInBody(_project);

    [IterationSetup(Target = nameof(DeclareMember))]
    public void Declare() => _edited = AnnotatedProject.Declare(_project);

    /// <summary>All kernels, parsed, emitted, and the emitted text parsed by the compiler.</summary>
    [Benchmark]
    public object Cold() => _cold.RunGenerators(_edited);

    [Benchmark]
    public object TypeInBody() => _warm.RunGenerators(_edited);

    [Benchmark]
    public object DeclareMember() => _warm.RunGenerators(_edited);

    /// <summary>The compiler's share of a keystroke.</summary>
    [Benchmark(Baseline = true)]
    public object FilesOnly() => _warmFilesOnly.RunGenerators(_edited);

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: AnnotatedProject.ParseOptions);
}

/// <summary>What kernels add to a build: parsing, generating, compiling and writing the assembly, in this process and with all its threads.</summary>
[WarmupCount(1)]
[IterationCount(5)]
[InvocationCount(1)]
public class BuildBenchmarks
{
    [Params(0, 1, 100)]
    public int Kernels { get; set; }

    [Benchmark]
    public void Build()
    {
        CSharpCompilation project = AnnotatedProject.Create(100, Kernels);
        CSharpGeneratorDriver.Create([new SoftKernelGenerator().AsSourceGenerator()], parseOptions: AnnotatedProject.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(project, out Compilation output, out _);
        if (!output.Emit(Stream.Null).Success)
        {
            throw new InvalidDataException("The project does not compile.");
        }
    }
}
