using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Fuzzing;

/// <summary>
/// Random programs. The generator never throws; what it writes compiles without a warning, and where it writes nothing an error says why;
/// after an edit it writes what it would write anew.
/// </summary>
/// <remarks>
/// <c>SOFTKERNELS_FUZZ=5000</c> takes so many programs; <c>SOFTKERNELS_FUZZ_SEED=17</c> takes that one only, which is how a failure is replayed.
/// </remarks>
public sealed class FuzzTests
{
    private const int Programs = 200;
    private const int Shown = 3;

    private static readonly IEnumerable<int> s_seeds = Setting("SOFTKERNELS_FUZZ_SEED") is { } seed
        ? [seed]
        : Enumerable.Range(0, Setting("SOFTKERNELS_FUZZ") ?? Programs);

    [Fact]
    public async Task Random_programs_are_generated_for_or_refused_for_a_reason()
    {
        int generated = 0;
        int refused = 0;
        List<string> failures = [];
        foreach (int seed in s_seeds)
        {
            var (program, edited) = RandomProgram.Of(seed);
            try
            {
                GeneratorRun run = GeneratorRun.Of(program, reported: null);
                bool isRefused = await AssertSound(program, run);
                generated += run.Files.Length;
                refused += isRefused ? 1 : 0;

                Assert.Equal(Text(GeneratorRun.Of(edited, reported: null).Files), Text(GeneratorRun.OfEdit(program, edited).After.GeneratedSources));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add($"Seed {seed}: {failure}\n\n{Show(program)}\n=== edited\n{Show(edited)}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} programs, of which the first are\n{string.Join("\n\n", failures.Take(Shown))}");

        // Both happen all the time, or there is nothing to fuzz.
        Assert.True(s_seeds.Count() == 1 || (generated > s_seeds.Count() / 4 && refused > s_seeds.Count() / 10), $"{generated} files, {refused} refusals");
    }

    private static async Task<bool> AssertSound(CSharpCompilation program, GeneratorRun run)
    {
        Diagnostic[] own = [.. Errors(program)];
        var reported = await RuleCheck.Diagnostics(run.Output);
        if (own.Length == 0)
        {
            // Sound but for what is generated: then nothing generated is wrong, and nothing is left out in silence.
            Assert.Empty(Errors(run.Output));
            Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => IsGenerated(diagnostic.Location.SourceTree)));
            Assert.True(
                run.Files.Length == AnnotatedTypes(program) || !reported.IsEmpty,
                $"{run.Files.Length} files for {AnnotatedTypes(program)} types, and not a word about it");
        }

        return !reported.IsEmpty;
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    private static int AnnotatedTypes(CSharpCompilation program) => Types(program.Assembly.GlobalNamespace)
        .Count(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == typeof(SoftKernelAttribute).FullName));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => Types(member).Concat(member is INamedTypeSymbol type ? [type] : []));

    private static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(FileNames.Suffix, StringComparison.Ordinal) == true;

    private static IEnumerable<string> Text(IEnumerable<GeneratedSourceResult> files) =>
        files.Select(file => $"{file.HintName}\n{file.SourceText}").Order(StringComparer.Ordinal);

    private static string Show(CSharpCompilation program) =>
        $"C# {program.LanguageVersion.ToDisplayString()}\n" + string.Join("\n", program.SyntaxTrees.Select(tree => $"--- {tree.FilePath}\n{tree}"));

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
