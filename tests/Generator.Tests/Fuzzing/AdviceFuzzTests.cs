using System;
using System.Text;
using System.Threading.Tasks;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Fuzzing;

/// <summary>Programs in the shapes of softmax by hand, mixed at random, many of which don't compile: no analyzer throws on any.</summary>
public sealed class AdviceFuzzTests
{
    private const int Programs = 300;

    private static readonly string[] s_expressions =
    [
        "x", "x[i]", "y[i]", "s", "m", "v", "Math.Exp(#)", "MathF.Exp((float)#)", "Math.Pow(Math.E, #)", "Math.Log(#)", "# / #", "# * #", "# - #", "-#", "# + #", "1 / #", "(float)#", "(# > # ? # : #)",
        "x.Sum(v => #)", "x.Select(v => #).ToArray()", "x.Select(Math.Exp)", "x.Aggregate(0.0, (a, b) => #)", "x.Max()", "Array.ConvertAll(x, Math.Exp)", "x.AsSpan(1)", "x[1..]", "x?.Sum()", "f(#)",
        "new { E = # }", "(#, #)", "new[] { # }", "[.. x, #]", "(y[i] = #)", "Local(#)", "((Func<double>)(() => #))()", "((Func<double>)(() => { double q; q = #; return Math.Exp(q) / 3; }))()",
        "nameof(x)", "default", "null", "this", "stackalloc double[2]", "random.NextDouble() * #", "x switch { null => #, _ => # }", "throw null", "x.Exp()", "Math.Exp()", "Math.Exp(1, 2)", "Math.Pow()",
    ];

    private static readonly string[] s_statements =
    [
        "double s = #;", "s += #;", "s -= #;", "s /= #;", "s *= #;", "y[i] = #;", "y[i] /= #;", "x[i] -= #;", "var a = x; a[i] -= #;", "ref double r = ref x[i]; r = #;", "(x[0], s) = (#, #);", "var (p, q) = #;",
        "for (int i = 0; i < x.Length; i++) { $ }", "foreach (var v in #) { $ }", "foreach (ref var v in x.AsSpan()) { $ }", "if (# > #) { $ }", "while (# > 0) { $ }", "{ $ $ }", "return #;", "double Local(double k) { $ return #; }",
        "Func<double, double> f = v => #;", "Func<double> g = () => { double v; v = #; return Math.Exp(v) / 3; };", "Normalize(#);", "list.Add(#);", "unsafe { fixed (double* p = x) { p[i] -= #; *p = #; } }",
        "TensorPrimitives.SoftMax(x, y);", "Tensor.SoftMax(x);", "x = x; y = x; x = y;", "s = s = s;", "var c = c + #;", "try { $ } catch (Exception e) when (# > 0) { $ }", "using (var u = #) { $ }", "yield return #;", "lock (x) { $ }", "goto end; end: $",
    ];

    [Fact]
    public async Task No_analyzer_throws()
    {
        for (int seed = 0; seed < Programs; seed++)
        {
            Random random = new(seed);
            string text = $$"""
                using System; using System.Collections.Generic; using System.Linq; using System.Numerics.Tensors;
                class C
                {
                    Func<float> G(float a) => () => { float v; v = a; return MathF.Exp(v) / 3; };
                    double F = {{Grow("#", random, 4)}};
                    object this[int i] => {{Grow("#", random, 4)}};
                    double M(double[] x, double[] y, double m, List<double> list, Random random, int i) { {{Grow("$ $ $ $ $", random, 6)}} }
                    C() : this({{Grow("#", random, 3)}}) { {{Grow("$", random, 4)}} }
                    C(object o) { }
                }
                {{Grow(random.Next(3) == 0 ? "$" : "", random, 4)}}
                """;
            try
            {
                await RuleCheck.Diagnostics(Consumer.Net80.Compile(text));
            }
            catch (InvalidOperationException failure)
            {
                Assert.Fail($"Seed {seed}: {failure}\n{text}");
            }
        }
    }

    private static string Grow(string pattern, Random random, int depth)
    {
        StringBuilder text = new();
        foreach (char c in pattern)
        {
            text.Append(c switch
            {
                '#' => Grow(depth <= 0 ? "x[i]" : s_expressions[random.Next(s_expressions.Length)], random, depth - 1),
                '$' => Grow(depth <= 0 ? "s += Math.Exp(x[i]);" : s_statements[random.Next(s_statements.Length)], random, depth - 1),
                _ => c,
            });
        }

        return text.ToString();
    }
}
