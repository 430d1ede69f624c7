using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Diagnostics;
using Xunit;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>Runs the analyzers over a project as its build does: generated files included.</summary>
internal static class RuleCheck
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The marked diagnostics and no others are reported, in these words, and nothing is generated.</summary>
    public static async Task Rejects(Consumer consumer, string markedSource, params string[] messages)
    {
        MarkedSource source = MarkedSource.Parse(markedSource);
        GeneratorRun run = GeneratorRun.Of(consumer.Compile(source.Text));
        var reported = await Diagnostics(run.Output);

        Assert.Equal(source.Marks, reported.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.Equal(messages, reported.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Empty(run.Files);
    }

    /// <inheritdoc cref="Rejects(Consumer, string, string[])"/>
    public static Task Rejects(string markedSource, params string[] messages) => Rejects(Consumer.Net80, markedSource, messages);

    /// <summary>Nothing is reported, the files are generated, and all of it compiles.</summary>
    public static async Task Accepts(Consumer consumer, params string[] sources)
    {
        GeneratorRun run = GeneratorRun.Of(consumer.Compile(sources));

        Assert.Empty(await Diagnostics(run.Output));
        Assert.NotEmpty(run.Files);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
    }

    /// <inheritdoc cref="Accepts(Consumer, string[])"/>
    public static Task Accepts(string source) => Accepts(Consumer.Net80, source);

    /// <summary>In the order of the source. An exception inside an analyzer is rethrown here.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(Compilation compilation, AnalyzerConfigOptionsProvider? configuration = null)
    {
        var options = new CompilationWithAnalyzersOptions(
            configuration is null ? new AnalyzerOptions([]) : new AnalyzerOptions([], configuration),
            onAnalyzerException: (exception, analyzer, _) => throw new InvalidOperationException(analyzer.ToString(), exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var reported = await compilation.WithAnalyzers(s_analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        return
        [
            .. reported
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
