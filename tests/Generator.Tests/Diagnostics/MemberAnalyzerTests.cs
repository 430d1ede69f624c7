using System.Threading.Tasks;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>SK0006 and SK0008.</summary>
public sealed class MemberAnalyzerTests
{
    private const string Advice = "which [SoftKernel] would generate: rename or remove it, or leave its operation out of 'Operations'";

    [Theory]
    [InlineData("void {|SK0006:Softmax4|}(ReadOnlySpan<float> logits, Span<float> probabilities) { }", "Softmax4(ReadOnlySpan<float>, Span<float>)")]
    [InlineData("public static float {|SK0006:Max4|}(ReadOnlySpan<float> other) => 0;", "Max4(ReadOnlySpan<float>)")]
    [InlineData("string {|SK0006:ArgMax4|}(System.ReadOnlySpan<System.Single> values) => null!;", "ArgMax4(ReadOnlySpan<float>)")]
    [InlineData("void {|SK0006:ArgMax4Rows|}(ReadOnlySpan<float> values, Span<int> indices) { }", "ArgMax4Rows(ReadOnlySpan<float>, Span<int>)")]
    [InlineData("void {|SK0006:HardMax|}(ReadOnlySpan<float> values, Span<float> oneHot) { }", "HardMax(ReadOnlySpan<float>, Span<float>)")]
    [InlineData("int {|SK0006:Softmax4|};", "Softmax4")]
    [InlineData("int {|SK0006:LogSumExp|} { get; set; }", "LogSumExp")]
    [InlineData("event Action {|SK0006:Max|};", "Max")]
    [InlineData("const int {|SK0006:LogSoftmax4Rows|} = 1;", "LogSoftmax4Rows")]
    [InlineData("class {|SK0006:Softmax4Rows|} { }", "Softmax4Rows")]
    [InlineData("enum {|SK0006:Max4Rows|} { }", "Max4Rows")]
    [InlineData("delegate void {|SK0006:Max4|}();", "Max4")]
    public Task SK0006_a_member_is_declared_already(string member, string named) =>
        RuleCheck.Rejects(Annotated(member), $"'C' declares '{named}', {Advice}");

    /// <summary>What is generated privately takes its name too.</summary>
    [Theory]
    [InlineData("void {|SK0006:Softmax4Core|}(ReadOnlySpan<float> logits, Span<float> probabilities) { }", "Softmax4Core(ReadOnlySpan<float>, Span<float>)")]
    [InlineData("int {|SK0006:Softmax4RowsBy16|}(ReadOnlySpan<float> logits, Span<float> probabilities, int row) => 0;", "Softmax4RowsBy16(ReadOnlySpan<float>, Span<float>, int)")]
    [InlineData("int {|SK0006:ArgMax4RowsBy8|};", "ArgMax4RowsBy8")]
    public Task SK0006_a_member_is_in_the_way_of_a_private_method(string member, string named) =>
        RuleCheck.Rejects(Annotated(member), $"'C' declares '{named}', {Advice}");

    /// <summary>Rows of 1000 are the library's, and so are those of 7 but at 512 bits: there is no such method.</summary>
    [Theory]
    [InlineData(1000, "int Softmax1000RowsBy16(ReadOnlySpan<float> logits, Span<float> probabilities, int row) => 0;")]
    [InlineData(1000, "void Softmax1000Core(ReadOnlySpan<float> logits, Span<float> probabilities) { }")]
    [InlineData(7, "int LogSoftmax7RowsBy8(ReadOnlySpan<float> logits, Span<float> logProbabilities, int row) => 0;")]
    [InlineData(1, "int Max1Core;")]
    public Task A_member_named_like_a_method_that_is_not_generated_is_accepted(int size, string member) => RuleCheck.Accepts($$"""
        using System;
        [SoftKernels.SoftKernel(Size = {{size}})] partial class C { {{member}} }
        """);

    [Fact]
    public Task SK0006_a_type_parameter_clashes_too() => RuleCheck.Rejects(
        "[SoftKernels.SoftKernel(Size = 4)] partial class C<{|SK0006:Softmax4|}> { }",
        $"'C<Softmax4>' declares 'Softmax4', {Advice}");

