using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>A source in which <c>{|SK0001:Digits|}</c> marks the place of an expected diagnostic.</summary>
internal sealed partial record MarkedSource(string Text, ImmutableArray<(string Id, TextSpan Span)> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var marks = new List<(string, TextSpan)>();
        foreach (Match part in Part().Matches(marked))
        {
            if (part.Groups["id"] is { Success: true } id)
            {
                open.Push((id.Value, text.Length));
            }
            else if (part.Value == "|}")
            {
                var (name, start) = open.Pop();
                marks.Add((name, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                text.Append(part.Value);
            }
        }

        return new(text.ToString(), [.. marks.OrderBy(mark => mark.Item2).ThenBy(mark => mark.Item1, StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"\{\|(?<id>\w+):|\|\}|.", RegexOptions.Singleline)]
    private static partial Regex Part();
}
