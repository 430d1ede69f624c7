using System.Threading.Tasks;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Advice.AdviceAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK2001: what is found and what is not.</summary>
public sealed class HandWrittenTests
{
    private const string LogSumExp = "double sum = 0; foreach (double v in x) { sum += {|#0:Math.Exp(v)|}; } return Math.Log(sum);";

    [Theory]
    [InlineData("double s = 0; foreach (double v in x) { s += {|SK2001:Math.Exp(v)|}; } return Math.Log(s);")]
    [InlineData("double s = 0; foreach (float v in f) s += {|SK2001:MathF.Exp(v)|}; return Math.Log(s);")]
    [InlineData("double s = 0.0; for (int i = 0; i < x.Length; i++) { s = s + {|SK2001:Math.Exp(x[i])|}; } return Math.Log(s) - x[0];")]
    [InlineData("float s; s = 0; for (int i = 0; i < f.Length; ++i) { var v = f[i]; s += {|SK2001:float.Exp(v)|}; } return MathF.Log(s);")]
    [InlineData("return Math.Log(x.Sum(v => {|SK2001:Math.Exp(v)|}));")]
    [InlineData("return Math.Log(x.Sum({|SK2001:Math.Exp|}));")]
    [InlineData("return Math.Log(x.Select(v => {|SK2001:Math.Exp(v)|}).Sum());")]
    [InlineData("var s = x.Select({|SK2001:Math.Exp|}).Sum(); return Math.Log(s);")]
    [InlineData("return Math.Log(_field.Sum(v => {|SK2001:Math.Exp(v)|})) + Math.Log(Property.Sum(v => {|SK2001:Math.Exp(v)|}));")]
    [InlineData("{|SK2001:TensorPrimitives.Exp<double>(x, y)|}; return Math.Log(TensorPrimitives.Sum<double>(y));")]
    [InlineData("double s = 1; foreach (var v in x) { s += {|SK2001:Math.Exp(v)|}; } return Math.Log(s);")]
    [InlineData("double s = 0; foreach (var v in x) { s += {|SK2001:Math.Exp(v)|}; } return Math.Log(s + 1) + Math.Log(s / n);")]
    public Task SK2001_log_sum_exp(string body) => Check.Reports(Program(body));

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { y[i] = {|SK2001:Math.Exp(x[i])|}; s += y[i]; } for (int i = 0; i < n; i++) { y[i] /= s; } return 0;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { s += y[i] = {|SK2001:Math.Exp(x[i])|}; } for (int i = 0; i < n; i++) { y[i] = y[i] / s; } return 0;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { var e = {|SK2001:Math.Exp(x[i])|}; y[i] = e; s += e; } for (int i = 0; i < n; i++) { y[i] *= 1 / s; } return 0;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { s += {|SK2001:Math.Exp(x[i])|}; } for (int i = 0; i < n; i++) { y[i] = Math.Exp(x[i]) / s; } return 0;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { x[i] = {|SK2001:Math.Exp(x[i])|}; s += x[i]; } var inverse = 1.0 / s; for (int i = 0; i < n; i++) { x[i] *= inverse; } return 0;")]
    [InlineData("float s = 0; for (int i = 0; i < n; i++) { g[i] = (float){|SK2001:Math.Exp(f[i])|}; s += g[i]; } for (int i = 0; i < n; i++) { g[i] /= s; } return 0;")]
    [InlineData("double s = 0; foreach (var v in x) { s += {|SK2001:Math.Exp(v)|}; } return Math.Exp(x[n]) / s;")]
    [InlineData("var e = x.Select(v => {|SK2001:Math.Exp(v)|}).ToArray(); var s = e.Sum(); y = e.Select(v => v / s).ToArray(); return 0;")]
    [InlineData("var e = x.Select({|SK2001:Math.Exp|}).ToList(); double s = e.Sum(); for (int i = 0; i < n; i++) { y[i] = e[i] / s; } return 0;")]
    [InlineData("y = x.Select(v => Math.Exp(v) / x.Sum(u => {|SK2001:Math.Exp(u)|})).ToArray(); return 0;")]
    [InlineData("var softmax = new double[n]; double s = 0; for (int i = 0; i < n; i++) { softmax[i] = {|SK2001:Math.Exp(x[i])|}; s += softmax[i]; } for (int i = 0; i < n; i++) { softmax[i] /= s; } return 0;")]
    [InlineData("{|SK2001:TensorPrimitives.Exp<double>(x, y)|}; TensorPrimitives.Divide(y, TensorPrimitives.Sum<double>(y), y); return 0;")]
    [InlineData("var row = rows[n]; double s = 0; foreach (var v in row) { s += {|SK2001:Math.Exp(v)|}; } return Math.Exp(row[0]) / s;")]
    [InlineData("double s = 0; foreach (var v in x) { s += {|SK2001:Math.Exp(v)|}; } return Math.Exp(y[0]) / s;")]
    public Task SK2001_softmax(string body) => Check.Reports(Program(body));

