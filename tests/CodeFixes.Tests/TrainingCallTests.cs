using System.Threading.Tasks;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Calls.CallAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK1001, SK1002 and SK1003 of calls that train.</summary>
public sealed class TrainingCallTests
{
    [Theory]
    [InlineData("K.CrossEntropy4({|SK1001:new float[5]|}, label);")]
    [InlineData("K.CrossEntropy4(row, label, {|SK1001:new float[3]|});")]
    [InlineData("K.CrossEntropy4(row, {|SK1001:new float[5]|});")]
    [InlineData("K.CrossEntropy4(row, {|SK1001:new float[5]|}, {|SK1001:new float[3]|});")]
    [InlineData("K.CrossEntropy4Rows(new float[8], {|SK1001:new int[8]|}, {|SK1001:new float[4]|});")]
    [InlineData("K.CrossEntropy4Rows(new float[8], labels, {|SK1001:new float[1]|}, {|SK1001:new float[4]|});")]
    [InlineData("K.CrossEntropy4Rows(new float[8], {|SK1001:new float[4]|}, {|SK1001:new float[8]|}, {|SK1001:new float[2]|});")]
    [InlineData("K.CrossEntropy4Columns(new float[24], {|SK1001:new int[2]|}, {|SK1001:new float[24]|}, 3);")]
    [InlineData("K.CrossEntropy4Columns({|SK1001:new float[16]|}, row, row, row, 3);")]
    [InlineData("K.SoftmaxGradient4(row, {|SK1001:new float[5]|}, {|SK1001:new float[3]|});")]
    [InlineData("K.SoftmaxGradient4Rows(new float[8], {|SK1001:new float[4]|}, {|SK1001:new float[12]|});")]
    [InlineData("K.LogSoftmaxGradient4Columns(new float[24], {|SK1001:new float[12]|}, row, 3);")]
    [InlineData("K.Entropy4({|SK1001:new float[5]|}); K.Entropy4Rows(new float[8], {|SK1001:new float[8]|});")]
    [InlineData("SoftMath.CrossEntropyRows(new float[8], {|SK1001:new int[8]|}, {|SK1001:new float[4]|}, 4);")]
    [InlineData("SoftMath.CrossEntropyRows(new double[8], new double[8], new double[2], {|SK1001:new double[4]|}, 4);")]
    [InlineData("SoftMath.CrossEntropyColumns({|SK1001:new float[16]|}, labels, row, 4, 3);")]
    [InlineData("SoftMath.SoftmaxGradientRows(new float[8], {|SK1001:new float[4]|}, row, 4);")]
    [InlineData("SoftMath.LogSoftmaxGradientColumns(new float[24], row, {|SK1001:new float[12]|}, 4, 3);")]
    [InlineData("SoftMath.EntropyRows(new float[8], {|SK1001:new float[4]|}, 4);")]
    public Task SK1001_a_length_does_not_fit(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.CrossEntropy4(given.AsSpan(0, 4), label, {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.CrossEntropy4(row, given.AsSpan(0, 4), {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.CrossEntropy4Rows(given.AsSpan(0, 8), labels, {|SK1002:given.AsSpan(1, 2)|});")]
    [InlineData("K.CrossEntropy4Rows(row, given.AsSpan(0, 8), new float[2], {|SK1002:given.AsSpan(4, 8)|});")]
    [InlineData("K.SoftmaxGradient4(row, given.AsSpan(0, 4), {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.LogSoftmaxGradient4Rows(given.AsSpan(0, 8), row, {|SK1002:given.AsSpan(4, 8)|});")]
    [InlineData("SoftMath.CrossEntropy(given.AsSpan(0, 4), label, {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("SoftMath.SoftmaxGradientRows(row, given.AsSpan(0, 8), {|SK1002:given.AsSpan(4, 8)|}, 4);")]
    [InlineData("SoftMath.CrossEntropyColumns(given.AsSpan(0, 24), labels, new float[6], {|SK1002:given.AsSpan(4, 24)|}, 4, 3);")]
    public Task SK1002_a_result_overlaps_what_is_read(string statements) => Check.Reports(Program(statements));

    /// <summary>By C# 12, labels in brackets must be named: these might be targets, which are of another type.</summary>
    [Theory]
    [InlineData("K.CrossEntropy4(row, {|SK1003:4|});")]
    [InlineData("K.CrossEntropy4(row, {|SK1003:-1|}, row);")]
    [InlineData("K.CrossEntropy4(label: {|SK1003:Four|}, logits: row);")]
    [InlineData("int four = Four; K.CrossEntropy4(row, {|SK1003:four|});")]
    [InlineData("K.CrossEntropy4(row, {|SK1003:s_five|}); K.CrossEntropy4(row, {|SK1003:(byte)9|}); K.CrossEntropy4({|SK1001:new float[5]|}, {|SK1003:4|});")]
    [InlineData("K.CrossEntropy(new float[3], {|SK1003:3|}); K.CrossEntropy(row, {|SK1003:-1|});")]
    [InlineData("K.CrossEntropy4Rows(row, new int[] { 0, {|SK1003:12|}, 3, {|SK1003:-100|} }, row);")]
    [InlineData("K.CrossEntropy4Rows(row, new[] { 0, {|SK1003:12|} }, row, row);")]
    [InlineData("K.CrossEntropy4Rows(row, new int[2] { label, {|SK1003:4|} }, row);")]
    [InlineData("K.CrossEntropy4Rows(row, labels: [{|SK1003:Four|}, label, .. labels], row);")]
    [InlineData("K.CrossEntropy4Rows(row, stackalloc[] { {|SK1003:4|} }, row); K.CrossEntropy4Rows(row, stackalloc int[] { {|SK1003:4|} }, row);")]
    [InlineData("K.CrossEntropy4Columns(row, labels: [{|SK1003:4|}], row, 3);")]
    [InlineData("SoftMath.CrossEntropy(new float[3], {|SK1003:3|}); SoftMath.CrossEntropy(given.AsSpan(0, 3), {|SK1003:5|}, row);")]
    [InlineData("SoftMath.CrossEntropy(row, {|SK1003:-1|}); SoftMath.CrossEntropy(default(Span<float>), {|SK1003:-1|});")]
    [InlineData("SoftMath.CrossEntropyRows(row, labels: [{|SK1003:4|}], row, 4); SoftMath.CrossEntropyColumns(row, labels: [{|SK1003:4|}], row, row, 4, 3);")]
    [InlineData("SoftMath.CrossEntropy<Half>(new Half[3], {|SK1003:3|});")]
    public Task SK1003_a_label_is_known_and_is_no_index_of_a_row(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.CrossEntropy4(row, label); K.CrossEntropy4(row, 0); K.CrossEntropy4(row, 3); K.CrossEntropy4(row, label + Four); K.CrossEntropy4(row, labels[0], row);")]
    [InlineData("int four = Four; four = label; K.CrossEntropy4(row, four);")]
    [InlineData("K.CrossEntropy4Rows(row, labels: [0, 3], row); K.CrossEntropy4Rows(row, labels, row); K.CrossEntropy4Rows(row, new int[2], row); K.CrossEntropy4Rows(row, labels: [.. labels], row);")]
    [InlineData("int[] held = [4]; held[0] = 1; K.CrossEntropy4Rows(row, held, row);")]
    [InlineData("K.CrossEntropy(row, 9); SoftMath.CrossEntropy(row, 9); SoftMath.CrossEntropy(new float[3], 2); SoftMath.CrossEntropyRows(row, labels: [9], row, label);")]
    [InlineData("K.CrossEntropy4Rows(new float[8], new int[2], new float[2], new float[8]); K.CrossEntropy4Rows(new float[8], new float[8], new float[2], new float[8]);")]
    [InlineData("K.CrossEntropy4(given, label, given); K.CrossEntropy4(row, given, given); K.SoftmaxGradient4(given, row, given); K.SoftmaxGradient4(row, given, given);")]
    [InlineData("K.CrossEntropy4Columns(new float[24], new int[6], new float[6], new float[24], 3); K.Entropy4Columns(new float[24], new float[6], 3); K.Entropy4Rows(given, given.AsSpan(0, 2));")]
    [InlineData("SoftMath.LogSoftmaxGradientRows(given, given, given, 4); SoftMath.EntropyColumns(new float[24], new float[6], 4, 3); SoftMath.Entropy(new float[5]);")]
    [InlineData("Assert.Throws<ArgumentOutOfRangeException>(() => K.CrossEntropy4(new float[4], 4));")]
    public Task What_fits_or_is_not_known_is_accepted(string statements) => Check.IsSilent(Program(statements));

    [Fact]
    public Task Generated_code_is_left_alone() => Check.IsSilent("// <auto-generated/>\n" + Program("K.CrossEntropy4(row, 4);"));

    [Fact]
    public Task The_messages_say_what_where_and_how_to_mend_it()
    {
        string program = Program("K.CrossEntropy4(row, {|#0:4|}); K.CrossEntropy4Rows(row, labels: [0, {|#1:-1|}], row); SoftMath.CrossEntropy(row, {|#2:-1|});");
        return Check.Reports(
            Rule.LabelIsOutside,
            program,
            "'K.CrossEntropy4' takes labels from 0 to 3 in 'label', but this label is 4: pass the index of the true class, which counts from 0",
            "'K.CrossEntropy4Rows' takes labels from 0 to 3 in 'labels', but this label is -1: pass the index of the true class, which counts from 0",
            "'SoftMath.CrossEntropy' takes labels of 0 and above in 'label', but this label is -1: pass the index of the true class, which counts from 0");
    }

    private static string Program(string statements) => $$"""
        using System;
        using SoftKernels;

        [SoftKernel(4, Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
        static partial class K;

        static class Assert { public static void Throws<T>(Func<object> act) { } }

        class User
        {
            const int Four = 4;
            static readonly int s_five = Four + 1;

            void M(float[] given, Span<float> row, ReadOnlySpan<int> labels, int label)
            {
                {{statements}}
            }
        }
        """;
}
