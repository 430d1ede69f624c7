using System;
using System.IO;
using System.Linq;
using Xunit;
using Xunit.Sdk;

namespace SoftKernels.Docs.Tests;

/// <summary>The reader of pages and the runner of programs must bite.</summary>
public sealed class PageHarnessTests
{
    private const string Declaration = "using SoftKernels;\n[SoftKernel(Size = 2)] static partial class Pair;";

    private const string Program = "Console.WriteLine(Pair.ArgMax2([1f, 2f]));";

    [Fact]
    public void Blocks_come_with_their_place_their_kind_and_their_output()
    {
        var blocks = PageReader.Blocks("page", $"""
            Text.
            ```csharp
            {Declaration}
            ```
            <!-- generated -->
            ```csharp
            int excerpt;
            ```
            <!-- not compiled: a reason -->

            ```csharp
            theirs();
            ```
            ```csharp
            {Program}
            ```

            ```text
            1
            ```
            ```text
            another
            ```
            """);

        Assert.Equal([BlockKind.Declarations, BlockKind.Generated, BlockKind.NotCompiled, BlockKind.Program], blocks.Select(block => block.Kind));
        Assert.Equal([null, null, null, "1"], blocks.Select(block => block.Output));
        Assert.Equal("page:3", blocks[0].ToString());
        Assert.Equal(Declaration, blocks[0].Code);
    }

    [Fact]
    public void A_text_block_after_other_words_is_no_output() =>
        Assert.Null(Assert.Single(PageReader.Blocks("page", $"{Fenced(Program)}\nWords.\n```text\n1\n```")).Output);

    [Fact]
    public void A_block_without_an_end_is_a_mistake() =>
        Assert.Throws<InvalidDataException>(() => PageReader.Blocks("page", "```csharp\nint x;"));

    [Fact]
    public void A_program_may_use_what_its_page_declares_and_generates()
    {
        var page = new Page("page", $"{Fenced(Program)}\n{Fenced(Declaration)}");

        Assert.Single(page.Generated);
        Assert.Empty(page.Complaints(page.Blocks[1]));
        Assert.Equal("1", page.Run(page.Blocks[0]));
    }

    [Theory]
    [InlineData("Console.WriteLine(Pair.ArgMax3([1f, 2f]));", "CS0117")]
    [InlineData("int unused = 1;", "CS0219")]
    public void A_mistake_in_a_program_is_seen(string code, string id)
    {
        var page = new Page("page", $"{Fenced(Declaration)}\n{Fenced(code)}");

        Assert.Contains(id, Assert.ThrowsAny<XunitException>(() => page.Run(page.Blocks[1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_declaration_is_seen_at_its_block_alone()
    {
        var page = new Page("page", $"{Fenced(Declaration)}\n{Fenced("class C { int _unused; }")}");

        Assert.Empty(page.Complaints(page.Blocks[0]));
        Assert.Equal("CS0169", Assert.Single(page.Complaints(page.Blocks[1])).Id);
    }

    private static string Fenced(string code) => $"```csharp\n{code}\n```";
}