    [Fact]
    public Task SK0006_a_positional_property_clashes_too() => RuleCheck.Rejects(
        "[SoftKernels.SoftKernel(Size = 4)] partial record C(int {|SK0006:Max|});",
        $"'C' declares 'Max', {Advice}");

    [Fact]
    public Task SK0006_each_clash_is_reported_on_whatever_part() => RuleCheck.Rejects(
        """
        using System;
        partial class C { int {|SK0006:Max4|}; }
        [SoftKernels.SoftKernel(Size = 4)] [SoftKernels.SoftKernel(Size = 4, ElementType = typeof(double))]
        partial class C { static double {|SK0006:LogSumExp4|}(ReadOnlySpan<double> values) => 0; int Max5; }
        """,
        $"'C' declares 'Max4', {Advice}",
        $"'C' declares 'LogSumExp4(ReadOnlySpan<double>)', {Advice}");

    [Theory]
    [InlineData("int Softmax5;")]
    [InlineData("int softmax4;")]
    [InlineData("void Softmax4() { }")]
    [InlineData("void Softmax4(float[] logits, float[] probabilities) { }")]
    [InlineData("void Softmax4(ReadOnlySpan<double> logits, Span<double> probabilities) { }")]
    [InlineData("void Softmax4(ReadOnlySpan<float> logits, in Span<float> probabilities) { }")]
    [InlineData("void Softmax4<T>(ReadOnlySpan<float> logits, Span<float> probabilities) { }")]
    [InlineData("void Softmax4Rows(Span<float> logits, Span<float> probabilities) { }")]
    public Task A_member_that_does_not_clash_is_accepted(string member) => RuleCheck.Accepts(Annotated(member));

    [Fact]
    public Task An_operation_that_is_left_out_leaves_its_names_free() => RuleCheck.Accepts(
        "[SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] partial class C { int Softmax4, Softmax, ArgMax; }");

    [Fact]
    public Task An_inherited_or_nested_member_does_not_clash() => RuleCheck.Accepts("""
        class Base { protected int Softmax4; }
        [SoftKernels.SoftKernel(Size = 4)] partial class C : Base { class Nested { int Softmax4; } }
        """);

    [Theory]
    [InlineData("class", "Softmax4")]
    [InlineData("class", "Softmax")]
    [InlineData("class", "Softmax4RowsBy16")]
    [InlineData("struct", "ArgMax4Rows")]
    [InlineData("record", "LogSumExp")]
    [InlineData("record struct", "Max4")]
    [InlineData("interface", "HardMax4")]
    public Task SK0008_the_type_bears_the_name_of_a_method(string keyword, string name) => RuleCheck.Rejects(
        $"[SoftKernels.SoftKernel(Size = 4)] partial {keyword} {{|SK0008:{name}|}} {{ }}",
        $"'{name}' bears the name of a method that [SoftKernel] would generate, which C# forbids (CS0542): rename the type, or leave that operation out of 'Operations'");

    [Fact]
    public Task SK0008_a_generic_type_bears_it_too() => RuleCheck.Rejects(
        "[SoftKernels.SoftKernel(Size = 4)] partial class {|SK0008:Softmax|}<T> { }",
        "'Softmax<T>' bears the name of a method that [SoftKernel] would generate, which C# forbids (CS0542): rename the type, or leave that operation out of 'Operations'");

    [Theory]
    [InlineData("class Softmax5 { }")]
    [InlineData("class softmax { }")]
    [InlineData("class Softmax4RowsBy2 { }")]
    [InlineData("class Kernels { }")]
    public Task Another_name_is_accepted(string declaration) => RuleCheck.Accepts($"[SoftKernels.SoftKernel(Size = 4)] partial {declaration}");

    [Fact]
    public Task A_containing_type_may_bear_it() =>
        RuleCheck.Accepts("partial class Softmax { [SoftKernels.SoftKernel(Size = 4)] partial class Kernels { } }");

    [Fact]
    public Task A_name_is_free_when_its_operation_is_left_out() =>
        RuleCheck.Accepts("[SoftKernels.SoftKernel(Size = 4, Operations = SoftKernels.SoftOperations.Max)] partial class Softmax { }");

    private static string Annotated(string member) => $$"""
        using System;
        [SoftKernels.SoftKernel(Size = 4)] partial class C { {{member}} }
        """;
}
