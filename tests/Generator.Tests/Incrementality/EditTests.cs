using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Parsing;
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

    /// <summary>What the first step compares holds no compilation, and nothing that outlives a run does.</summary>
    [Fact]
    public void A_compilation_is_let_go_when_the_next_one_comes()
    {
        Assert.Null(SymbolSearch.Find(DeclaredBy(Project.Compile()), mayHoldTrees: true));
        Assert.All(
            from type in typeof(SoftKernelGenerator).Assembly.GetTypes()
            where !type.ContainsGenericParameters
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where !IsWeak(field.FieldType)
            select field,
            field => Assert.Null(SymbolSearch.Find(field.GetValue(null), mayHoldTrees: true)));
    }

    [Fact]
    public void Another_version_of_the_language_is_another_project()
    {
        const string Text = "partial class C { }";
        Consumer older = Consumer.Net80 with { Language = LanguageVersion.CSharp8 };

        Assert.Equal(DeclaredBy(older.Compile(Text)), DeclaredBy(older.Compile(Text)));
        Assert.NotEqual(DeclaredBy(older.Compile(Text)), DeclaredBy(Consumer.Net80.Compile(Text)));
    }

    /// <summary>As many as before, but not the same.</summary>
    [Fact]
    public void Another_reference_is_another_project()
    {
        CSharpCompilation project = Consumer.Net80.Compile("partial class C { }");
        var library = (PortableExecutableReference)project.ExternalReferences[0];

        Assert.NotEqual(DeclaredBy(project), DeclaredBy(project.ReplaceReference(library, MetadataReference.CreateFromFile(library.FilePath!))));
    }

    [Fact]
    public void So_is_one_without_analyzers()
    {
        CSharpCompilation project = Consumer.Net80.Compile("partial class C { }");

        Assert.NotEqual(DeclaredBy(project), new Declarations(project, new BuildProperties(off: true)));
    }

    private static Declarations DeclaredBy(CSharpCompilation compilation) => new(compilation, new BuildProperties(off: false));

    private static bool IsWeak(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>);

    private static IEnumerable<string> Text(IEnumerable<GeneratedSourceResult> files) =>
        files.Select(file => $"{file.HintName}\n{file.SourceText}").Order(StringComparer.Ordinal);
}
