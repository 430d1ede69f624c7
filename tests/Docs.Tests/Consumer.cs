using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>A project with the generator, its usings those of a new console project.</summary>
internal sealed class Consumer
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_parseOptions = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <summary>What the test itself runs with: the framework, the runtime library and the peers.</summary>
    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _compilation;

    public Consumer(string name, OutputKind kind, IEnumerable<(string Path, string Code)> sources, params MetadataReference[] references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            sources.Append(("", ImplicitUsings)).Select(source => CSharpSyntaxTree.ParseText(source.Item2, s_parseOptions, source.Item1)),
            [.. s_references, .. references],
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new SoftKernelGenerator().AsSourceGenerator()], parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out _compilation, out _);
        Generated = [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
        Complaints = [.. _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    public IReadOnlyList<string> Generated { get; }

    /// <summary>Errors and warnings.</summary>
    public IReadOnlyList<Diagnostic> Complaints { get; }

    public byte[] Image()
    {
        using var stream = new MemoryStream();
        Assert.True(_compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return stream.ToArray();
    }
}
