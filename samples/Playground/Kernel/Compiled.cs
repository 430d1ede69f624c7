using System.Collections.Generic;

namespace Playground.Kernel;

/// <summary>What is told of a text that was typed: what comes of it, or why nothing does.</summary>
/// <param name="Files">What is generated.</param>
/// <param name="Findings">The diagnostics, in the order of the text.</param>
/// <param name="GeneratorMilliseconds">How long the generator took.</param>
/// <param name="Refusal">Why the text was not compiled, in a sentence for its author.</param>
internal sealed record Compiled(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Finding> Findings, double GeneratorMilliseconds, string? Refusal = null)
{
    public static Compiled Refused(string reason) => new([], [], 0, reason);
}

/// <summary>One generated file, with where its methods are.</summary>
public sealed record GeneratedFile(string Name, string Text, IReadOnlyList<GeneratedMethod> Methods);

/// <summary>A generated method; lines from 1.</summary>
/// <param name="Name">With the names of its parameters.</param>
/// <param name="FirstLine">Of its documentation and attributes.</param>
/// <param name="SignatureLine">Of its signature.</param>
/// <param name="LastLine">Of its end.</param>
/// <param name="Widths">Of the registers that it has bodies for, in bits; none where it calls others.</param>
public sealed record GeneratedMethod(string Name, int FirstLine, int SignatureLine, int LastLine, IReadOnlyList<int> Widths);

/// <summary>A diagnostic of the compiler or of our analyzers; lines and columns from 1.</summary>
public sealed record Finding(string Id, Severity Severity, string Message, int Line, int Column, int EndLine, int EndColumn, IReadOnlyList<Fix> Fixes);

public enum Severity
{
    Suggestion,
    Warning,
    Error,
}

/// <summary>A code fix, and the whole text after it.</summary>
public sealed record Fix(string Title, string Text);
