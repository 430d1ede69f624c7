using System;
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
    [InlineData("int {|SK0006:ArgMax4|}(ReadOnlySpan<float> values, out float probability) => throw null!;", "ArgMax4(ReadOnlySpan<float>, out float)")]
    [InlineData("int {|SK0006:ArgMax4|}(ReadOnlySpan<float> values, ref float probability) => 0;", "ArgMax4(ReadOnlySpan<float>, ref float)")]
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
    [InlineData("int ArgMax4(ReadOnlySpan<float> values, float probability) => 0;")]
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

    /// <summary>Methods hide what is inherited, as the compiler would warn of in the generated file alone.</summary>
    [Theory]
    [InlineData("class Base { public virtual float Max4(ReadOnlySpan<float> values) => 0; }", "class C : Base")]
    [InlineData("class Base { public static float Max4(ReadOnlySpan<float> values) => 0; public int Softmax; }", "class C : Base")]
    [InlineData("class Base { public virtual T Max4<T>(ReadOnlySpan<T> values) => default!; public class ArgMax4; }", "class C : Base")]
    [InlineData("class Base<T> { public virtual T Max4(ReadOnlySpan<T> values) => default!; }", "class C : Base<float>")]
    [InlineData("class Base { public virtual float Max4(ReadOnlySpan<float> values) => 0; } class Middle : Base { public sealed override float Max4(ReadOnlySpan<float> values) => 1; }", "class C : Middle")]
    [InlineData("record Base { public virtual int Max { get; } }", "record C : Base")]
    [InlineData("abstract class Base { public abstract float Max4(ReadOnlySpan<float> values); } class Middle : Base { public override float Max4(ReadOnlySpan<float> values) => 1; }", "class C : Middle")]
    [InlineData("abstract class Base<T> { public abstract T Max4(ReadOnlySpan<T> values); } class Middle<T> : Base<T> { public override T Max4(ReadOnlySpan<T> values) => default!; } class Last : Middle<float> { }", "class C : Last")]
    [InlineData("abstract class Base { public abstract T Max4<T>(ReadOnlySpan<float> values); public abstract double Max4(ReadOnlySpan<double> values); }", "abstract class C : Base")]
    [InlineData("abstract class Base<T> { public abstract T Max4(ReadOnlySpan<T> values); }", "abstract class C : Base<double>")]
    [InlineData("interface IBase { float Max4(ReadOnlySpan<float> values); }", "interface C : IBase")]
    [InlineData("interface IBase { float Max4(ReadOnlySpan<float> values) => 0; }", "class C : IBase")]
    [InlineData("interface IBase { static abstract float Max4(ReadOnlySpan<float> values); }", "class C : IBase")]
    [InlineData("interface IBase<T> { static abstract T Max4(ReadOnlySpan<T> values); }", "struct C : IBase<float>")]
    [InlineData("interface IBase { float Max4(ReadOnlySpan<float> values); } class Base { public float Max4(ReadOnlySpan<float> values) => 0; }", "class C : Base, IBase")]
    [InlineData("interface IBase { float Max4(ReadOnlySpan<float> values); } partial class C { float IBase.Max4(ReadOnlySpan<float> values) => 0; }", "class C : IBase")]
    public Task An_inherited_member_is_hidden(string declarations, string annotated) => RuleCheck.Accepts($$"""
        using System;
        {{declarations}}
        [SoftKernels.SoftKernel(Size = 4)] {{Partial(annotated)}} { }
        """);

    [Theory]
    [InlineData("abstract class Base { public abstract float Max4(ReadOnlySpan<float> values); }", "class {|SK0006:C|} : Base", "Base.Max4(ReadOnlySpan<float>)")]
    [InlineData("abstract class Base { protected abstract void Max4(ReadOnlySpan<float> values); }", "abstract class {|SK0006:C|} : Base", "Base.Max4(ReadOnlySpan<float>)")]
    [InlineData("abstract class Base<T> { public abstract T Max4(ReadOnlySpan<T> values); }", "class {|SK0006:C|} : Base<float>", "Base<float>.Max4(ReadOnlySpan<float>)")]
    [InlineData("abstract class Base<T> { public abstract T Max4(ReadOnlySpan<T> values); } abstract class Middle : Base<float> { }", "class {|SK0006:C|} : Middle", "Base<float>.Max4(ReadOnlySpan<float>)")]
    [InlineData("abstract class Base { public abstract int Max4 { get; } }", "class {|SK0006:C|} : Base", "Base.Max4")]
    [InlineData("abstract class Base { public abstract event Action Max4; }", "class {|SK0006:C|} : Base", "Base.Max4")]
    [InlineData("abstract record Base { public abstract int Max { get; } }", "record {|SK0006:C|} : Base", "Base.Max")]
    [InlineData("class Base { public virtual int Max => 0; } abstract class Middle : Base { public abstract override int Max { get; } }", "class {|SK0006:C|} : Middle", "Middle.Max")]
    [InlineData("abstract class Base { protected abstract void Softmax4Core(ReadOnlySpan<float> logits, Span<float> probabilities); }", "class {|SK0006:C|} : Base", "Base.Softmax4Core(ReadOnlySpan<float>, Span<float>)")]
    public Task SK0006_an_inherited_abstract_member_would_be_hidden_for_good(string declarations, string annotated, string named) => RuleCheck.Rejects(
        $$"""
        using System;
        {{declarations}}
        [SoftKernels.SoftKernel(Size = 4)] {{Partial(annotated)}} { }
        """,
        $"'C' inherits the abstract '{named}', which a generated method would hide, so that nothing could override it (CS0533): move the attribute to another type, or leave its operation out of 'Operations'");

    /// <summary>One of the methods of that name is enough.</summary>
    [Fact]
    public Task An_interface_asks_for_one_of_two_static_methods() => RuleCheck.Accepts("""
        using System;
        interface IBase { static abstract float Max4(ReadOnlySpan<float> values); }
        [SoftKernels.SoftKernel(4), SoftKernels.SoftKernel(4, ElementType = typeof(double))] partial class C : IBase { }
        """);

    [Theory]
    [InlineData("interface IBase { float Max4(ReadOnlySpan<float> values); }", "class {|SK0006:C|} : IBase", "IBase.Max4(ReadOnlySpan<float>)")]
    [InlineData("interface IBase<T> { T Max4(ReadOnlySpan<T> values); } interface IMiddle : IBase<float> { }", "struct {|SK0006:C|} : IMiddle", "IBase<float>.Max4(ReadOnlySpan<float>)")]
    [InlineData("interface IBase { static abstract double Max4(ReadOnlySpan<float> values); }", "class {|SK0006:C|} : IBase", "IBase.Max4(ReadOnlySpan<float>)")]
    public Task SK0006_an_interface_asks_for_what_a_static_method_is_not(string declarations, string annotated, string named) => RuleCheck.Rejects(
        $$"""
        using System;
        {{declarations}}
        [SoftKernels.SoftKernel(Size = 4)] {{Partial(annotated)}} { }
        """,
        $"'C' does not implement '{named}', and the static method that [SoftKernel] would generate can't (CS0736): implement it explicitly, or leave its operation out of 'Operations'");

    [Fact]
    public Task SK0006_an_override_is_declared_already() => RuleCheck.Rejects(
        """
        using System;
        abstract class Base { public abstract float Max4(ReadOnlySpan<float> values); }
        [SoftKernels.SoftKernel(Size = 4)] partial class C : Base { public override float {|SK0006:Max4|}(ReadOnlySpan<float> values) => 0; }
        """,
        $"'C' declares 'Max4(ReadOnlySpan<float>)', {Advice}");

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

    /// <summary>The word stands right before the kind of type.</summary>
    private static string Partial(string type) => type.StartsWith("abstract ", StringComparison.Ordinal) ? type.Insert("abstract ".Length, "partial ") : "partial " + type;

    private static string Annotated(string member) => $$"""
        using System;
        [SoftKernels.SoftKernel(Size = 4)] partial class C { {{member}} }
        """;

    /// <summary>Without sound attributes there is no telling which methods there would be.</summary>
    [Theory]
    [InlineData("SoftKernel(Size = 4), SoftKernel({|SK0002:Size = 0|})", "[SoftKernel] on 'C' has Size = 0: write 'Size = N', with N from 1 to 65,536")]
    [InlineData("SoftKernel(Size = 4), SoftKernel(Size = Missing)")]
    public Task A_clash_is_not_spoken_of_before_the_attributes_are_sound(string attributes, params string[] messages) =>
        RuleCheck.Rejects($"using SoftKernels; [{attributes}] partial class C {{ const int Max4 = 1; }}", messages);

    /// <summary>The generator reads what calls itself generated too.</summary>
    [Fact]
    public Task A_file_that_calls_itself_generated_is_checked() => RuleCheck.Rejects(
        "// <auto-generated/>\n[SoftKernels.SoftKernel({|SK0002:Size = 0|})] partial class C { }",
        "[SoftKernel] on 'C' has Size = 0: write 'Size = N', with N from 1 to 65,536");
}
