using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playground.Safety;
using SoftKernels.Generator;

namespace Playground.Kernel;

/// <summary>Runs the generator and the analyzers on a text. Nothing is emitted, so nothing of it can be run.</summary>
internal static class Compiler
{
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create("Typed", references: Roslyn.References, options: Roslyn.Options);

    public static async Task<Compiled> Compile(string text, CancellationToken cancellation)
    {
        var source = SourceText.From(text);
        var tree = CSharpSyntaxTree.ParseText(source, Roslyn.ParseOptions, "Typed.cs", cancellation);
        var attributes = (await tree.GetRootAsync(cancellation)).DescendantNodes().OfType<AttributeSyntax>().Take(Limits.Attributes + 1).Count();
        if (attributes > Limits.Attributes)
        {
            return Compiled.Refused($"More than {Limits.Attributes} attributes are not compiled here.");
        }

        var typed = s_empty.AddSyntaxTrees(tree);
        var (output, files, time) = Generate(typed, cancellation);
        var model = output.GetSemanticModel(tree);
        var shown = model.GetDiagnostics(cancellationToken: cancellation)
            .Concat(await Analyze(model, cancellation))
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .Distinct()
            .Take(Limits.Findings)
            .ToImmutableArray();
        var fixes = await Fixes.For(source, shown, cancellation);
        return new Compiled(files, [.. shown.Select(diagnostic => Tell(diagnostic, fixes[diagnostic]))], time.TotalMilliseconds);
    }

    private static (Compilation Output, IReadOnlyList<GeneratedFile> Files, TimeSpan Time) Generate(CSharpCompilation typed, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var driver = CSharpGeneratorDriver
            .Create([new SoftKernelGenerator().AsSourceGenerator()], parseOptions: Roslyn.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(typed, out var output, out _, cancellation);
        var time = Stopwatch.GetElapsedTime(start);
        return (output, [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(file => Outline.Of(file, cancellation))], time);
    }

    /// <summary>Of what was typed only: to bind what was generated takes far longer than to generate it.</summary>
    private static async Task<IEnumerable<Diagnostic>> Analyze(SemanticModel model, CancellationToken cancellation)
    {
        // One that fails is a fault of ours, not of the text: it is not hidden, the process that compiles ends by it.
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var analysis = model.Compilation.WithAnalyzers(Roslyn.Analyzers, options);
        return [
            .. await analysis.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, cancellation),
            .. await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellation),
        ];
    }

    private static Finding Tell(Diagnostic diagnostic, IReadOnlyList<Fix> fixes)
    {
        var severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => Severity.Error,
            DiagnosticSeverity.Warning => Severity.Warning,
            _ => Severity.Suggestion,
        };
        var span = diagnostic.Location.GetLineSpan().Span;
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new Finding(diagnostic.Id, severity, message, span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1, fixes);
    }
}
