using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>The READMEs, of the repository and of the package, and the pages of docs keep what their C# blocks promise.</summary>
public sealed class PageTests
{
    private const string OperationsPage = "docs/operations.md";

    private static readonly Dictionary<string, (Page Page, Block Block)> s_places = Paths()
        .Select(path => new Page(path, File.ReadAllText(Path.Combine(Repository.Root, path))))
        .SelectMany(page => page.Blocks.Select(block => (page, block)))
        .ToDictionary(place => place.block.ToString());

    public static TheoryData<string> Declarations { get; } = Of(BlockKind.Declarations);

    public static TheoryData<string> Programs { get; } = Of(BlockKind.Program);

    public static TheoryData<string> Excerpts { get; } = Of(BlockKind.Generated);

    public static TheoryData<string> Operations { get; } =
        [.. Enum.GetValues<SoftOperations>().Where(operation => int.PopCount((int)operation) == 1).Select(operation => operation.ToString())];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Declarations_compile(string place)
    {
        var (page, block) = s_places[place];

        Assert.Empty(page.Complaints(block));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_prints_the_text_block_after_it(string place)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

        var (page, block) = s_places[place];

        Assert.Equal(block.Output ?? "", page.Run(block));
    }

    /// <summary>Those that a reader follows step by step, from one declaration in a file of its own on: all their programs, one below the other, are one program.</summary>
    [Theory]
    [InlineData("docs/getting-started.md")]
    [InlineData("runtime/README.md")]
    public void A_page_can_be_followed_from_top_to_bottom(string path)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

        var page = new Page(path, File.ReadAllText(Path.Combine(Repository.Root, path)));
        Block[] steps = [.. page.Blocks.Where(block => block.Kind == BlockKind.Program)];

        Block followed = new(path, steps[0].Line, BlockKind.Program, string.Join("\n\n", steps.Select(step => step.Code)), null);

        Assert.Equal(string.Join('\n', steps.Select(step => step.Output)), page.Run(followed));
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_stands_in_what_is_generated_for_the_page(string place)
    {
        var (page, block) = s_places[place];

        Assert.Contains(page.Generated, file => Unindented(file).Contains(Unindented(block.Code), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_operation_has_a_section_with_a_program(string operation)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, OperationsPage));
        int start = Array.IndexOf(lines, $"## {operation}");
        Assert.True(start >= 0, $"{OperationsPage} has no section '## {operation}'.");

        int end = Array.FindIndex(lines, start + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        Assert.Contains(s_places.Values, place =>
            place.Block.Page == OperationsPage && place.Block.Kind == BlockKind.Program && place.Block.Line > start && place.Block.Line < end);
    }

    private static string Unindented(string text) => "\n" + string.Join("\n", text.Split('\n').Select(line => line.Trim())) + "\n";

    private static IEnumerable<string> Paths() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(Repository.Relative)
            .Order(StringComparer.Ordinal)
            .Prepend("runtime/README.md")
            .Prepend("README.md");

    private static TheoryData<string> Of(BlockKind kind) => [.. s_places.Where(place => place.Value.Block.Kind == kind).Select(place => place.Key)];
}
