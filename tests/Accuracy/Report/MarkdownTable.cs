using System.Collections.Generic;
using System.Linq;

namespace SoftKernels.Accuracy.Report;

/// <summary>Columns of text, to the left, then columns of figures, to the right.</summary>
internal sealed class MarkdownTable(int textColumns, params IEnumerable<string> header)
{
    private readonly List<string[]> _lines = [[.. header]];

    public void Add(params IEnumerable<string> cells) => _lines.Add([.. cells]);

    public override string ToString()
    {
        var widths = Enumerable.Range(0, _lines[0].Length).Select(column => _lines.Max(line => line[column].Length)).ToArray();
        var rule = widths.Select((width, column) => column < textColumns ? new string('-', width) : new string('-', width - 1) + ':');
        string[] lines = [Line(_lines[0]), Line(rule), .. _lines.Skip(1).Select(Line)];
        return string.Join('\n', lines) + "\n";

        string Line(IEnumerable<string> cells) =>
            $"| {string.Join(" | ", cells.Select((cell, column) => column < textColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |";
    }
}
