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
    [InlineData("double s = x.Sum(v => Math.Exp(v)); return Math.Exp(x[0]) * (y[0] / s);")]
    [InlineData("double s = x.Sum(v => Math.Exp(v)); double w = y[0] / s; return Math.Exp(x[0]) * w;")]
    public Task Other_sums_and_shifted_ones_are_left_alone(string body) => Check.IsSilent(Program(body));

    /// <summary>Its values are small, whatever it is given.</summary>
    [Theory]
    [InlineData("Math.Clamp(v, -9, 9)")]
    [InlineData("Math.Tanh(v)")]
    [InlineData("Math.Sin(v)")]
    [InlineData("Math.Cos(v)")]
    [InlineData("Math.Atan(v)")]
    public Task What_a_function_bounds_is_left_alone(string bounded) =>
        Check.IsSilent(Program($"double s = 0; foreach (var v in x) {{ s += Math.Exp({bounded}); }} return Math.Log(s);"));

    /// <summary>A name that says so is believed, in every spelling there is.</summary>
    [Theory]
    [InlineData("shiftedValues")]
    [InlineData("rowCentered")]
    [InlineData("centred")]
    [InlineData("normalised")]
    [InlineData("xMinusMax")]
    [InlineData("stableLogits")]
    [InlineData("stabilized")]
    [InlineData("subtracted")]
    [InlineData("clamped")]
    [InlineData("clipped")]
    [InlineData("offsetValues")]
    [InlineData("rebased")]
    [InlineData("boundedValues")]
    [InlineData("xMinusMean")]
    [InlineData("standardized")]
    [InlineData("whitened")]
    [InlineData("zScores")]
    [InlineData("logProbs")]
    [InlineData("log_p")]
    [InlineData("classLogs")]
    [InlineData("ln")]
    [InlineData("nll")]
    [InlineData("logLik")]
    public Task A_name_that_tells_of_small_values_is_believed(string name) => Check.IsSilent(Program($"double[] {name} = x; return Math.Log({name}.Sum(v => Math.Exp(v)));"));

    [Theory]
    [InlineData("unshifted")]
    [InlineData("unstable")]
    [InlineData("unnormalized")]
    [InlineData("unclipped")]
    [InlineData("logits")]
    [InlineData("catalog")]
    [InlineData("values")]
    public Task Another_name_is_not(string name) => Check.Reports(Program($"double[] {name} = x; return Math.Log({name}.Sum(v => {{|SK2001:Math.Exp(v)|}}));"));

    /// <summary>Who names a maximum and subtracts it knows what to do.</summary>
    [Theory]
    [InlineData("max")]
    [InlineData("largest")]
    [InlineData("peak")]
    [InlineData("highest")]
    [InlineData("biggest")]
    [InlineData("greatest")]
    [InlineData("supremum")]
    public Task A_maximum_is_known_by_its_name(string name) => Check.IsSilent(Program($"double {name} = y[0]; y[0] = x[0] - {name}; return Math.Log(x.Sum(v => Math.Exp(v)));"));

    [Theory]
    [InlineData("softmaxes")]
    [InlineData("argmaxes")]
    [InlineData("hardmaxes")]
    [InlineData("sparsemaxes")]
    [InlineData("mean")]
    public Task What_is_called_after_a_maximum_is_none(string name) => Check.Reports(Program($"double {name} = y[0]; y[0] = x[0] - {name}; return Math.Log(x.Sum(v => {{|SK2001:Math.Exp(v)|}}));"));

    [Theory]
    [InlineData("random")]
    [InlineData("rng")]
    [InlineData("uniform")]
    public Task A_draw_is_known_by_its_name(string name) => Check.Reports(Program($"double {name} = y[0]; double s = x.Sum(v => {{|SK2001:Math.Exp(v)|}}); return {name} * s;"));

    [Fact]
    public Task Another_factor_is_none() => Check.IsSilent(Program("double weight = y[0]; double s = x.Sum(v => Math.Exp(v)); return weight * s;"));

    /// <summary>Constants that are no numbers, where numbers are looked for.</summary>
    [Theory]
    [InlineData("return Math.Log(x.Sum(v => Math.Exp('a')));")]
    [InlineData("return Math.Log(x.Sum(v => Math.Exp(v + 'a' - \"b\".Length)));")]
    [InlineData("return Math.Log(x.Sum(v => Math.Exp(double.Parse(\"-a\") - 1)));")]
    [InlineData("string s = \"a\"; foreach (var v in x) { s += \"b\"; s = s + 'c' + Math.Exp(v); } return Math.Log(s.Length);")]
    public Task A_constant_may_be_text(string body) => Check.IsSilent(Program(body));

    /// <summary>The same where nothing else has answered before.</summary>
    [Theory]
    [InlineData("return Math.Log(x.Sum(v => {|SK2001:Math.Exp(v + 'a')|}));")]
    [InlineData("return Math.Log(x.Sum(v => {|SK2001:Math.Exp(v + double.Parse(\"a\"))|}));")]
    [InlineData("bool one = n > 2; one = true; return Math.Log(x.Sum(v => {|SK2001:Math.Exp(v + Convert.ToDouble(one))|}));")]
    public Task A_constant_that_is_no_number_bounds_nothing(string body) => Check.Reports(Program(body));

    /// <summary>What calls itself, or is declared by itself, comes to an end.</summary>
    [Theory]
    [InlineData("double E(double v) => v > 0 ? E(v) : Math.Exp(v); return E(x[0]) / 2;")]
    [InlineData("double E(double v) => F(v); double F(double v) => E(v); return Math.Log(E(Math.Exp(n)));")]
    [InlineData("double E(double v) => E(v) * E(v) * E(v); return Math.Exp(x[0]) * E(x[0]);")]
    [InlineData("double E(double v) => E(v) + E(v) + E(v) / E(v); return Math.Exp(x[0]) + E(x[0]);")]
    [InlineData("double E(double v) => x.Sum(u => E(u)) / E(v) * x.Select(u => E(u)).Max(); return Math.Exp(x[0]) * E(x[0]);")]
    [InlineData("Func<double, double> f = null; f = v => f(f(v)) * f(v); return Math.Exp(x[0]) * f(x[0]);")]
    [InlineData("double E(double v) => E(v); return Math.Log(x.Sum(u => Math.Exp(E(u))));")]
    [InlineData("double E(double v) => n > 0 ? F(v) : v; double F(double v) => E(v) + E(v); return Math.Log(x.Sum(u => Math.Exp(E(u))));")]
    [InlineData("double s = s + s, t = t * s; foreach (var v in v) { s += s = t; t = t / s; } return Math.Exp(s) * s;")]
    [InlineData("x = x; y = x; x = y; double a = y[0], b = a; a = b; b = a; return Math.Exp(a) * b;")]
    public Task Circles_come_to_an_end(string body) => Check.IsSilentOnErrors(Program(body));

    /// <summary>Somebody else wrote it.</summary>
    [Theory]
    [InlineData(LogSumExp)]
    [InlineData("{|#0:TensorPrimitives.SoftMax<double>|}(x, y); return 0;")]
    public Task Generated_code_is_left_alone(string body) => Check.IsSilent("// <auto-generated/>\n" + Program(body.Replace("{|#0:", "").Replace("|}", "")));

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
