using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>What the package's targets tell the generator, and a project that silences analyzers in bulk.</summary>
internal sealed class BuildProperties(bool off) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new()
    {
        ["build_property.SoftKernelsAnalyzersOff"] = off ? "true" : "",
        ["dotnet_analyzer_diagnostic.severity"] = "none",
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
