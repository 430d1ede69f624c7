using System.Text;

namespace SoftKernels.Generator.Emission;

/// <summary>Text with indentation; lines end with '\n' everywhere.</summary>
internal sealed class SourceWriter
{
    private const string Indentation = "    ";

    private readonly StringBuilder _text = new();
    private string _indentation = "";

    public void Line(string line = "", string prefix = "")
    {
        // A directive stands at the margin.
        if (line.Length > 0 && line[0] != '#')
        {
            _text.Append(_indentation).Append(prefix);
        }

        _text.Append(line).Append('\n');
    }

    public void Open(string head)
    {
        Line(head);
        Line("{");
        _indentation += Indentation;
    }

    public void Close()
    {
        _indentation = _indentation.Substring(Indentation.Length);
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
