using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Expansion;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests;

/// <summary>What the runtime's build writes out of its one generic definition.</summary>
public sealed class ExpansionTests
{
    private static readonly string s_numerics = Path.Combine(Repository.Root, "runtime", "Numerics");

    [Fact]
    public void The_text_is_the_same_on_every_build_whatever_the_order_of_the_files()
    {
        string[] files = Directory.GetFiles(s_numerics, "*.cs", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var expected = Expanded(files);
        Assert.Equal(expected, Expanded(files));
        Assert.Equal(expected, Expanded(files.Reverse()));
    }

    [Fact]
    public void Every_part_of_the_kernel_is_written_for_each_of_six_registers()
    {
        string[] files = Directory.GetFiles(s_numerics, "*.cs", SearchOption.AllDirectories);
        int parts = files.Count(static file => File.ReadAllText(file).Contains("partial struct Kernel<", StringComparison.Ordinal));
        int partsOfDoubles = files.Count(static file => File.ReadAllText(file).Contains("partial struct DoubleKernel<", StringComparison.Ordinal));

        // And a file each for what is called of the format and of the lanes.
        Assert.Equal((6 * (parts + 2)) + (3 * partsOfDoubles), Expanded(files).Count);
    }

    [Fact]
    public void Nothing_that_is_written_names_the_generic_definition_or_holds_a_carriage_return()
    {
        foreach (var (name, text) in Expanded(Directory.GetFiles(s_numerics, "*.cs", SearchOption.AllDirectories)))
        {
            Assert.False(text.Contains("Kernel<", StringComparison.Ordinal) || text.Contains("Kernel{", StringComparison.Ordinal) || text.Contains('\r'), name);
        }
    }

    private static SortedDictionary<string, string> Expanded(IEnumerable<string> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET8_0_OR_GREATER"]);
        var compilation = CSharpCompilation.Create(
            "Numerics", files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file).ReplaceLineEndings("\n"), options, file)));
        var run = CSharpGeneratorDriver.Create([new KernelExpander().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation).GetRunResult();
        Assert.Empty(run.Diagnostics);
        return new(run.Results[0].GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()), StringComparer.Ordinal);
    }
}
