using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>Checks what an analyzer says of a program. In sources, <c>{|SK1001:here|}</c> marks a diagnostic.</summary>
internal static class RuleCheck<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The marked diagnostics and no others are reported.</summary>
    public static Task Reports(string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary) =>
        Consumer.Run(new Test(source) { TestState = { OutputKind = output } });

    /// <summary>The rule is reported at the places marked as <c>{|#0:here|}</c>, <c>{|#1:and here|}</c>, in these words.</summary>
    public static Task Reports(DiagnosticDescriptor rule, string source, params string[] messages)
    {
        Test test = new(source);
        test.ExpectedDiagnostics.AddRange(messages.Select((message, place) => new DiagnosticResult(rule).WithLocation(place).WithMessage(message)));
        return Consumer.Run(test);
    }

    /// <summary>Nothing is reported.</summary>
    public static Task IsSilent(string source) => Reports(source);

    /// <summary>Nothing is reported, nor thrown, though the program does not compile.</summary>
    public static Task IsSilentOnErrors(string source) => Consumer.Run(new Test(source) { CompilerDiagnostics = CompilerDiagnostics.None });

    /// <summary>Nothing is reported under this <c>.editorconfig</c> line.</summary>
    public static Task IsSilentUnder(string editorConfigLine, string source)
    {
        Test test = new(source);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{editorConfigLine}\n"));
        return Consumer.Run(test);
    }

    /// <summary>Nothing is reported in a project without the package.</summary>
    public static Task IsSilentWithoutPackage(string source) => ReportsWithoutPackage(source);

    /// <summary>The marked diagnostics are reported in a project which declares what the package would.</summary>
    public static Task ReportsWithoutPackage(string source) => Consumer.Run(new Test(source, without: "SoftKernels.dll"));

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test(string source, string? without = null)
        {
            TestCode = source;
            Consumer.Prepare(this, without);
        }

        protected override IEnumerable<Type> GetSourceGenerators() => Consumer.Generators;

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);
    }
}
