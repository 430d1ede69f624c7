using System.Collections.Generic;

namespace SoftKernels.Generator.Layouts;

/// <summary>An operation lowered for one register width: what is left is to put it into a method.</summary>
/// <param name="width">The register width in bits.</param>
/// <param name="words">How the values lie, in a reader's words: <c>1 register of 16</c>.</param>
internal sealed class Body(int width, string words)
{
    public int Width { get; } = width;

    public string Words { get; } = words;

    public List<Paragraph> Paragraphs { get; } = [];

    /// <summary>The references to memory that the statements use.</summary>
    public List<string> References { get; } = [];
}

/// <summary>A few statements with one purpose.</summary>
internal sealed class Paragraph(string comment)
{
    public string Comment { get; set; } = comment;

    public List<string> Statements { get; } = [];

    /// <summary>What must hold after the statements, or the row, or the block of rows, is left to the careful way.</summary>
    public string? Requirement { get; set; }

    public bool IsEmpty => Statements.Count == 0 && Requirement is null;
}
