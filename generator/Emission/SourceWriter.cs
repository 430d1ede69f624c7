using System.Text;

namespace SoftKernels.Generator.Emission;

/// <summary>Text with indentation; lines end with '\n' everywhere.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    public void Line(string line = "", string prefix = "")
    {
        // A directive stands at the margin.
        if (line.Length > 0 && line[0] != '#')
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(prefix);
        }

        _text.Append(line).Append('\n');
    }

    public void Open(string head)
    {
        Line(head);
        Line("{");
        _level++;
    }

    public void Close()
    {
        _level--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
