using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>The README and the pages of docs keep what their C# blocks promise.</summary>
public sealed class PageTests
{
    private static readonly string s_root = typeof(PageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Root").Value!;

    private static readonly Dictionary<string, Block> s_blocks = Pages()
        .SelectMany(page => Page.Blocks(page, File.ReadAllText(Path.Combine(s_root, page))))
        .ToDictionary(block => block.ToString());

    public static TheoryData<string> Examples { get; } = Of(BlockKind.Example);

    public static TheoryData<string> Excerpts { get; } = Of(BlockKind.Generated);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles_and_prints_the_text_block_after_it(string place)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

        Block block = s_blocks[place];
        var example = new Example(block);

        Assert.Empty(example.Complaints);
        Assert.Equal(block.Output, block.IsProgram ? example.Run() : null);
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_stands_in_what_is_generated_for_the_declarations_before_it(string place)
    {
        Block block = s_blocks[place];
        var declarations = new Example(block with { Code = "" });

        Assert.Contains(declarations.Generated, file => Unindented(file).Contains(Unindented(block.Code), StringComparison.Ordinal));
    }

    private static string Unindented(string text) => "\n" + string.Join("\n", text.Split('\n').Select(line => line.Trim())) + "\n";

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(s_root, "docs"), "*.md")
            .Select(path => Path.GetRelativePath(s_root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md");

    private static TheoryData<string> Of(BlockKind kind) => [.. s_blocks.Values.Where(block => block.Kind == kind).Select(block => block.ToString())];
}
