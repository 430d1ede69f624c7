using System.Threading.Tasks;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Calls.CallAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK1001 and SK1002 of calls with masks.</summary>
public sealed class MaskCallTests
{
    [Theory]
    [InlineData("K.MaskedSoftmax4({|SK1001:new float[5]|}, mask, row);")]
    [InlineData("K.MaskedSoftmax4(row, {|SK1001:new bool[5]|}, row);")]
    [InlineData("K.MaskedLogSoftmax4(row, mask, {|SK1001:new float[3]|});")]
    [InlineData("K.MaskedSoftmax4({|SK1001:new float[5]|}, 7UL, row);")]
    [InlineData("K.MaskedLogSumExp4(row, {|SK1001:[true, false]|});")]
    [InlineData("K.MaskedArgMax4({|SK1001:new float[3]|}, 7UL);")]
    [InlineData("K.MaskedSoftmax4Rows({|SK1001:new float[9]|}, mask, row);")]
    [InlineData("K.MaskedSoftmax4Rows(new float[8], {|SK1001:new bool[12]|}, row);")]
    [InlineData("K.MaskedSoftmax4Rows(row, {|SK1001:new bool[5]|}, row);")]
    [InlineData("K.MaskedSoftmax4Rows(new float[8], new ulong[2], {|SK1001:new float[4]|});")]
    [InlineData("K.MaskedArgMax4Rows(new float[8], {|SK1001:new ulong[3]|}, new int[2]);")]
    [InlineData("K.MaskedLogSumExp4Rows(new float[8], 7UL, {|SK1001:new float[3]|});")]
    public Task A_length_is_known_and_does_not_fit(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.MaskedSoftmax4(given.AsSpan(0, 4), mask, {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.MaskedSoftmax4Rows(given.AsSpan(0, 8), 7UL, {|SK1002:given.AsSpan(4, 8)|});")]
    [InlineData("K.MaskedLogSoftmax(given.AsSpan(0, 4), mask, {|SK1002:given.AsSpan(1, 4)|});")]
    [InlineData("SoftMath.MaskedSoftmax(given.AsSpan(0, 4), 7UL, {|SK1002:given.AsSpan(1, 4)|});")]
    public Task Arguments_overlap(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.MaskedSoftmax4(row, mask, row); K.MaskedSoftmax4(new float[4], new bool[4], new float[4]); K.MaskedSoftmax4(row, 7UL, row);")]
    [InlineData("K.MaskedSoftmax4Rows(new float[8], new bool[4], new float[8]); K.MaskedSoftmax4Rows(new float[8], new bool[8], new float[8]);")]
    [InlineData("K.MaskedArgMax4Rows(new float[8], 7UL, new int[2]); K.MaskedArgMax4Rows(new float[8], new ulong[2], new int[2]);")]
    [InlineData("K.MaskedSoftmax(new float[5], new bool[5], new float[5]); SoftMath.MaskedSoftmaxRows(new float[6], new bool[3], new float[6], 3);")]
    public Task What_fits_is_accepted(string statements) => Check.IsSilent(Program(statements));

    [Fact]
    public Task The_message_says_that_a_mask_is_of_one_row_or_of_all() => Check.Reports(
        Rule.LengthDoesNotFit,
        Program("K.MaskedSoftmax4Rows(new float[8], {|#0:new bool[12]|}, row);"),
        "'K.MaskedSoftmax4Rows' takes 4 values, or as many as 'logits', in 'mask', but this argument holds 12: pass 4 or 8");

    private static string Program(string statements) => $$"""
        using System;
        using SoftKernels;

        [SoftKernel(4, Extras = SoftExtras.Mask)]
        static partial class K;

        class User
        {
            void Use(Span<float> row, ReadOnlySpan<bool> mask, float[] given)
            {
                {{statements}}
            }
        }
        """;
}
