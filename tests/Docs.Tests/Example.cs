using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>A block as a project of its own, with the generator: a console project as the SDK makes it.</summary>
internal sealed class Example
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the test itself runs with: the framework, the runtime library and the peers.</summary>
    private static readonly IReadOnlyList<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions s_parseOptions = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private readonly Compilation _compilation;

    public Example(Block block)
    {
        string[] sources = [ImplicitUsings, .. block.Declarations, block.Code];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Example",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, s_parseOptions)),
            s_references,
            new CSharpCompilationOptions(
                block.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new SoftKernelGenerator().AsSourceGenerator()], parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out _compilation, out _);
        Generated = [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
    }

    public IReadOnlyList<string> Generated { get; }

    /// <summary>Errors and warnings, but not about usings that an example does without.</summary>
    public IEnumerable<string> Complaints => _compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => diagnostic.ToString());

    /// <summary>Runs the program and returns what it has printed.</summary>
    public string Run()
    {
        using var stream = new MemoryStream();
        Assert.True(_compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        stream.Position = 0;

        var context = new AssemblyLoadContext(nameof(Example), isCollectible: true);
        TextWriter console = Console.Out;
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            Console.SetOut(output);
            MethodInfo main = context.LoadFromStream(stream).EntryPoint!;
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
        }
        finally
        {
            Console.SetOut(console);
            context.Unload();
        }

        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
