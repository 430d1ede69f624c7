using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SoftKernels.Docs.Tests;

/// <summary>Reads the C# blocks of a Markdown file.</summary>
internal static class PageReader
{
    private const string Fence = "```";

    public static IReadOnlyList<Block> Blocks(string page, string markdown)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<Block>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            int end = Array.IndexOf(lines, Fence, i + 1);
            if (end < 0)
            {
                throw new InvalidDataException($"{page}:{i + 1}: the block does not end.");
            }

            string code = string.Join("\n", lines[(i + 1)..end]);
            if (lines[i] == Fence + "csharp")
            {
                blocks.Add(new(page, i + 2, Kind(lines[..i], code), code, null));
            }
            else if (lines[i] == Fence + "text" && blocks.Count > 0 && FollowsAtOnce(lines, blocks[^1], i))
            {
                blocks[^1] = blocks[^1] with { Output = code };
            }

            i = end;
        }

        return blocks;
    }

    private static BlockKind Kind(string[] linesBefore, string code) => linesBefore.LastOrDefault(line => line.Length > 0, "") switch
    {
        "<!-- generated -->" => BlockKind.Generated,
        var line when line.StartsWith("<!-- not compiled: ", StringComparison.Ordinal) => BlockKind.NotCompiled,
        _ => Block.KindOf(code),
    };

    /// <summary>Only blank lines lie between the block and this line.</summary>
    private static bool FollowsAtOnce(string[] lines, Block block, int line)
    {
        int afterBlock = Array.IndexOf(lines, Fence, block.Line - 1) + 1;
        return afterBlock <= line && lines[afterBlock..line].All(string.IsNullOrWhiteSpace);
    }
}
