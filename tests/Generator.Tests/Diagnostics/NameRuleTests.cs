using System.Threading.Tasks;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Rules;
using SoftKernels.Generator.Tests.Harness;
using SoftKernels.Generator.Tests.Planning;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>SK0011.</summary>
public sealed class NameRuleTests
{
    private const string Unnameable = "which can't be part of a method's name: write letters, digits and underscores, as in 'Name = \"Classes\"'";

    /// <summary>Of as many letters as are shown.</summary>
    private const string LongestAndWrong = "\"" + Fifty + Fifty + Fifty + "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVW!\"";

    private const string Fifty = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWX";

    [Theory]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\" \"", "\" \"")]
    [InlineData("\"A B\"", "\"A B\"")]
    [InlineData("\"A-B\"", "\"A-B\"")]
    [InlineData("\"@A\"", "\"@A\"")]
    [InlineData("\"A.B\"", "\"A.B\"")]
    [InlineData("\"A<T>\"", "\"A<T>\"")]
    [InlineData("\"A\\n}\"", "\"A\\n}\"")]
    [InlineData("\"\\0\"", "\"\\0\"")]
    [InlineData("\"\\\\u0041\"", "\"\\\\u0041\"")]
    [InlineData("\"A\\u200B\"", "\"A\\u200b\"")]
    [InlineData("\"A\\u00AD\"", "\"A\\u00ad\"")]
    [InlineData("\"\\ud835\\udc00\"", "\"𝐀\"")]
    [InlineData("\"\\ud835\"", "\"\\ud835\"")]
    [InlineData("\"€\"", "\"€\"")]
    [InlineData("nameof(C) + \"!\"", "\"C!\"")]
    [InlineData(LongestAndWrong, LongestAndWrong)]
    public Task SK0011_the_name_is_no_part_of_an_identifier(string name, string shown) =>
        RuleCheck.Rejects(Annotated($"SoftKernel(4, {{|SK0011:Name = {name}|}})"), $"[SoftKernel] on 'C' has Name = {shown}, {Unnameable}");

    [Theory]
    [InlineData("\"Classes\"")]
    [InlineData("\"classes\"")]
    [InlineData("\"_\"")]
    [InlineData("\"4\"")]
    [InlineData("\"10\"")]
    [InlineData("\"2D\"")]
    [InlineData("\"Größe\"")]
    [InlineData("\"数\"")]
    [InlineData("\"e\\u0301\"")]
    [InlineData("\"A‿B\"")]
    [InlineData("\"class\"")]
    [InlineData("\"Rows\"")]
    [InlineData("\"Core\"")]
    [InlineData("nameof(C)")]
    [InlineData("null")]
    public Task A_part_of_an_identifier_is_accepted(string name) => RuleCheck.Accepts(Annotated($"SoftKernel(4, Name = {name})"));

    [Fact]
    public Task The_longest_name_is_accepted() => RuleCheck.Accepts(Annotated($"SoftKernel(4, Name = \"{new string('数', 200)}\")"));

    [Fact]
    public Task SK0011_a_longer_one_is_not() => RuleCheck.Rejects(
        Annotated($"SoftKernel(4, {{|SK0011:Name = \"{new string('A', 201)}\"|}})"),
        "[SoftKernel] on 'C' has Name = \"AAAAAAAAAAAAAAAAAAAA…\", which is longer than 200 letters: write a shorter one");

    [Theory]
    [InlineData("SoftKernel(4, Name = \"A\"), SoftKernel(5, {|SK0011:Name = \"A\"|})", "A", 4)]
    [InlineData("SoftKernel(4, Name = \"A\", Operations = SoftOperations.Max), SoftKernel(5, {|SK0011:Name = \"A\"|}, Operations = SoftOperations.ArgMax)", "A", 4)]
    [InlineData("SoftKernel(4, Name = \"A\"), SoftKernel(5, ElementType = typeof(double), {|SK0011:Name = \"A\"|})", "A", 4)]
    [InlineData("SoftKernel(10), SoftKernel(5, {|SK0011:Name = \"10\"|})", "10", 10)]
    [InlineData("SoftKernel(5, {|SK0011:Name = \"10\"|}), SoftKernel(10)", "10", 10)]
    [InlineData("SoftKernel(5, {|SK0011:Name = \"10\"|}), SoftKernel(10, ElementType = typeof(double))", "10", 10)]
    public Task SK0011_a_name_stands_for_two_sizes(string attributes, string name, int size) => RuleCheck.Rejects(
        Annotated(attributes),
        $"[SoftKernel] on 'C' has Name = \"{name}\", which stands for Size = {size} in another [SoftKernel] already: give each size a name of its own");

    [Theory]
    [InlineData("SoftKernel(10), SoftKernel(10, {|SK0011:Name = \"10Rows\"|})", "10Rows", "Softmax10Rows", "that of Size = 10")]
    [InlineData("SoftKernel(10, {|SK0011:Name = \"10Rows\"|}), SoftKernel(10)", "10Rows", "Softmax10Rows", "that of Size = 10")]
    [InlineData("SoftKernel(4, Name = \"A\"), SoftKernel(5, {|SK0011:Name = \"ARows\"|})", "ARows", "SoftmaxARows", "that of Name = \"A\"")]
    [InlineData("SoftKernel(4, Name = \"ARows\"), SoftKernel(4, {|SK0011:Name = \"A\"|})", "A", "SoftmaxARows", "that of Name = \"ARows\"")]
    [InlineData("SoftKernel(10), SoftKernel(4, {|SK0011:Name = \"10Core\"|})", "10Core", "Softmax10Core", "that of Size = 10")]
    public Task SK0011_a_name_makes_a_method_twice(string attributes, string name, string method, string whose) =>
        RuleCheck.Rejects(Annotated(attributes), $"[SoftKernel] on 'C' has Name = \"{name}\", which makes a second '{method}' beside {whose}: choose another name");

    [Theory]
    [InlineData("SoftKernel(4), SoftKernel(10), SoftKernel(5, Name = \"10\")")]
    [InlineData("SoftKernel(4), SoftKernel(10), SoftKernel(10, Name = \"10Rows\")")]
    public async Task SK0011_leads_to_the_other_one(string attributes)
    {
        var reported = Assert.Single(await RuleCheck.Diagnostics(GeneratorRun.Of(Consumer.Net80.Compile(Annotated(attributes))).Output));
        var other = Assert.Single(reported.AdditionalLocations);

        Assert.Equal("SoftKernel(10)", other.SourceTree!.ToString().Substring(other.SourceSpan.Start, other.SourceSpan.Length));
    }

    [Theory]
    [InlineData("SoftKernel(4, Name = \"A\"), SoftKernel(4, Name = \"B\")")]
    [InlineData("SoftKernel(4), SoftKernel(4, Name = \"A\"), SoftKernel(5)")]
    [InlineData("SoftKernel(4, Name = \"A\"), SoftKernel(4, ElementType = typeof(double), Name = \"A\")")]
    [InlineData("SoftKernel(4, Name = \"A\"), SoftKernel(5, Name = \"a\")")]
    [InlineData("SoftKernel(4, Name = \"A\", Operations = SoftOperations.Max), SoftKernel(4, Name = \"ARows\", Operations = SoftOperations.ArgMax)")]
    [InlineData("SoftKernel(10, Name = \"A\"), SoftKernel(1000, Name = \"B\"), SoftKernel(10, Name = \"C\", Operations = SoftOperations.Max)")]
    public Task Names_that_differ_are_accepted(string attributes) => RuleCheck.Accepts(Annotated(attributes));

    [Theory]
    [InlineData("SoftKernel(4, Name = \"A\"), {|SK0003:SoftKernel(4, Name = \"A\")|}")]
    [InlineData("SoftKernel(4), {|SK0003:SoftKernel(Name = \"4\", Size = 4)|}")]
    [InlineData("SoftKernel(4), {|SK0003:SoftKernel(4, Name = null)|}")]
    public Task SK0003_one_size_has_one_name_twice(string attributes) => RuleCheck.Rejects(
        Annotated(attributes),
        "[SoftKernel] on 'C' declares Size = 4 for float a second time: remove one of the two, and name the operations and extras of both in the other");

    [Fact]
    public Task On_two_types_a_name_may_stand_for_two_sizes() => RuleCheck.Accepts(
        "[SoftKernels.SoftKernel(4, Name = \"A\")] partial class C { } [SoftKernels.SoftKernel(5, Name = \"A\")] partial class D { }");

    [Theory]
    [InlineData("static void {|SK0006:SoftmaxA|}(System.ReadOnlySpan<float> logits, System.Span<float> probabilities) { }", "SoftmaxA(ReadOnlySpan<float>, Span<float>)")]
    [InlineData("int {|SK0006:MaxARows|};", "MaxARows")]
    public Task SK0006_knows_names(string member, string shown) => RuleCheck.Rejects(
        $"[SoftKernels.SoftKernel(4, Name = \"A\")] partial class C {{ {member} }}",
        $"'C' declares '{shown}', which [SoftKernel] would generate: rename or remove it, or leave its operation out of 'Operations'");

    [Fact]
    public Task SK0008_knows_names() => RuleCheck.Rejects(
        "[SoftKernels.SoftKernel(4, Name = \"A\")] partial class {|SK0008:ArgMaxA|} { }",
        "'ArgMaxA' bears the name of a method that [SoftKernel] would generate, which C# forbids (CS0542): rename the type, or leave that operation out of 'Operations'");

    [Fact]
    public Task Under_a_name_the_number_is_free() => RuleCheck.Accepts("[SoftKernels.SoftKernel(4, Name = \"A\")] partial class Softmax4 { int Max4, ArgMax4Rows; }");

    /// <summary>Today no operation's name begins with another's; in a catalogue where one does, a name must not make the other.</summary>
    [Fact]
    public void A_name_may_make_what_is_for_any_length()
    {
        Operation[] operations = [new Level(), new LevelUp()];
        KernelModel kernel = new("float", 4, operations[0].Flag | operations[1].Flag, Name: "Up");

        Assert.Equal(("LevelUp", null), NameRules.Namesake(kernel, [], operations));
        Assert.Null(NameRules.Namesake(kernel with { Name = "Down" }, [], operations));
        Assert.Null(NameRules.Namesake(kernel with { Operations = operations[0].Flag }, [], operations));
        Assert.Equal(
            ("LevelUp", null),
            NameRules.Namesake(kernel with { Operations = operations[0].Flag }, [new("float", 5, operations[1].Flag)], operations));
    }

    private static string Annotated(string attributes) => $"using SoftKernels; [{attributes}] partial class C {{ }}";

    private sealed class LevelUp() : Operation(Port.Row("logits"), Port.RowResult("levels", "The levels"))
    {
        public override string Name => "LevelUp";

        public override int Flag => 1 << 26;

        public override string Summary => "Higher levels.";
    }
}
