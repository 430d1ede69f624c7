using System.Collections.Generic;
using System.Linq;
using Playground.Safety;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>Texts as long as they may be, made to break a compiler.</summary>
internal static class HostileTexts
{
    /// <summary>One that the compiler does not finish: each lambda is bound anew for every overload of those around it.</summary>
    public static string Endless { get; } =
        "using System; class C { static int G(Func<int, int> f) => 0; static long G(Func<int, long> f) => 0; static C G(Func<int, C> f) => null!; void M() { "
        + string.Concat(Enumerable.Range(0, 16).Select(i => $"G(a{i} => ")) + "0" + new string(')', 16) + "; } }";

    public static IEnumerable<(string Name, string Text)> All =>
    [
        ("parentheses", "class C { int x = " + new string('(', 9_000) + "1" + new string(')', 9_000) + "; }"),
        ("blocks", "class C { void M() " + new string('{', 9_000) + new string('}', 9_000) + "}"),
        ("generics", "class A<T>; class C { " + string.Concat(Enumerable.Repeat("A<", 6_000)) + "int" + new string('>', 6_000) + " x; }"),
        ("arrays", "class C { int" + string.Concat(Enumerable.Repeat("[]", 9_000)) + " x; }"),
        ("a long sum", "class C { int x = 1" + string.Concat(Enumerable.Repeat("+1", 9_000)) + "; }"),
        ("a long chain", "class C { C D => this; C x = new C()" + string.Concat(Enumerable.Repeat(".D", 9_000)) + "; }"),
        ("classes in classes", string.Concat(Enumerable.Repeat("class C{", 2_000)) + new string('}', 2_000)),
        ("negations", "class C { bool x = " + new string('!', 18_000) + "true; }"),
        ("attributes", string.Concat(Enumerable.Repeat("[A]", 6_000)) + "class C;"),
        ("a literal", "class C { string x = \"" + new string('x', Limits.Text - 30) + "\"; }"),
        ("a constant of 2⁴⁰ characters", "class C { const string A0 = \"x\";" + string.Concat(Enumerable.Range(1, 40).Select(i => $" const string A{i} = A{i - 1} + A{i - 1};")) + " }"),
        ("lambdas", Endless),
        ("control characters", new string('\u0001', Limits.Text)),
        ("surrogates", new string('\uD800', Limits.Text)),
        ("a size in a chain of constants", "using SoftKernels; class K { " + string.Concat(Enumerable.Range(1, 400).Select(i => $"public const int A{i} = A{i - 1} + 1; ")) + "public const int A0 = 1; } [SoftKernel(K.A400)] partial class C;"),
    ];
}
