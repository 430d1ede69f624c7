using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<SoftKernels.Generator.Diagnostics.Advice.AdviceAnalyzer, SoftKernels.CodeFixes.ByHandFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK2001: what becomes of it.</summary>
public sealed class ByHandFixTests
{
    [Fact]
    public Task Two_loops_become_a_call() => Check.MendsAndComputesTheSame(
        """
        using System;

        class C
        {
            static float[] Softmax(float[] logits)
            {
                var result = new float[logits.Length];
                // The probabilities.
                float sum = 0;
                for (int i = 0; i < logits.Length; i++)
                {
                    result[i] = {|SK2001:MathF.Exp(logits[i])|};
                    sum += result[i];
                }

                for (int i = 0; i < logits.Length; i++)
                {
                    result[i] /= sum;
                }

                return result;
            }
        }
        """,
        """
        using System;
        using SoftKernels;

        class C
        {
            static float[] Softmax(float[] logits)
            {
                var result = new float[logits.Length];
                // The probabilities.
                SoftMath.Softmax(logits, result);

                return result;
            }
        }
        """,
        LanguageVersion.CSharp7_3);

    [Theory]
    [InlineData(
        "double s = 0; for (int i = 0; i < x.Length; i++) { s += y[i] = {|SK2001:Math.Exp(x[i])|}; } for (int i = 0; i < x.Length; ++i) y[i] = y[i] / s; return 0;",
        "SoftMath.Softmax(x, y.AsSpan(0, x.Length)); return 0;")]
    [InlineData(
        "double s = 0; for (int i = 0; i < n; i++) { var e = {|SK2001:Math.Exp(x[i])|}; y[i] = e; s += e; } for (int i = 0; i < n; i++) { y[i] /= s; } return 0;",
        "SoftMath.Softmax(x.AsSpan(0, n), y.AsSpan(0, n)); return 0;")]
    [InlineData(
        "double s = 0; for (int i = 0; i < x.Length; i++) { x[i] = {|SK2001:Math.Exp(x[i])|}; s += x[i]; } for (int i = 0; i < x.Length; i++) { x[i] /= s; } return 0;",
        "SoftMath.Softmax(x, x); return 0;")]
    [InlineData(
        "n = Math.Min(2, n); double s = 0; for (int i = 0; i < n; i++) { x[i] = {|SK2001:Math.Exp(x[i])|}; s += x[i]; } for (int i = 0; i < n; i++) { x[i] /= s; } return 0;",
        "n = Math.Min(2, n); SoftMath.Softmax(x.AsSpan(0, n), x.AsSpan(0, n)); return 0;")]
    [InlineData(
        "double s = 0; for (int i = 0; i < x.Length; i++) { s += {|SK2001:Math.Exp(x[i])|}; } for (int i = 0; i < x.Length; i++) { span[i] = Math.Exp(x[i]) / s; } return 0;",
        "SoftMath.Softmax(x, span.Slice(0, x.Length)); return 0;")]
    [InlineData(
        "{|SK2001:TensorPrimitives.Exp<double>(x, x)|}; TensorPrimitives.Divide(x, TensorPrimitives.Sum<double>(x), x); return 0;",
        "SoftMath.Softmax(x, x); return 0;")]
    [InlineData(
        "var e = new double[x.Length]; {|SK2001:TensorPrimitives.Exp<double>(x, e)|}; var s = TensorPrimitives.Sum<double>(e); TensorPrimitives.Divide(e, s, e); return e[0];",
        "var e = new double[x.Length]; SoftMath.Softmax(x, e); return e[0];")]
    [InlineData(
        "double s = 0; foreach (var v in x) { s += {|SK2001:Math.Exp(v)|}; } return 1 + Math.Log(s);",
        "return 1 + SoftMath.LogSumExp(x);")]
    [InlineData(
        "double s = 0; for (int i = 0; i < n; i++) s += {|SK2001:Math.Exp(span[i])|}; return Math.Log(s);",
        "return SoftMath.LogSumExp(span.Slice(0, n));")]
    [InlineData("return Math.Log(list.Sum(v => {|SK2001:Math.Exp(v)|}));", "return SoftMath.LogSumExp(list.ToArray());")]
    [InlineData("return Math.Log(list.Sum(v => {|SK2001:Math.Exp(v / n)|}));", "return SoftMath.LogSumExp(list.Select(v => v / n).ToArray());")]
    [InlineData("return Math.Log(x.Sum(v => {|SK2001:Math.Exp(v)|}));", "return SoftMath.LogSumExp(x);")]
    [InlineData("return Math.Log(x.Select({|SK2001:Math.Exp|}).Sum());", "return SoftMath.LogSumExp(x);")]
    [InlineData("var s = f.Sum(v => {|SK2001:MathF.Exp(v)|}); return MathF.Log(s);", "return SoftMath.LogSumExp(f);")]
    public Task SoftMath_is_called_instead(string body, string mended) => Check.MendsAndComputesTheSame(Program(body), Program(mended).Replace("using System.Numerics.Tensors;", "using System.Numerics.Tensors;\nusing SoftKernels;"));

