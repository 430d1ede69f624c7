using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>A project that uses the package: what it compiles against, and how strictly.</summary>
internal sealed record Consumer(string Framework, LanguageVersion Language, ImmutableArray<string> Symbols)
{
    public static Consumer NetStandard20 { get; } = new("netstandard2.0",
        LanguageVersion.CSharp7_3,
        ["NETSTANDARD", "NETSTANDARD2_0", "NETSTANDARD2_0_OR_GREATER"]);

    public static Consumer Net80 { get; } = new("net8.0",
        LanguageVersion.Latest,
        ["NET", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0", "NET8_0_OR_GREATER"]);

    public static Consumer Net100 { get; } = new("net10.0",
        LanguageVersion.Latest,
        ["NET", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"]);

    private static readonly ConcurrentDictionary<ImmutableArray<MetadataReference>, CSharpCompilation> s_empty = new();

    public static ImmutableArray<Consumer> All { get; } = [NetStandard20, Net80, Net100];

    public ImmutableArray<MetadataReference> References { get; init; } =
        [.. Repository.Metadata($"References:{Framework}").Split('|').Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Nullable reference types need C# 8.</summary>
    public NullableContextOptions Nullable { get; init; }

    /// <summary>The same project before it got the package.</summary>
    public Consumer WithoutRuntime => this with { References = References.RemoveAll(IsRuntime) };

    /// <summary>The same project where the library has other names than <c>global</c>.</summary>
    public Consumer WithAliases(params string[] aliases) => this with
    {
        References = [.. References.Select(reference => IsRuntime(reference) ? reference.WithAliases(aliases) : reference)],
    };

    /// <summary>Without sources. What has been read of the references is kept for all programs that share them: to read it takes longer than most programs take.</summary>
    private CSharpCompilation Empty => s_empty.GetOrAdd(References, references =>
    {
        var empty = CSharpCompilation.Create("Consumer", references: references);
        _ = empty.Assembly;
        return empty;
    });

    private CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose, SourceCodeKind.Regular, Symbols);

    /// <summary>With every warning there is, as an error, and checked arithmetic.</summary>
    public CSharpCompilation Compile(params string[] sources) => Empty
        .WithOptions(new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            checkOverflow: true,
            nullableContextOptions: Nullable,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]))
        .AddSyntaxTrees([.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Source{index}.cs"))]);

    private static bool IsRuntime(MetadataReference reference) => Path.GetFileName(reference.Display) == "SoftKernels.dll";

    public override string ToString() => $"{Framework}, C# {Language.MapSpecifiedToEffectiveVersion().ToDisplayString()}, nullable {Nullable}";
}
