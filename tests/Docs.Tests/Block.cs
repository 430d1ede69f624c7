using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftKernels.Docs.Tests;

/// <summary>What a C# block of a page is for.</summary>
internal enum BlockKind
{
    /// <summary>Has statements: is run.</summary>
    Program,

    /// <summary>Only declares: for all programs of its page.</summary>
    Declarations,

    /// <summary>After <c>&lt;!-- generated --&gt;</c>: an excerpt of what is generated for the page's declarations.</summary>
    Generated,

    /// <summary>After <c>&lt;!-- not compiled: the reason --&gt;</c>.</summary>
    NotCompiled,
}

/// <summary>A C# block of a page: the line where its code begins, from 1, and the text block that follows, if one does.</summary>
internal sealed record Block(string Page, int Line, BlockKind Kind, string Code, string? Output)
{
    public static BlockKind KindOf(string code) =>
        CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax)
            ? BlockKind.Program
            : BlockKind.Declarations;

    /// <summary>As compilers and editors name a place.</summary>
    public override string ToString() => $"{Page}:{Line}";
}