    [Fact]
    public Task Comments_stay_and_several_are_mended_at_once() => Check.MendsAndComputesTheSame(
        """
        using System;
        using System.Linq;

        class C
        {
            double First(double[] x)
            {
                // The smooth maximum.
                double sum = 0;
                foreach (double v in x)
                {
                    sum += {|SK2001:Math.Exp(v)|};
                }

                return Math.Log(sum);
            }

            double Second(double[] x, double[] y) =>
                Math.Log(x.Sum(v => {|SK2001:Math.Exp(v)|})) - /* less */ Math.Log(y.Sum({|SK2001:Math.Exp|}));
        }
        """,
        """
        using System;
        using System.Linq;
        using SoftKernels;

        class C
        {
            double First(double[] x)
            {
                // The smooth maximum.
                return SoftMath.LogSumExp(x);
            }

            double Second(double[] x, double[] y) =>
                SoftMath.LogSumExp(x) - /* less */ SoftMath.LogSumExp(y);
        }
        """);

    [Theory]
    [InlineData("double s = 0; foreach (var v in x) { s += {|SK2001:Math.Exp(v)|}; } return s + Math.Log(s);")]
    [InlineData("double s = 0; for (int i = 1; i < x.Length; i++) { s += {|SK2001:Math.Exp(x[i])|}; } return Math.Log(s);")]
    [InlineData("double s = 0; for (int i = 0; i < n - 1; i++) { s += {|SK2001:Math.Exp(x[i + 1])|}; } return Math.Log(s);")]
    [InlineData("double s = 0; foreach (var v in x) { if (v > 0) { s += {|SK2001:Math.Exp(v)|}; } } return Math.Log(s);")]
    [InlineData("float result = MathF.Log((float)x.Sum(v => {|SK2001:Math.Exp(v)|})); return result;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { y[i] = {|SK2001:Math.Exp(x[i])|}; s += y[i]; } for (int i = 0; i < n; i++) { y[i] /= s; } return s;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { y[i] = {|SK2001:Math.Exp(x[i])|}; s += y[i]; } Use(y); for (int i = 0; i < n; i++) { y[i] /= s; } return 0;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { y[i] = {|SK2001:Math.Exp(x[i])|}; s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } return 0;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { y[i] = {|SK2001:Math.Exp(x[i])|}; s += y[i]; list.Add(s); } for (int i = 0; i < n; i++) { y[i] /= s; } return 0;")]
    [InlineData("{|SK2001:TensorPrimitives.Exp<double>(x, y)|}; Use(y); TensorPrimitives.Divide(y, TensorPrimitives.Sum<double>(y), y); return 0;")]
    public Task Where_something_else_depends_on_it_no_fix_is_offered(string body) => Check.OffersNothing(Program(body));

    private static string Program(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics.Tensors;

        class C
        {
            void Use(ReadOnlySpan<double> values) { }

            double M(double[] x, double[] y, Span<double> span, float[] f, List<double> list, int n)
            {
                {{body}}
            }
        }
        """;
}
