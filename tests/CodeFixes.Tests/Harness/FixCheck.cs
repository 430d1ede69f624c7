using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>Checks what a code fix makes of a program, one diagnostic at a time and all at once. The result must compile.</summary>
internal static class FixCheck<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The marked diagnostics are reported, and the fix turns the program into the other.</summary>
    /// <param name="source">The program, marked.</param>
    /// <param name="mended">What becomes of it.</param>
    /// <param name="version">Of the language.</param>
    /// <param name="action">Which of several fixes.</param>
    public static Task Mends(string source, string mended, LanguageVersion version = LanguageVersion.Latest, int action = 0) =>
        Consumer.Run(new Test(source, mended) { Version = version, CodeActionIndex = action });

    /// <summary>And the other computes what the first one did.</summary>
    public static async Task MendsAndComputesTheSame(string source, string mended, LanguageVersion version = LanguageVersion.Latest, bool isRestZero = false)
    {
        await Mends(source, mended, version);
        Assert.True(Behaviour.AssertSame(source, mended, isRestZero) > 0, "Nothing has been run.");
    }

    /// <inheritdoc cref="Mends(string, string, LanguageVersion, int)"/>
    public static Task Mends((string First, string Second) sources, (string First, string Second) mended) =>
        Consumer.Run(new Test(sources.First, mended.First)
        {
            TestState = { Sources = { sources.Second } },
            FixedState = { Sources = { mended.Second } },
        });

    /// <inheritdoc cref="Mends(string, string, LanguageVersion, int)"/>
    public static Task MendsUnderAlias(string alias, string source, string mended)
    {
        Test test = new(source, mended);
        Consumer.Rename(test, alias);
        return Consumer.Run(test);
    }

    /// <summary>With an assembly beside, of which there is no source.</summary>
    public static Task MendsBeside(MetadataReference assembly, string source, string mended)
    {
        Test test = new(source, mended);
        test.TestState.AdditionalReferences.Add(assembly);
        return Consumer.Run(test);
    }

    /// <summary>The marked diagnostics are reported, and no fix is offered.</summary>
    public static Task OffersNothing(string source) => Mends(source, source);

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        public Test(string source, string mended)
        {
            TestCode = source;
            FixedCode = mended;
            Consumer.Prepare(this);
        }

        public LanguageVersion Version { get; init; } = LanguageVersion.Latest;

        protected override IEnumerable<Type> GetSourceGenerators() => Consumer.Generators;

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(Version);
    }
}
