using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftKernels.Generator.Diagnostics.Advice;
using Xunit;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>Some members of a class, with what they call: what the advice analyzer says of them, and what becomes of them.</summary>
internal sealed class AdviceProgram(string members)
{
    private const string Surroundings = """
        public class Item { public string Name = ""; public double Score, Weight, LogLikelihood; }
        public class Vec { public float[] Data = new float[4]; }
        public class Model { public IEnumerable<Tensor> First() => null!; public float[] Run() => null!; public IEnumerable<double> Scores() => null!; }
        public class Tensor { public IEnumerable<T> AsEnumerable<T>() => null!; }
        public static class Extensions { public static IEnumerable<T> AsEnumerable<T>(this IEnumerable<Tensor> t) => null!; }
        public class Matrix
        {
            double[,] _values = new double[2, 2];
            public int Rows => 2; public int Columns => 2;
            public double this[int r, int c] { get => _values[r, c]; set => _values[r, c] = value; }
            public double Get(int r, int c) => _values[r, c];
            public void Set(int r, int c, double v) => _values[r, c] = v;
            public Matrix Minus(double v) => this;
        }
        namespace UnityEngine { public static class Mathf { public static float Exp(float x) => MathF.Exp(x); public static float Max(params float[] x) => x.Max(); } }
        """;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);
    private static readonly CSharpCompilationOptions s_options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Disable);

    private string Text { get; init; } = $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using UnityEngine;

        public class C
        {
            {{members}}
        }

        {{Surroundings}}
        """;

    /// <summary>The programs of a file, by name.</summary>
    public static IEnumerable<(string Name, string Members)> All(string file)
    {
        using StreamReader reader = new(typeof(AdviceProgram).Assembly.GetManifestResourceStream(file)!);
        string[] programs = reader.ReadToEnd().Split("=== ", StringSplitOptions.RemoveEmptyEntries);
        return [.. programs.Select(program => program.Split('\n', 2)).Select(parts => (parts[0].Trim(), parts[1].Trim()))];
    }

    /// <summary>What is reported. The program has to compile, and the analyzer not to throw.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics() => await Diagnostics(Compile());

    /// <summary>The program after the first fix that is offered, or <see langword="null"/> where none is.</summary>
    public async Task<AdviceProgram?> Mended(CodeFixProvider fix)
    {
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Advice", "Advice", LanguageNames.CSharp, compilationOptions: s_options, parseOptions: s_parse, metadataReferences: Consumer.References));
        Document document = project.AddDocument("Source.cs", Text);
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        foreach (Diagnostic diagnostic in await Diagnostics(compilation))
        {
            List<CodeAction> actions = [];
            if (fix.FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
            }

            if (actions.Count > 0)
            {
                var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
                Solution solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
                return new(members) { Text = (await solution.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString() };
            }
        }

        return null;
    }

    private CSharpCompilation Compile()
    {
        var compilation = CSharpCompilation.Create("Advice" + Interlocked.Increment(ref s_count), [CSharpSyntaxTree.ParseText(Text, s_parse)], Consumer.References, s_options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic}\n{Text}"));
        return compilation;
    }

    public override string ToString() => Text;

    private static int s_count;

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Compilation compilation)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return await compilation.WithAnalyzers([new AdviceAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
