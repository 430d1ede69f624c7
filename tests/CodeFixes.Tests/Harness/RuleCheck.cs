using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SoftKernels.Generator;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>
/// Checks what an analyzer says of a program. In sources, <c>{|SK1001:here|}</c> marks a diagnostic. One compilation and one run of the analyzer,
/// where the framework for tests takes ten times as long: it is left to what needs an <c>.editorconfig</c>.
/// </summary>
internal static partial class RuleCheck<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Package = "SoftKernels.dll";

    /// <summary>The marked diagnostics and no others are reported.</summary>
    public static Task Reports(string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary) => Check(source, output);

    /// <summary>The rule is reported at the places marked as <c>{|#0:here|}</c>, <c>{|#1:and here|}</c>, in these words.</summary>
    public static async Task Reports(DiagnosticDescriptor rule, string source, params string[] messages) =>
        Assert.Equal(messages, (await Check(Place().Replace(source, $"{{|{rule.Id}:"))).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));

    /// <summary>Nothing is reported.</summary>
    public static Task IsSilent(string source) => Reports(source);

    /// <summary>Nothing is reported, nor thrown, though the program does not compile.</summary>
    public static Task IsSilentOnErrors(string source) => Check(source, isSound: false);

    /// <summary>Nothing is reported under this <c>.editorconfig</c> line.</summary>
    public static Task IsSilentUnder(string editorConfigLine, string source)
    {
        Test test = new() { TestCode = source };
        Consumer.Prepare(test);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{editorConfigLine}\n"));
        return Consumer.Run(test);
    }

    /// <summary>Nothing is reported in a project without the package.</summary>
    public static Task IsSilentWithoutPackage(string source) => ReportsWithoutPackage(source);

    /// <summary>The marked diagnostics are reported in a project which declares what the package would.</summary>
    public static Task ReportsWithoutPackage(string source) => Check(source, without: Package);

    private static async Task<ImmutableArray<Diagnostic>> Check(
        string marked, OutputKind output = OutputKind.DynamicallyLinkedLibrary, bool isSound = true, string? without = null)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        CSharpParseOptions parse = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Checked",
            [CSharpSyntaxTree.ParseText(source.Text, parse, path: "Source.cs")],
            Consumer.References.Where(reference => without is null || !reference.Display!.EndsWith(without, StringComparison.Ordinal)),
            new CSharpCompilationOptions(output, allowUnsafe: true));
        CSharpGeneratorDriver.Create([new SoftKernelGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _, TestContext.Current.CancellationToken);
        Assert.Equal([], isSound ? Errors(generated) : []);

        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var reported = await generated.WithAnalyzers([new TAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        ImmutableArray<Diagnostic> ordered = [.. reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
        Assert.Equal(source.Marks, ordered.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        return ordered;
    }

    private static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

    [GeneratedRegex(@"\{\|#\d+:")]
    private static partial Regex Place();

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        protected override IEnumerable<Type> GetSourceGenerators() => Consumer.Generators;

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);
    }
}
