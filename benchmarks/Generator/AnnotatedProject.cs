using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SoftKernels.Benchmarks.Generator;

/// <summary>A project with one type a file, each with all six operations for one size.</summary>
internal static class AnnotatedProject
{
    private const int ValuesInRow = 10;
    private const string Body = "return x + 1";

    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, preprocessorSymbols: ["NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(SoftKernelAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Create(int types, int annotated) => CSharpCompilation.Create(
        "Project",
        Enumerable.Range(0, types).Select(index => Parse(index, index < annotated)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

    /// <summary>One character typed into the body of a method of an annotated type: no kernel changes.</summary>
    public static CSharpCompilation TypeInBody(CSharpCompilation project) => Insert(project, Body.Length, "1");

    /// <summary>One member declared in an annotated type: no kernel changes, but it might have clashed.</summary>
    public static CSharpCompilation Declare(CSharpCompilation project) => Insert(project, 0, "}static void Member(){");

    private static CSharpCompilation Insert(CSharpCompilation project, int offset, string text)
    {
        SyntaxTree tree = project.SyntaxTrees[project.SyntaxTrees.Length / 2];
        SourceText before = tree.GetText();
        int place = before.ToString().IndexOf(Body, StringComparison.Ordinal) + offset;
        return project.ReplaceSyntaxTree(tree, tree.WithChangedText(before.WithChanges(new TextChange(new TextSpan(place, 0), text))));
    }

    private static SyntaxTree Parse(int index, bool isAnnotated)
    {
        string attribute = isAnnotated ? $"[SoftKernels.SoftKernel(Size = {ValuesInRow})]" : "";
        return CSharpSyntaxTree.ParseText(
            FormattableString.Invariant($"namespace Project {{ {attribute} public static partial class Kernels{index:D4} {{ static int Next(int x) {{ {Body}; }} }} }}"),
            ParseOptions,
            FormattableString.Invariant($"Kernels{index:D4}.cs"));
    }
}
