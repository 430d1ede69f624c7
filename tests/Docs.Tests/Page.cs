using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SoftKernels.Docs.Tests;

/// <summary>Reads the C# blocks of a Markdown file.</summary>
internal static class Page
{
    private const string Fence = "```";

    public static IReadOnlyList<Block> Blocks(string name, string markdown)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<Block>();
        var declarations = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            int end = Array.IndexOf(lines, Fence, i + 1);
            if (end < 0)
            {
                throw new InvalidDataException($"{name}:{i + 1}: the block does not end.");
            }

            string code = Join(lines[(i + 1)..end]);
            if (lines[i] == Fence + "csharp")
            {
                BlockKind kind = Kind(lines[..i].LastOrDefault(line => line.Length > 0, ""));
                blocks.Add(new(name, i + 2, kind, code, null, [.. declarations]));
                if (kind == BlockKind.Example && !Block.HasStatements(code))
                {
                    declarations.Add(code);
                }
            }
            else if (lines[i] == Fence + "text" && IsFollowedBy(lines, blocks, i))
            {
                blocks[^1] = blocks[^1] with { Output = code };
            }

            i = end;
        }

        return blocks;
    }

    /// <summary>Only blank lines lie between the last C# block and this line.</summary>
    private static bool IsFollowedBy(string[] lines, List<Block> blocks, int line)
    {
        if (blocks.Count == 0)
        {
            return false;
        }

        int afterBlock = Array.IndexOf(lines, Fence, blocks[^1].Line - 1) + 1;
        return afterBlock <= line && lines[afterBlock..line].All(string.IsNullOrWhiteSpace);
    }

    private static BlockKind Kind(string lineBefore) =>
        lineBefore == "<!-- generated -->" ? BlockKind.Generated
        : lineBefore.StartsWith("<!-- not compiled: ", StringComparison.Ordinal) ? BlockKind.NotCompiled
        : BlockKind.Example;

    private static string Join(IEnumerable<string> lines) => string.Join("\n", lines);
}