    [Theory]
    [InlineData("double s = 0; foreach (var v in x) { s += v * v; } return Math.Log(s) + x[0] / s;")]
    [InlineData("return 1 / (1 + Math.Exp(-x[0])) + Math.Exp(x[0]) / (1 + Math.Exp(x[0])) + Math.Log(1 + Math.Exp(x[0]));")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(v); } return s;")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(v); } return s / n + x[0] / s;")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(v); } return s * Math.Log(n);")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(v); s += v; } return Math.Log(s);")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(v) * v; } return Math.Log(s);")]
    [InlineData("double m = x.Max(), s = 0; foreach (var v in x) { s += Math.Exp(v - m); } return m + Math.Log(s);")]
    [InlineData("double m = x.Max(), s = 0; for (int i = 0; i < n; i++) { y[i] = Math.Exp(x[i] - m); s += y[i]; } for (int i = 0; i < n; i++) { y[i] /= s; } return 0;")]
    [InlineData("double m = x.Max(), s = 0; for (int i = 0; i < n; i++) { var d = x[i] - m; s += Math.Exp(d); } return m + Math.Log(s);")]
    [InlineData("double m = x.Max(), s = 0; for (int i = 0; i < n; i++) { x[i] -= m; } foreach (var v in x) { s += Math.Exp(v); } return m + Math.Log(s);")]
    [InlineData("double m = x.Max(); for (int i = 0; i < n; i++) { y[i] = x[i] - m; } return m + Math.Log(y.Sum(v => Math.Exp(v)));")]
    [InlineData("double m = x.Max(); var z = x.Select(v => v - m).ToArray(); return m + Math.Log(z.Sum(v => Math.Exp(v)));")]
    [InlineData("double m = x.Max(); return m + Math.Log(x.Select(v => v - m).Sum(v => Math.Exp(v)));")]
    [InlineData("double m = x.Max(); return m + Math.Log(x.Sum(v => Math.Exp(v - m)));")]
    [InlineData("SubtractMaximum(x); return Math.Log(x.Sum(v => Math.Exp(v)));")]
    [InlineData("var z = Shift(x); return Math.Log(z.Sum(v => Math.Exp(v)));")]
    [InlineData("x = Shift(x); return Math.Log(x.Sum(v => Math.Exp(v)));")]
    [InlineData("return Math.Log(shifted.Sum(v => Math.Exp(v)));")]
    [InlineData("TensorPrimitives.Subtract(x, TensorPrimitives.Max<double>(x), y); TensorPrimitives.Exp<double>(y, y); TensorPrimitives.Divide(y, TensorPrimitives.Sum<double>(y), y); return 0;")]
    [InlineData("TensorPrimitives.Exp<double>(x, y); return TensorPrimitives.Sum<double>(y) / n;")]
    [InlineData("return Math.Log(Enumerable.Range(0, n).Sum(v => Math.Exp(v)));")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(v); } Change(ref s); return Math.Log(s);")]
    [InlineData("double s = 0, t = 0; foreach (var v in x) { s += Math.Exp(v); t += Math.Exp(v) * v; } return t / s;")]
    [InlineData("double s = 0; foreach (var v in x) { s += Math.Exp(Math.Min(v, 80)); } return Math.Log(s);")]
    public Task Other_sums_and_shifted_ones_are_left_alone(string body) => Check.IsSilent(Program(body));

    [Fact]
    public Task The_message_says_what_where_and_how_to_mend_it() => Check.Reports(
        Rule.UnstableByHand,
        Program(LogSumExp),
        "This log-sum-exp exponentiates without subtracting the maximum, so values above 709.7 overflow to infinity and NaN: call 'SoftMath.LogSumExp', which is stable");

    [Theory]
    [InlineData("float s = 0; foreach (var v in f) { s += (float){|#0:Math.Exp(v)|}; } return Math.Log(s);")]
    [InlineData("float s = 0; foreach (var v in f) { s = (float)(s + {|#0:Math.Exp(v)|}); } return Math.Log(s);")]
    [InlineData("float s = 0; foreach (var v in f) { var e = {|#0:Math.Exp(v)|}; s += (float)e; } return Math.Log(s);")]
    [InlineData("return Math.Log(f.Sum(v => Convert.ToSingle({|#0:Math.Exp(v)|})));")]
    [InlineData("return Math.Log(f.Sum(v => (float)({|#0:Math.Pow(Math.E, v)|})));")]
    [InlineData("float s = (float)f.Sum(v => {|#0:Math.Exp(v)|}); return Math.Log(s);")]
    public Task What_is_cast_to_float_overflows_there(string body) => Check.Reports(
        Rule.UnstableByHand,
        Program(body),
        "This log-sum-exp exponentiates without subtracting the maximum, so values above 88.7 overflow to infinity and NaN: call 'SoftMath.LogSumExp', which is stable");

    [Fact]
    public Task A_lambda_without_parameters_is_read_too() => Check.IsSilent(
        "class C { System.Func<float> G(float a) => () => { float v; v = a; return System.MathF.Exp(v) / 3; }; }");

    [Theory]
    [InlineData("dotnet_diagnostic.SK2001.severity = none")]
    public Task It_is_switched_off_by_a_line_in_editorconfig(string line) => Check.IsSilentUnder(line, Program(Unmarked));

    [Fact]
    public Task Without_the_package_nothing_is_said() => Check.IsSilentWithoutPackage(Program(Unmarked));

    private static string Unmarked => LogSumExp.Replace("{|#0:", "").Replace("|}", "");

    private static string Program(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics.Tensors;

        class C
        {
            double[] _field = [1];
            double[] Property => _field;

            void SubtractMaximum(double[] x) { }
            double[] Shift(double[] x) => x;
            void Change(ref double s) { }

            double M(double[] x, double[] y, double[] shifted, double[][] rows, float[] f, float[] g, List<double> list, int n)
            {
                {{body}}
            }
        }
        """;
}
