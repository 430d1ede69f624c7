using System.Threading.Tasks;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Calls.CallAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK1001 and SK1002 where a number of values or of columns is a parameter.</summary>
public sealed class ColumnsTests
{
    [Theory]
    [InlineData("K.Softmax4Columns({|SK1001:new float[10]|}, span, n);")]
    [InlineData("K.Softmax4Columns(span, {|SK1001:new float[10]|}, n);")]
    [InlineData("K.Softmax4Columns({|SK1001:new float[16]|}, span, 3);")]
    [InlineData("K.Softmax4Columns(span, {|SK1001:new float[16]|}, columns: 3);")]
    [InlineData("K.Softmax4Columns(new float[24], {|SK1001:new float[12]|}, 3);")]
    [InlineData("K.ArgMax4Columns(new float[24], {|SK1001:new int[2]|}, 3);")]
    [InlineData("K.Max4Columns(new float[24], {|SK1001:new float[24]|}, 3);")]
    [InlineData("const int three = 3; K.Max4Columns({|SK1001:new float[20]|}, span, three);")]
    [InlineData("K.Softmax4Columns(given.AsSpan(0, 12), {|SK1002:given.AsSpan(4, 12)|}, 3);")]
    [InlineData("SoftMath.SoftmaxRows({|SK1001:new float[10]|}, span, 4);")]
    [InlineData("SoftMath.MaxRows(new float[12], {|SK1001:new float[4]|}, 4);")]
    [InlineData("SoftMath.HardMaxColumns({|SK1001:new float[16]|}, span, 4, 3);")]
    [InlineData("SoftMath.ArgMaxColumns(new double[24], {|SK1001:new int[4]|}, size: 4, columns: 3);")]
    [InlineData("SoftMath.SoftmaxColumns<Half>({|SK1001:new Half[16]|}, new Half[24], 4, 3);")]
    [InlineData("SoftMath.LogSoftmaxRows(given.AsSpan(0, 12), {|SK1002:given.AsSpan(4, 12)|}, 4);")]
    [InlineData("K.Softmax4Columns(new float[24], 2f, {|SK1001:new float[12]|}, 3);")]
    [InlineData("K.LogSumExp4Columns(new float[24], 2f, {|SK1001:new float[4]|}, 3);")]
    [InlineData("K.SoftmaxLogSumExp4Columns(new float[24], span, {|SK1001:new float[24]|}, 3);")]
    [InlineData("K.ArgMax4Columns(new float[24], new int[6], {|SK1001:new float[24]|}, 3);")]
    [InlineData("SoftMath.SoftmaxColumns({|SK1001:new float[16]|}, 2f, span, 4, 3);")]
    [InlineData("SoftMath.SoftmaxLogSumExpColumns(new float[24], span, {|SK1001:new float[4]|}, 4, 3);")]
    [InlineData("SoftMath.ArgMaxColumns(new double[24], new int[6], {|SK1001:new double[4]|}, 4, 3);")]
    [InlineData("K.Softmax4Columns(given.AsSpan(0, 12), 2f, {|SK1002:given.AsSpan(4, 12)|}, 3);")]
    [InlineData("K.SoftmaxLogSumExp4Columns(given.AsSpan(0, 12), {|SK1002:given.AsSpan(4, 12)|}, new float[3], 3);")]
    public Task What_does_not_fit_is_reported(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.Softmax4Columns(new float[24], new float[24], 3); K.Softmax4Columns(span, new float[24], n); K.ArgMax4Columns(new float[24], new int[6], 3);")]
    [InlineData("K.Softmax4Columns(given, given, n); K.Softmax4Columns(new float[0], new float[0], 3); K.Softmax4Columns(new float[16], span, n);")]
    [InlineData("K.Softmax4Columns(new float[16], span, 0); K.Softmax4Columns(new float[16], span, -3); K.Softmax4Columns(new float[16], span, int.MaxValue);")]
    [InlineData("SoftMath.SoftmaxRows(new float[12], span, 4); SoftMath.SoftmaxRows(new float[10], span, n); SoftMath.MaxRows(new float[12], new float[3], 4);")]
    [InlineData("SoftMath.SoftmaxRows(new float[10], span, 0); SoftMath.SoftmaxColumns(new float[10], span, n, 3); SoftMath.SoftmaxColumns(new float[24], span, 4, 3);")]
    [InlineData("K.Softmax4Columns(given, 2f, given, 3); K.SoftmaxLogSumExp4Columns(given, given, new float[6], 3); SoftMath.ArgMaxColumns(new float[24], new int[6], new float[6], 4, 3);")]
    public Task What_fits_or_is_not_known_is_accepted(string statements) => Check.IsSilent(Program(statements));

    [Fact]
    public Task The_message_says_what_a_block_is() => Check.Reports(
        Rule.LengthDoesNotFit,
        Program("""
            K.Softmax4Columns({|#0:new float[16]|}, span, 3);
            K.Softmax4Columns({|#1:new float[10]|}, span, n);
            K.ArgMax4Columns(new float[24], {|#2:new int[2]|}, 3);
            SoftMath.SoftmaxRows({|#3:new float[10]|}, span, 4);
            """),
        "'K.Softmax4Columns' takes a multiple of 12 values in 'logits', but this argument holds 16: pass whole blocks of 3 columns of 4 values each",
        "'K.Softmax4Columns' takes a multiple of 4 values in 'logits', but this argument holds 10: pass whole blocks of 'columns' columns of 4 values each",
        "'K.ArgMax4Columns' takes 6 values, one for each column, in 'indices', but this argument holds 2: pass exactly 6",
        "'SoftMath.SoftmaxRows' takes a multiple of 4 values in 'logits', but this argument holds 10: pass whole rows of 4 values each");

    private static string Program(string statements) => $$"""
        using System;
        using SoftKernels;

        [SoftKernel(4, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
        static partial class K;

        class User
        {
            void M(float[] given, Span<float> span, int n)
            {
                {{statements}}
            }
        }
        """;
}
