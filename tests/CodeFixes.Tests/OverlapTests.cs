using System.Threading.Tasks;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Calls.CallAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK1002.</summary>
public sealed class OverlapTests
{
    [Theory]
    [InlineData("K.Softmax4(given.AsSpan(0, 4), {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.Softmax4(given.AsSpan(5, 4), {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.LogSoftmax4(span[..4], {|SK1002:span[3..7]|});")]
    [InlineData("K.HardMax4(span.Slice(8, 4), {|SK1002:span.Slice(10)|});")]
    [InlineData("K.Softmax4(span, {|SK1002:span[1..]|});")]
    [InlineData("K.Softmax4(_field.AsSpan(0, 4), {|SK1002:_field.AsSpan(1, 4)|});")]
    [InlineData("K.Softmax4(s_field.AsSpan(0, 4), {|SK1002:s_field.AsSpan(1, 4)|});")]
    [InlineData("var a = given.AsSpan(0, 4); var b = given.AsSpan(2, 4); K.Softmax4(a, {|SK1002:b|});")]
    [InlineData("Span<float> a = stackalloc float[8]; K.Softmax4(a[..4], {|SK1002:a[3..7]|});")]
    [InlineData("var a = new float[8]; K.Softmax4(a.AsSpan(1, 6)[1..5], {|SK1002:a.AsSpan(4)|});")]
    [InlineData("Inline9 a = default; K.Softmax4(a[..4], {|SK1002:a[1..5]|});")]
    [InlineData("K.Softmax4Rows(given.AsSpan(0, 8), {|SK1002:given.AsSpan(4, 8)|});")]
    [InlineData("K.Max4Rows(given.AsSpan(0, 8), {|SK1002:given.AsSpan(4, 2)|});")]
    [InlineData("K.Softmax(given.AsSpan(0, 8), {|SK1002:given.AsSpan(4, 8)|});")]
    [InlineData("K.Max4Rows(given.AsSpan(0, 4), {|SK1002:given.AsSpan(3, 1)|}); K.Softmax4(given.AsSpan(3, 4), {|SK1002:given.AsSpan(0, 4)|});")]
    [InlineData("K.SoftmaxLogSumExp4(given.AsSpan(0, 4), {|SK1002:given.AsSpan(2, 4)|});")]
    [InlineData("K.SoftmaxLogSumExp4Rows(given.AsSpan(0, 8), other, {|SK1002:given.AsSpan(1, 2)|});")]
    [InlineData("K.ArgMax4Rows(given.AsSpan(0, 8), new int[2], {|SK1002:given.AsSpan(1, 2)|});")]
    [InlineData("SoftMath.SoftmaxLogSumExp(given.AsSpan(0, 3), {|SK1002:given.AsSpan(2, 3)|});")]
    [InlineData("SoftMath.Softmax(given.AsSpan(0, 3), {|SK1002:given.AsSpan(2, 3)|});")]
    [InlineData("SoftMath.LogSoftmax(span[..3], {|SK1002:span[2..5]|});")]
    [InlineData("SoftMath.HardMax<Half>(halves[..3], {|SK1002:halves[2..5]|});")]
    public Task SK1002_the_arguments_overlap(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.Softmax4(span, span); K.Softmax4(given, given); K.Softmax4(given.AsSpan(3, 4), given.AsSpan(3, 4)); SoftMath.Softmax(given, given);")]
    [InlineData("K.Softmax4(given.AsSpan(0, 4), given.AsSpan(4, 4)); K.Softmax4(span[4..8], span[..4]);")]
    [InlineData("K.Softmax4(given.AsSpan(0, 4), other.AsSpan(2, 4)); K.Softmax4(given[..4], given[2..6]);")]
    [InlineData("K.Softmax4(given.AsSpan(0, 4), _field.AsSpan(2, 4)); K.Softmax4(_field.AsSpan(0, 4), user._field.AsSpan(2, 4));")]
    [InlineData("K.Max4Rows(given.AsSpan(0, 8), given.AsSpan(0, 2)); K.Max4Rows(given.AsSpan(0, 8), given.AsSpan(8, 2));")]
    [InlineData("SoftMath.Softmax(span[..i], span[2..j]); SoftMath.Softmax(given.AsSpan(i, 4), given.AsSpan(2, 4)); SoftMath.Softmax(span, span[1..]);")]
    [InlineData("var a = given.AsSpan(0, 4); given = other; var b = given.AsSpan(2, 4); K.Softmax4(a, b);")]
    [InlineData("var a = _field.AsSpan(0, 4); Change(); var b = _field.AsSpan(2, 4); K.Softmax4(a, b);")]
    [InlineData("var a = span[..4]; span = other; K.Softmax4(a, span[2..6]);")]
    [InlineData("SoftMath.Softmax(given.AsSpan(0, 0), given.AsSpan(0, 0));")]
    [InlineData("ref float[] row = ref given; var a = row.AsSpan(0, 4); given = other; var b = row.AsSpan(2, 4); K.Softmax4(a, b);")]
    [InlineData("void Of(ref float[] row) { var a = row.AsSpan(0, 4); Change(); var b = row.AsSpan(2, 4); K.Softmax4(a, b); }")]
    [InlineData("K.Softmax4(given.AsSpan(0, 4), given.AsSpan(4, 4)); K.Softmax4(given.AsSpan(4, 4), given.AsSpan(0, 4)); SoftMath.Softmax(given.AsSpan(0, 2), given.AsSpan(2, 2));")]
    [InlineData("K.Max4Rows(given.AsSpan(2, 8), given.AsSpan(0, 2)); K.Max4Rows(given.AsSpan(0, 4), given.AsSpan(4, 1));")]
    public Task Arguments_apart_in_place_or_unknown_are_accepted(string statements) => Check.IsSilent(Program(statements));

    [Fact]
    public Task The_message_says_what_where_and_how_to_mend_it() => Check.Reports(
        Rule.ArgumentsOverlap,
        Program("K.Softmax4(given.AsSpan(0, 4), {|#0:given.AsSpan(3, 4)|}); SoftMath.HardMax(span[3..6], {|#1:span[2..5]|});"),
        "'K.Softmax4' would overwrite values still to be read: 'probabilities' overlaps 'logits' and begins 3 values after it. Pass the same span, to work in place, or one apart from it.",
        "'SoftMath.HardMax' would overwrite values still to be read: 'oneHot' overlaps 'values' and begins 1 value before it. Pass the same span, to work in place, or one apart from it.");

    private static string Program(string statements) => $$"""
        using System;
        using System.Runtime.CompilerServices;
        using SoftKernels;

        [SoftKernel(Size = 4)] static partial class K { }
        [InlineArray(9)] struct Inline9 { float first; }

        class User
        {
            static float[] s_field = new float[9];
            float[] _field = new float[9];

            void Change() => _field = s_field;

            void M(float[] given, float[] other, Span<float> span, Span<Half> halves, int i, int j, User user)
            {
                {{statements}}
            }
        }
        """;
}
