using System;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Rules;
using SoftKernels.Generator.Tests.Harness;
using SoftKernels.Generator.Tests.Planning;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>SK0002, SK0003, SK0004, SK0009, SK0012 and SK0013.</summary>
public sealed class ArgumentAnalyzerTests
{
    [Theory]
    [InlineData("{|SK0002:SoftKernel|}", "no Size")]
    [InlineData("{|SK0002:SoftKernel()|}", "no Size")]
    [InlineData("{|SK0002:SoftKernels.SoftKernelAttribute(ElementType = typeof(double))|}", "no Size")]
    [InlineData("SoftKernel({|SK0002:Size = 0|})", "Size = 0")]
    [InlineData("SoftKernel({|SK0002:Size = -1|})", "Size = -1")]
    [InlineData("SoftKernel({|SK0002:0|})", "Size = 0")]
    [InlineData("SoftKernel({|SK0002:-1|}, ElementType = typeof(double))", "Size = -1")]
    [InlineData("SoftKernel({|SK0002:size: default|})", "Size = 0")]
    [InlineData("{|SK0002:SoftKernel(Name = \"A\")|}", "no Size")]
    public Task SK0002_the_size_is_missing_or_out_of_range(string attribute, string given) =>
        RuleCheck.Rejects(Annotated(attribute), $"[SoftKernel] on 'C' has {given}: write 'Size = N', with N from 1 to 65,536");

    [Theory]
    [InlineData("SoftKernel({|SK0002:Size = 65537|})", "Size = 65537")]
    [InlineData("SoftKernel({|SK0002:Size = int.MaxValue|})", "Size = 2147483647")]
    [InlineData("SoftKernel({|SK0002:Limits.Most + 1|})", "Size = 65537")]
    [InlineData("SoftKernel(ElementType = typeof(float), {|SK0002:Size = Limits.Most + 1|})", "Size = 65537")]
    public Task SK0002_above_the_limit_there_is_the_library(string attribute, string given) => RuleCheck.Rejects(
        Annotated(attribute),
        $"[SoftKernel] on 'C' has {given}: write 'Size = N', with N from 1 to 65,536. For longer rows call 'SoftMath', which takes any length");

    [Theory]
    [InlineData("SoftKernel(Size = 1)")]
    [InlineData("SoftKernel(Size = Limits.Most)")]
    [InlineData("SoftKernel(Limits.Most)")]
    [InlineData("SoftKernel(size: 4, ElementType = typeof(double))")]
    [InlineData("SoftKernel('\\x4')")]
    [InlineData("SoftKernel(Operations = SoftOperations.Max, Size = Limits.Most / 2)")]
    public Task A_size_in_range_is_accepted(string attribute) => RuleCheck.Accepts(Annotated(attribute));

