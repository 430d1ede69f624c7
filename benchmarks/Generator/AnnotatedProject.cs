using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using static System.FormattableString;

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

    public static CSharpCompilation Create(int types, int annotated) =>
        Create(Enumerable.Range(0, types).Select(index => Parse(FileName(index), Source(index, index < annotated))));

    /// <summary>One type with these operations of one size.</summary>
    public static CSharpCompilation OneType(int size, bool isDouble, SoftOperations operations)
    {
        string attribute = Invariant($"[SoftKernels.SoftKernel(Size = {size}, ElementType = typeof({(isDouble ? "double" : "float")}), Operations = (SoftKernels.SoftOperations){(int)operations})]");
        return Create([Parse(FileName(0), Source(0, attribute))]);
    }

    /// <summary>Writes the files of a project for compilers outside.</summary>
    /// <param name="folder">It is created.</param>
    /// <param name="types">One a file.</param>
    /// <param name="annotated">So many of them have kernels.</param>
    /// <param name="prefix">Of the types' names: a server remembers what it has compiled.</param>
    public static void Write(string folder, int types, int annotated, string prefix = "")
    {
        Directory.CreateDirectory(folder);
        for (int index = 0; index < types; index++)
        {
            File.WriteAllText(Path.Combine(folder, FileName(index)), Source(index, index < annotated, prefix));
        }
    }

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

    private static CSharpCompilation Create(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Project",
        trees,
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

    private static SyntaxTree Parse(string file, string source) => CSharpSyntaxTree.ParseText(source, ParseOptions, file);

    private static string FileName(int index) => Invariant($"Kernels{index:D4}.cs");

    private static string Source(int index, bool isAnnotated, string prefix = "") =>
        Source(index, isAnnotated ? Invariant($"[SoftKernels.SoftKernel(Size = {ValuesInRow})]") : "", prefix);

    private static string Source(int index, string attribute, string prefix = "") =>
        Invariant($"namespace Project {{ {attribute} public static partial class {prefix}Kernels{index:D4} {{ static int Next(int x) {{ {Body}; }} }} }}");
}
