using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>SK0001, SK0005 and SK0007.</summary>
public sealed class DeclarationAnalyzerTests
{
    private const string Kernel = "[SoftKernels.SoftKernel(Size = 4)]";

    [Theory]
    [InlineData("class {|SK0001:Digits|} { }", "class", "Digits")]
    [InlineData("public static class {|SK0001:Digits|};", "class", "Digits")]
    [InlineData("struct {|SK0001:Digits|}<T> { }", "struct", "Digits<T>")]
    [InlineData("record {|SK0001:Digits|};", "record", "Digits")]
    [InlineData("record struct {|SK0001:Digits|}(int X);", "record struct", "Digits")]
    [InlineData("interface {|SK0001:Digits|} { }", "interface", "Digits")]
    public Task SK0001_the_type_is_not_partial(string declaration, string keyword, string name) => RuleCheck.Rejects(
        $"{Kernel} {declaration}",
        $"'{name}' is not partial, so [SoftKernel] can't add methods to it: write 'partial {keyword} {name}'");

    [Fact]
    public Task SK0001_is_reported_once_for_two_attributes() => RuleCheck.Rejects(
        $"{Kernel} [SoftKernels.SoftKernel(Size = 5)] class {{|SK0001:Digits|}} {{ }}",
        "'Digits' is not partial, so [SoftKernel] can't add methods to it: write 'partial class Digits'");

    [Theory]
    [InlineData("partial class Digits { }")]
    [InlineData("public sealed partial class Digits { }")]
    [InlineData("partial record struct Digits;")]
    [InlineData("partial class Digits { } partial class Digits { }")]
    public Task A_partial_type_is_accepted(string declaration) => RuleCheck.Accepts($"{Kernel} {declaration}");

    [Fact]
    public async Task A_part_that_lacks_the_word_is_left_to_the_compiler()
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net80.Compile($"{Kernel} partial class Digits {{ }} class Digits {{ }}"));

        Assert.Empty(await RuleCheck.Diagnostics(run.Output));
        Assert.Contains(run.Output.GetDiagnostics(), diagnostic => diagnostic.Id == "CS0260");
    }

    [Theory]
    [InlineData("class {|SK0005:Outer|} { [K] partial class Inner { } }", "'Outer' is not partial, so [SoftKernel] can't add methods to 'Inner' inside it: write 'partial class Outer', or move 'Inner' out of it")]
    [InlineData("partial class A { struct {|SK0005:Outer|}<T> { [K] partial class Inner { } } }", "'Outer<T>' is not partial, so [SoftKernel] can't add methods to 'Inner' inside it: write 'partial struct Outer<T>', or move 'Inner' out of it")]
    [InlineData("interface {|SK0005:IOuter|} { partial class B { [K] partial class Inner { } } }", "'IOuter' is not partial, so [SoftKernel] can't add methods to 'Inner' inside it: write 'partial interface IOuter', or move 'Inner' out of it")]
    public Task SK0005_a_containing_type_is_not_partial(string source, string message) => RuleCheck.Rejects(source.Replace("[K]", Kernel), message);

    [Fact]
    public Task SK0001_and_SK0005_are_reported_for_each_level() => RuleCheck.Rejects(
        $"class {{|SK0005:A|}} {{ record {{|SK0005:B|}} {{ {Kernel} struct {{|SK0001:C|}} {{ }} }} }}",
        "'A' is not partial, so [SoftKernel] can't add methods to 'C' inside it: write 'partial class A', or move 'C' out of it",
        "'B' is not partial, so [SoftKernel] can't add methods to 'C' inside it: write 'partial record B', or move 'C' out of it",
        "'C' is not partial, so [SoftKernel] can't add methods to it: write 'partial struct C'");

    [Theory]
    [InlineData("partial class Outer { [K] partial class Inner { } }")]
    [InlineData("partial class Outer { [K] partial class Inner { } class Other { } }")]
    [InlineData("class Other { } partial interface Outer { partial struct B { [K] partial record Inner; } }")]
    public Task Partial_containing_types_are_accepted(string source) => RuleCheck.Accepts(source.Replace("[K]", Kernel));

    [Theory]
    [InlineData("enum {|SK0007:E|} { A }", "'E' can't hold the methods that [SoftKernel] generates, because an enum has no methods: move the attribute to a partial class, struct or record")]
    [InlineData("delegate void {|SK0007:D|}();", "'D' can't hold the methods that [SoftKernel] generates, because a delegate has no methods of its own: move the attribute to a partial class, struct or record")]
    [InlineData("file partial class {|SK0007:F|} { }", "'F' can't hold the methods that [SoftKernel] generates, because a file-local type can't be continued in the generated file: remove the modifier 'file'")]
    public Task SK0007_the_type_cannot_hold_methods(string declaration, string message) => RuleCheck.Rejects($"{Kernel} {declaration}", message);

    [Fact]
    public Task SK0007_a_type_inside_a_file_local_type() => RuleCheck.Rejects(
        $"file partial class Outer {{ {Kernel} partial class {{|SK0007:Inner|}} {{ }} }}",
        "'Inner' can't hold the methods that [SoftKernel] generates, because a file-local type can't be continued in the generated file: remove the modifier 'file'");

    [Theory]
    [InlineData("netstandard2.0", LanguageVersion.CSharp7_3)]
    [InlineData("netstandard2.0", LanguageVersion.Latest)]
    [InlineData("net8.0", LanguageVersion.CSharp7_3)]
    public Task SK0007_an_interface_below_the_needed_language_or_framework(string framework, LanguageVersion language) => RuleCheck.Rejects(
        Consumer.All.Single(consumer => consumer.Framework == framework) with { Language = language },
        $"{Kernel} partial interface {{|SK0007:I|}} {{ }}",
        "'I' can't hold the methods that [SoftKernel] generates, because static methods in an interface need C# 8 and a modern runtime: move the attribute to a partial class, struct or record");

    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.Latest)]
    public Task A_modern_interface_is_accepted(LanguageVersion language) =>
        RuleCheck.Accepts(Consumer.Net80 with { Language = language }, $"{Kernel} partial interface I {{ }}");
}