    [Theory]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(Size = 4)|}", "float")]
    [InlineData("SoftKernel(4), {|SK0003:SoftKernel(Size = 4)|}", "float")]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(4)|}", "float")]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(Size = 2 + 2, ElementType = typeof(float))|}", "float")]
    [InlineData("SoftKernel(Size = 4, ElementType = typeof(double)), SoftKernel(Size = 4), {|SK0003:SoftKernel(ElementType = typeof(System.Double), Size = 4)|}", "double")]
    [InlineData("SoftKernel(Size = 4, Operations = SoftOperations.Max), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.ArgMax)|}", "float")]
    public Task SK0003_a_kernel_is_declared_twice(string attributes, string elementType) => RuleCheck.Rejects(
        Annotated(attributes),
        $"[SoftKernel] on 'C' declares Size = 4 for {elementType} a second time: remove one of the two, and name the operations and extras of both in the other");

    [Theory]
    [InlineData("SoftKernel(4, {|SK0012:Size = 4|})", 4, 4)]
    [InlineData("SoftKernel(4, ElementType = typeof(double), {|SK0012:Size = 5|})", 4, 5)]
    [InlineData("SoftKernel(0, {|SK0012:Size = 4|})", 0, 4)]
    [InlineData("SoftKernel(4, {|SK0012:Size = 0|})", 4, 0)]
    [InlineData("SoftKernel(size: 4, {|SK0012:Size = 2 + 3|}), SoftKernel(4)", 4, 5)]
    public Task SK0012_the_size_is_given_twice(string attribute, int unnamed, int named) => RuleCheck.Rejects(
        Annotated(attribute), $"[SoftKernel] on 'C' gives its size twice, as {unnamed} and as 'Size = {named}': leave one of the two out");

    [Fact]
    public Task SK0003_a_kernel_is_declared_on_two_parts() => RuleCheck.Rejects(
        "[SoftKernels.SoftKernel(Size = 4)] partial class C { } [{|SK0003:SoftKernels.SoftKernel(Size = 4)|}] partial class C { }",
        "[SoftKernel] on 'C' declares Size = 4 for float a second time: remove one of the two, and name the operations and extras of both in the other");

    [Theory]
    [InlineData("SoftKernel(Size = 4), SoftKernel(Size = 5)")]
    [InlineData("SoftKernel(Size = 4), SoftKernel(Size = 4, ElementType = typeof(double))")]
    public Task Kernels_that_differ_are_accepted(string attributes) => RuleCheck.Accepts(Annotated(attributes));

    [Fact]
    public Task The_same_kernel_on_two_types_is_accepted() => RuleCheck.Accepts(
        "[SoftKernels.SoftKernel(Size = 4)] partial class C { } [SoftKernels.SoftKernel(Size = 4)] partial class C<T> { }");

    [Theory]
    [InlineData("int", "int")]
    [InlineData("decimal", "decimal")]
    [InlineData("string", "string")]
    [InlineData("void", "void")]
    [InlineData("float[]", "float[]")]
    [InlineData("float?", "float?")]
    [InlineData("System.Collections.Generic.List<>", "System.Collections.Generic.List<>")]
    [InlineData("@float", "@float")]
    public Task SK0004_the_element_type_is_not_supported(string type, string named) => RuleCheck.Rejects(
        Annotated($"SoftKernel(Size = 4, {{|SK0004:ElementType = typeof({type})|}})"), Unsupported(named));

    [Theory]
    [InlineData("System.Runtime.InteropServices.NFloat", "NFloat")]
    public Task SK0004_for_types_that_the_library_takes_it_is_named(string type, string name) => RuleCheck.Rejects(
        Annotated($"SoftKernel(Size = 4, {{|SK0004:ElementType = typeof({type})|}})"),
        Unsupported(type) + $". For '{name}' call 'SoftMath.Softmax<{name}>' and its kin, which need no attribute");

    [Theory]
    [InlineData("null")]
    [InlineData("default")]
    [InlineData("(System.Type)null!")]
    public Task SK0004_the_element_type_is_null(string value) => RuleCheck.Rejects(
        Annotated($"SoftKernel(Size = 4, {{|SK0004:ElementType = {value}|}})"), Unsupported("null"));

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("System.Double")]
    [InlineData("System.Half")]
    public Task A_supported_element_type_is_accepted(string type) => RuleCheck.Accepts(Annotated($"SoftKernel(Size = 4, ElementType = typeof({type}))"));

    /// <summary>What a project for .NET 6 sees: the type is there, and of the library what netstandard2.0 has.</summary>
    [Fact]
    public Task SK0013_the_library_has_methods_for_Half_from_NET_8_on() => RuleCheck.Rejects(
        Consumer.Net80 with { References = [.. Consumer.Net80.WithoutRuntime.References, .. Consumer.NetStandard20.References.Except(Consumer.NetStandard20.WithoutRuntime.References)] },
        Annotated("SoftKernel(4), SoftKernel(4, {|SK0013:ElementType = typeof(System.Half)|})"),
        NeedsNewerTarget);

    [Fact]
    public Task SK0013_nor_has_it_methods_for_a_Half_of_the_users_own() => RuleCheck.Rejects(
        Consumer.NetStandard20,
        Annotated("SoftKernel(4, {|SK0013:ElementType = typeof(System.Half)|})") + " namespace System { struct Half { } }",
        NeedsNewerTarget);

    [Fact]
    public Task SK0004_names_what_the_target_has() => RuleCheck.Rejects(
        Consumer.NetStandard20, Annotated("SoftKernel(4, {|SK0004:ElementType = typeof(int)|})"), Unsupported("int").Replace(" or 'ElementType = typeof(System.Half)'", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("SoftOperations.None")]
    [InlineData("0")]
    [InlineData("default")]
    [InlineData("(SoftOperations)(1 << 30)")]
    [InlineData("SoftOperations.Max & SoftOperations.ArgMax")]
    public Task SK0009_no_operation_is_named(string operations) => RuleCheck.Rejects(
        Annotated($"SoftKernel(Size = 4, {{|SK0009:Operations = {operations}|}})"),
        "[SoftKernel] on 'C' names no operation, so there is nothing to generate: name at least one ('|' joins several), or leave 'Operations' out for those of 'Core'");

    [Theory]
    [InlineData("SoftOperations.Max")]
    [InlineData("~SoftOperations.Max")]
    [InlineData("SoftOperations.All")]
    public Task A_named_operation_is_accepted(string operations) => RuleCheck.Accepts(Annotated($"SoftKernel(Size = 4, Operations = {operations})"));

    [Theory]
    [InlineData("SoftExtras.Mask", "Mask", "'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'ArgMax' or 'TopK' or 'Sample'")]
    [InlineData("SoftExtras.Mask | SoftExtras.Columns", "Mask", "'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'ArgMax' or 'TopK' or 'Sample'")]
    [InlineData("~SoftExtras.Mask", "Temperature", "'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'TopK' or 'Sample'")]
    [InlineData("(SoftExtras)(-1)", "Temperature, Mask", "'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'TopK' or 'Sample'")]
    public Task SK0009_no_operation_has_an_extra(string extras, string named, string having) => RuleCheck.Rejects(
        Annotated($"SoftKernel(4, Operations = SoftOperations.HardMax, {{|SK0009:Extras = {extras}|}})"),
        $"[SoftKernel] on 'C' asks for '{named}', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is {having}");

    [Theory]
    [InlineData("SoftExtras.Mask", "Mask", "'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'ArgMax' or 'TopK' or 'Sample'")]
    [InlineData("SoftExtras.Temperature | SoftExtras.Columns", "Temperature", "'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'TopK' or 'Sample'")]
    public Task SK0009_training_has_columns_and_no_other_extra(string extras, string named, string having) => RuleCheck.Rejects(
        Annotated($"SoftKernel(4, Operations = SoftOperations.Training, {{|SK0009:Extras = {extras}|}})"),
        $"[SoftKernel] on 'C' asks for '{named}', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is {having}");

    [Theory]
    [InlineData("SoftOperations.Training, Extras = SoftExtras.Columns")]
    [InlineData("SoftOperations.Training | SoftOperations.Softmax, Extras = SoftExtras.Columns | SoftExtras.Mask")]
    [InlineData("SoftOperations.Entropy | SoftOperations.ArgMax, Extras = SoftExtras.Mask")]
    public Task An_extra_that_another_operation_has_is_accepted_beside_training(string operations) => RuleCheck.Accepts(Annotated($"SoftKernel(4, Operations = {operations})"));

    [Fact]
    public void Overloads_are_named_once() => Assert.Equal(
        "asks for 'Columns', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is 'CrossEntropy'",
        ArgumentRules.WordsOfLacking(Extras.Columns, new Winner().Flag, [new Winner(), .. CrossEntropy.Overloads]));

    [Theory]
    [InlineData("SoftOperations.Softmax")]
    [InlineData("SoftOperations.Max | SoftOperations.ArgMax")]
    [InlineData("SoftOperations.All")]
    public Task A_mask_is_accepted_where_an_operation_has_it(string operations) => RuleCheck.Accepts(Annotated($"SoftKernel(4, Operations = {operations}, Extras = SoftExtras.Mask)"));

    [Theory]
    [InlineData("SoftExtras.None")]
    [InlineData("SoftExtras.Columns")]
    [InlineData("SoftExtras.Mask & SoftExtras.Columns")]
    [InlineData("default")]
    [InlineData("(SoftExtras)(1 << 30)")]
    public Task No_extra_is_accepted_and_one_that_there_is(string extras) => RuleCheck.Accepts(Annotated($"SoftKernel(4, Extras = {extras})"));

    [Theory]
    [InlineData("Level", OperationCatalog.AllExtras, null)]
    [InlineData("Level, Winner", Extras.Mask, null)]
    [InlineData("Winner", Extras.Mask, "asks for 'Mask', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is 'Level'")]
    [InlineData("Winner", Extras.Columns, "asks for 'Columns', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is 'Level' or 'Widths'")]
    [InlineData("Widths", Extras.Columns | Extras.Mask, "asks for 'Mask', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is 'Level'")]
    [InlineData("Winner", Extras.Columns | Extras.Mask, "asks for 'Mask, Columns', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is 'Level'")]
    public void An_extra_that_no_chosen_operation_has_names_those_that_have_it(string asked, object extras, string? words)
    {
        Level level = new();
        Operation[] operations = [level, new Winner(), new Widths(), new TemperatureLevel(level), new MaskedLevel(level)];
        int flags = operations.Where(operation => asked.Split(", ").Contains(operation.Name)).Aggregate(0, (all, operation) => all | operation.Flag);

        Assert.Equal(words, ArgumentRules.WordsOfLacking((Extras)extras, flags, operations));
    }

    [Fact]
    public void An_extra_that_no_operation_has_names_none() => Assert.Equal(
        "asks for 'Mask', which none of its operations has: leave that out of 'Extras'",
        ArgumentRules.WordsOfLacking(Extras.Mask, new Winner().Flag, [new Winner()]));

    [Fact]
    public Task Each_wrong_argument_is_reported() => RuleCheck.Rejects(
        Annotated("SoftKernel({|SK0009:Operations = 0|}, {|SK0004:ElementType = typeof(int)|}, {|SK0011:Name = \"\"|}, {|SK0002:Size = 0|})"),
        "[SoftKernel] on 'C' names no operation, so there is nothing to generate: name at least one ('|' joins several), or leave 'Operations' out for those of 'Core'",
        Unsupported("int"),
        "[SoftKernel] on 'C' has Name = \"\", which can't be part of a method's name: write letters, digits and underscores, as in 'Name = \"Classes\"'",
        "[SoftKernel] on 'C' has Size = 0: write 'Size = N', with N from 1 to 65,536");

    private const string NeedsNewerTarget =
        "[SoftKernel] on 'C' has the element type 'System.Half', for which the library has methods from .NET 8 on: target net8.0 or later, or write 'ElementType = typeof(float)' and convert the values";

    private static string Unsupported(string type) =>
        $"[SoftKernel] on 'C' has the element type '{type}', for which there are no methods: write 'ElementType = typeof(float)' or 'ElementType = typeof(double)' or 'ElementType = typeof(System.Half)'";

    private static string Annotated(string attributes) => $$"""
        using SoftKernels;
        class @float { }
        static class Limits { public const int Most = 65_536; }
        [{{attributes}}] partial class C { }
        """;

    private sealed class Widths() : Operation(Port.Row("values"), Port.RowResult("widths", "The widths"))
    {
        public override string Name => "Widths";

        public override int Flag => 1 << 27;

        public override Extras FormExtras => Extras.Columns;

        public override string Summary => "The widths.";
    }
}
