using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>
/// What the methods of a program's class <c>C</c> compute, before a fix and after it: over ordinary rows, a single value and none; with every further
/// buffer as long as the row, longer, and the same as it. Results and what is left in the arguments must be equal where the old code did not throw.
/// </summary>
internal static partial class Behaviour
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);
    private static readonly CSharpCompilationOptions s_options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    private static readonly (int Values, int More, bool IsShared)[] s_inputs =
        [.. from values in (int[])[3, 9, 1, 0] from variant in (int[])[0, 1, 2] select (values, variant == 1 ? 3 : 0, variant == 2)];

    /// <param name="before">The program with its marks.</param>
    /// <param name="after">What the fix made of it.</param>
    /// <param name="isRestZero">Whether a longer buffer's further values are 0, instead of any.</param>
    /// <returns>How many methods were run.</returns>
    public static int AssertSame(string before, string after, bool isRestZero = false)
    {
        string text = Mark().Replace(before, "").Replace("|}", "", StringComparison.Ordinal);
        CSharpCompilation compilation = Compile(text);
        IMethodSymbol[] methods = [.. compilation.GetTypeByMetadataName("C")!.GetMembers().OfType<IMethodSymbol>().Where(IsRun)];
        string wrappers = string.Concat(methods.Select(Wrapper));
        Type old = Load(text, wrappers);
        Type mended = Load(after, wrappers);
        int runs = 0;
        foreach (var (method, input) in from place in Enumerable.Range(0, methods.Length) from input in s_inputs select (Name(place), input))
        {
            Arguments given = Arguments.For(old.GetMethod(method)!, input.Values, input.More, input.IsShared, isRestZero);
            Arguments afterwards = Arguments.For(mended.GetMethod(method)!, input.Values, input.More, input.IsShared, isRestZero);
            if (given.Run(old.GetMethod(method)!) is not { } expected)
            {
                continue;
            }

            runs++;
            object?[]? actual = afterwards.Run(mended.GetMethod(method)!);
            Assert.True(actual is not null && Numbers.AreClose(expected, actual, given.Tolerance) && Numbers.AreClose(given.Values, afterwards.Values, given.Tolerance),
                $"""
                {input.Values} values, {input.More} more, shared: {input.IsShared}: not the same before and after
                {Numbers.Text(expected)}; {Numbers.Text(given.Values)}
                {Numbers.Text(actual)}; {Numbers.Text(afterwards.Values)}
                {text}
                {after}
                """);
        }

        Assert.True(runs > 0 || methods.Length == 0, $"The old code throws at whatever it is given.\n{text}");
        return methods.Length;
    }

    private static bool IsRun(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false }
        && !method.ReturnType.IsRefLikeType
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && Arguments.Supports(Passed(parameter.Type)));

    private static string Name(int place) => $"Run{place}";

    private static string Wrapper(IMethodSymbol method, int place)
    {
        string parameters = string.Join(", ", method.Parameters.Select(parameter => $"{Passed(parameter.Type)} {parameter.Name}"));
        string call = $"{(method.IsStatic ? "C" : "new C()")}.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.Name))})";
        return $"public static object {Name(place)}({parameters}) {(method.ReturnsVoid ? $"{{ {call}; return null; }}" : $"=> {call};")}\n";
    }

    /// <summary>Nothing holds a span but the stack: an array is passed instead, which becomes one.</summary>
    private static string Passed(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments: [var element] }
        ? $"{element.ToDisplayString()}[]"
        : type.ToDisplayString();

    private static Type Load(string text, string wrappers)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(text, options: s_parse);
        int end = root.DescendantNodes().OfType<ClassDeclarationSyntax>().First(type => type.Identifier.ValueText == "C").CloseBraceToken.SpanStart;
        using MemoryStream image = new();
        Assert.True(Compile(text.Insert(end, wrappers)).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return Assembly.Load(image.ToArray()).GetType("C")!;
    }

    private static CSharpCompilation Compile(string text)
    {
        var compilation = CSharpCompilation.Create("Program" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(text, s_parse)], Consumer.References, s_options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic}\n{text}"));
        return compilation;
    }

    [GeneratedRegex(@"\{\|[^|:]*:")]
    private static partial Regex Mark();
}
