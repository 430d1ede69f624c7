using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Docs.Tests;

/// <summary>What a page says of a C# block by the comment before it.</summary>
internal enum BlockKind
{
    /// <summary>Nothing: the block is compiled and, where it has statements, run.</summary>
    Example,

    /// <summary><c>&lt;!-- generated --&gt;</c>: an excerpt of what is generated for the page's declarations.</summary>
    Generated,

    /// <summary><c>&lt;!-- not compiled: the reason --&gt;</c>.</summary>
    NotCompiled,
}

/// <summary>
/// A C# block of a page: the line where its code begins, from 1; the text block that follows, if one does; and the earlier examples of the page
/// that only declare types, which it may use.
/// </summary>
internal sealed record Block(string Page, int Line, BlockKind Kind, string Code, string? Output, IReadOnlyList<string> Declarations)
{
    public bool IsProgram => HasStatements(Code);

    public static bool HasStatements(string code) =>
        CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    public override string ToString() => $"{Page}:{Line}";
}
