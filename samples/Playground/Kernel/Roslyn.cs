using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels;
using SoftKernels.CodeFixes;
using SoftKernels.Generator;

namespace Playground.Kernel;

/// <summary>The project that typed text belongs to: a library for this framework that has the package, with its analyzers and fixes as they are found in it.</summary>
internal static class Roslyn
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Regular, Symbols());

    public static CSharpCompilationOptions Options { get; } = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    public static ImmutableArray<MetadataReference> References { get; } = FindReferences();

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>(typeof(SoftKernelGenerator).Assembly);

    public static ImmutableArray<CodeFixProvider> CodeFixes { get; } = Instances<CodeFixProvider, ExportCodeFixProviderAttribute>(typeof(PartialFix).Assembly);

    /// <summary>As a project for this framework defines them.</summary>
    private static string[] Symbols() =>
        ["NET", .. Enumerable.Range(5, Environment.Version.Major - 4).Select(version => $"NET{version}_0_OR_GREATER"), $"NET{Environment.Version.Major}_0"];

    /// <summary>The framework that runs, the library, and the tensors that SK2002 is about; of the page itself nothing.</summary>
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path) == "System.Numerics.Tensors.dll").Distinct().Select(Reference),
            Reference(typeof(SoftMath).Assembly.Location),
        ];
    }

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);

    private static ImmutableArray<T> Instances<T, TMark>(Assembly assembly)
        where TMark : Attribute
        => [.. assembly.GetTypes().Where(type => type.IsDefined(typeof(TMark), inherit: false)).Select(type => (T)Activator.CreateInstance(type)!)];
}
