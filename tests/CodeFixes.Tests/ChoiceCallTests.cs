using System.Threading.Tasks;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Calls.CallAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK1001 and SK1002 of calls that choose: how many is the caller's choice, within limits.</summary>
public sealed class ChoiceCallTests
{
    [Theory]
    [InlineData("K.TopK4(row, {|SK1001:new int[5]|}); K.TopK4(row, {|SK1001:new int[0]|}); K.TopK4({|SK1001:new float[5]|}, indices);")]
    [InlineData("K.TopKSoftmax4(row, {|SK1001:stackalloc int[6]|}, row); K.SoftmaxTopK4(row, 0.5f, {|SK1001:new int[5]|}, row);")]
    [InlineData("K.TopK4Rows(new float[8], {|SK1001:new int[3]|}); K.TopK4Rows(new float[8], {|SK1001:new int[10]|}); K.TopK4Rows({|SK1001:new float[7]|}, indices);")]
    [InlineData("K.MaskedTopK4(row, {|SK1001:new bool[3]|}, {|SK1001:new int[5]|}); K.MaskedTopK4(row, 3UL, {|SK1001:new int[5]|});")]
    [InlineData("K.Sample4({|SK1001:new float[5]|}, 0.5); K.Sample4Rows(new float[8], {|SK1001:new double[3]|}, {|SK1001:new int[8]|});")]
    [InlineData("SoftMath.TopKRows(new float[8], {|SK1001:new int[9]|}, 4); SoftMath.SampleRows(new float[8], new double[2], {|SK1001:new int[4]|}, 4);")]
    public Task SK1001_a_length_does_not_fit(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.TopKSoftmax4(given.AsSpan(0, 4), indices, {|SK1002:given.AsSpan(2, 2)|});")]
    public Task SK1002_probabilities_overlap_the_logits(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.TopK4(row, new int[1]); K.TopK4(row, new int[4]); K.TopK4(row, indices); K.TopK4Rows(new float[8], new int[8]); K.TopK4Rows(new float[8], new int[2]);")]
    [InlineData("K.TopK(row, new int[9]); SoftMath.TopK(row, new int[9]); K.Sample(row, 0.5); K.Sample4Rows(new float[8], new double[2], new int[2]);")]
    [InlineData("K.TopK4Rows(row, new int[3]); K.TopKSoftmax4(row, new int[3], given.AsSpan(0, 3)); SoftMath.TopKRows(new float[8], new int[4], 4);")]
    public Task What_fits_or_is_not_known_is_not_spoken_of(string statements) => Check.Reports(Program(statements));

    private static string Program(string statements) => $$"""
        using System;
        using SoftKernels;

        [SoftKernel(4, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
        static partial class K
        {
            static void Use(float[] row, float[] given, int[] indices)
            {
                {{statements}}
            }
        }
        """;
}
