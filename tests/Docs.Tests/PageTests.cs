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

    private static readonly Dictionary<string, (Page Page, Block Block)> s_places = Paths()
        .Select(path => new Page(path, File.ReadAllText(Path.Combine(s_root, path))))
        .SelectMany(page => page.Blocks.Select(block => (page, block)))
        .ToDictionary(place => place.block.ToString());

    public static TheoryData<string> Declarations { get; } = Of(BlockKind.Declarations);

    public static TheoryData<string> Programs { get; } = Of(BlockKind.Program);

    public static TheoryData<string> Excerpts { get; } = Of(BlockKind.Generated);

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

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_stands_in_what_is_generated_for_the_page(string place)
    {
        var (page, block) = s_places[place];

        Assert.Contains(page.Generated, file => Unindented(file).Contains(Unindented(block.Code), StringComparison.Ordinal));
    }

    private static string Unindented(string text) => "\n" + string.Join("\n", text.Split('\n').Select(line => line.Trim())) + "\n";

    private static IEnumerable<string> Paths() =>
        Directory.EnumerateFiles(Path.Combine(s_root, "docs"), "*.md")
            .Select(path => Path.GetRelativePath(s_root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md");

    private static TheoryData<string> Of(BlockKind kind) => [.. s_places.Where(place => place.Value.Block.Kind == kind).Select(place => place.Key)];
}
