using System.Collections.Generic;

namespace SoftKernels.Generator.Planning;

/// <summary>The lines of a method's body, indented from its braces on.</summary>
internal sealed class Code
{
    private const string Indentation = "    ";

    private string _indentation = "";

    public List<string> Lines { get; } = [];

    public void Line(string line) => Lines.Add(_indentation + line);

    public void Blank() => Lines.Add("");

    /// <summary>A line for the preprocessor, at the margin.</summary>
    public void Directive(string line) => Lines.Add(line);

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
}
