using System.IO;
using System.Linq;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>The reader of pages and the runner of examples must bite.</summary>
public sealed class HarnessTests
{
    private const string Declaration = "using SoftKernels;\n[SoftKernel(Size = 2)] static partial class Pair;";

    private const string Program = "Console.WriteLine(Pair.ArgMax2([1f, 2f]));";

    [Fact]
    public void Blocks_come_with_their_kind_their_output_and_the_declarations_before_them()
    {
        var blocks = Page.Blocks("page", $"""
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

        Assert.Equal([BlockKind.Example, BlockKind.Generated, BlockKind.NotCompiled, BlockKind.Example], blocks.Select(block => block.Kind));
        Assert.Equal([null, null, null, "1"], blocks.Select(block => block.Output));
        Assert.Equal([0, 1, 1, 1], blocks.Select(block => block.Declarations.Count));
        Assert.Equal("page:3", blocks[0].ToString());
        Assert.Equal([false, true], new[] { blocks[0], blocks[3] }.Select(block => block.IsProgram));
    }

    [Fact]
    public void A_text_block_behind_other_words_is_no_output()
    {
        var blocks = Page.Blocks("page", $"```csharp\n{Program}\n```\nWords.\n```text\n1\n```");

        Assert.Null(Assert.Single(blocks).Output);
    }

    [Fact]
    public void A_block_without_an_end_is_a_mistake() =>
        Assert.Throws<InvalidDataException>(() => Page.Blocks("page", "```csharp\nint x;"));

    [Fact]
    public void An_example_is_generated_for_compiled_and_run()
    {
        var example = new Example(Of(Program));

        Assert.Empty(example.Complaints);
        Assert.Single(example.Generated);
        Assert.Equal("1", example.Run());
    }

    [Theory]
    [InlineData("Console.WriteLine(Pair.ArgMax3([1f, 2f]));", "CS0117")]
    [InlineData("int unused = 1;", "CS0219")]
    public void A_mistake_in_an_example_is_a_complaint(string code, string id) =>
        Assert.Contains(id, string.Join("\n", new Example(Of(code)).Complaints), System.StringComparison.Ordinal);

    private static Block Of(string code) => new("page", 1, BlockKind.Example, code, null, [Declaration]);
}
