using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Incrementality;

/// <summary>Named edits, and the reason of every step after them.</summary>
public sealed class EditTests
{
    private static readonly Dictionary<string, Edit> s_edits = Edits.All.ToDictionary(edit => edit.Name);

    public static TheoryData<string> Names { get; } = [.. s_edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_edit_costs_what_it_must(string name)
    {
        CSharpCompilation project = Project.Compile();
        CSharpCompilation edited = s_edits[name].Apply(project);
        var (before, after) = GeneratorRun.OfEdit(project, edited);

        Assert.Equal(s_edits[name].Outcome, Outcome.Of(before, after));

        // What is cached is what a new start would give.
        Assert.Equal(Text(GeneratorRun.Of(edited).Files), Text(after.GeneratedSources));
    }

    [Fact]
    public void A_compilation_is_let_go_when_the_next_one_comes()
    {
        GeneratorDriver driver = GeneratorRun.NewDriver(Project.Compile());
        WeakReference first = RunAndEdit(ref driver);

        GC.Collect();

        Assert.False(first.IsAlive);
        GC.KeepAlive(driver);
    }

    /// <summary>Not inlined, so that no local of the caller holds the compilation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndEdit(ref GeneratorDriver driver)
    {
        CSharpCompilation project = Project.Compile();
        driver = driver.RunGenerators(project).RunGenerators(project.Replace(Project.Unrelated, "return 1", "return 11"));
        return new(project);
    }

    private static IEnumerable<string> Text(IEnumerable<GeneratedSourceResult> files) =>
        files.Select(file => $"{file.HintName}\n{file.SourceText}").Order(StringComparer.Ordinal);
}
