using System;
using System.Text;

namespace SoftKernels.Generator.Emission;

/// <summary>Text with indentation; lines end with '\n' everywhere.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    public SourceWriter Line(string line = "")
    {
        // A directive stands at the margin.
        if (line.Length > 0 && line[0] != '#')
        {
            _text.Append(' ', _level * SpacesPerLevel);
        }

        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Braces round what <paramref name="body"/> writes.</summary>
    public SourceWriter Block(string head, Action body) => Line(head).Block(body);

    /// <inheritdoc cref="Block(string, Action)"/>
    public SourceWriter Block(Action body)
    {
        Line("{");
        _level++;
        body();
        _level--;
        return Line("}");
    }

    public override string ToString() => _text.ToString();
}
