using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SoftKernels.Generator.Tests.Harness;

namespace SoftKernels.Generator.Tests.Incrementality;

/// <summary>Two annotated types, and what an edit may find beside them.</summary>
internal static class Project
{
    public const string Digits = "Source0.cs";
    public const string Letters = "Source1.cs";
    public const string Part = "Source2.cs";
    public const string Sizes = "Source3.cs";
    public const string Unrelated = "Source4.cs";

    public static CSharpCompilation Compile() => Consumer.Net80.Compile(
        "[System.Obsolete] [SoftKernels.SoftKernel(Size = 10)] public static partial class Digits { public static int Twice(int x) { return x + x; } }",
        "[SoftKernels.SoftKernel(Size = Sizes.Letters, ElementType = typeof(float))] [SoftKernels.SoftKernel(Size = 3)] partial class Letters { }",
        "public static partial class Digits { }",
        "static class Sizes { public const int Letters = 26; public const int Other = 1; public static int Get() { return 1; } }",
        "class Unrelated { int Get() { return 1; } }");

    /// <summary>Changes text as an editor does: only that file is parsed again, and only round the change.</summary>
    public static CSharpCompilation Replace(this CSharpCompilation project, string file, string old, string text)
    {
        SyntaxTree tree = project.Tree(file);
        SourceText before = tree.GetText();
        int start = before.ToString().IndexOf(old, StringComparison.Ordinal);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        return project.ReplaceSyntaxTree(tree, tree.WithChangedText(before.WithChanges(new TextChange(new TextSpan(start, old.Length), text))));
    }

    public static CSharpCompilation Append(this CSharpCompilation project, string file, string text)
    {
        SyntaxTree tree = project.Tree(file);
        return project.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(tree.Length, 0), text))));
    }

    public static CSharpCompilation Add(this CSharpCompilation project, string text) => project.AddSyntaxTrees(project.Parse(text));

    public static CSharpCompilation AddFirst(this CSharpCompilation project, string text) =>
        project.RemoveAllSyntaxTrees().AddSyntaxTrees(project.SyntaxTrees.Insert(0, project.Parse(text)));

    public static CSharpCompilation Move(this CSharpCompilation project, string file, string path) =>
        project.ReplaceSyntaxTree(project.Tree(file), project.Tree(file).WithFilePath(path));

    public static CSharpCompilation Remove(this CSharpCompilation project, string file) => project.RemoveSyntaxTrees(project.Tree(file));

    public static CSharpCompilation Reverse(this CSharpCompilation project) =>
        project.RemoveAllSyntaxTrees().AddSyntaxTrees(project.SyntaxTrees.Reverse());

    private static SyntaxTree Tree(this CSharpCompilation project, string file) => project.SyntaxTrees.Single(tree => tree.FilePath == file);

    private static SyntaxTree Parse(this CSharpCompilation project, string text) =>
        CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)project.SyntaxTrees[0].Options, path: "Added.cs");
}
