using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>Where the analyzers don't run, the generator says itself why it generates nothing.</summary>
public sealed class RefusalTests
{
    /// <summary>The compiler ends at an attribute that it rejects, before any analyzer runs.</summary>
    [Theory]
    [InlineData("[SoftKernel({|SK0002:Size: 10|})] partial class C { }", "no Size, but 'Size: 10'")]
    [InlineData("[SoftKernel({|SK0002:Sizes.ReadOnly|}, ElementType = typeof(double))] partial class C { }", "a Size that is not constant, 'Sizes.ReadOnly'")]
    [InlineData("[SoftKernel({|SK0002:size: Sizes.Property|})] partial class C { }", "a Size that is not constant, 'Sizes.Property'")]
    [InlineData("[SoftKernel({|SK0002:Size = Sizes.ReadOnly|})] partial class C { }", "a Size that is not constant, 'Sizes.ReadOnly'")]
    [InlineData("[SoftKernel({|SK0002:Size = Sizes.Property|})] partial class C { }", "a Size that is not constant, 'Sizes.Property'")]
    [InlineData("[SoftKernel({|SK0002:Size = Sizes.Get() + 1|})] partial class C { }", "a Size that is not constant, 'Sizes.Get() + 1'")]
    public async Task An_attribute_that_the_compiler_rejects_is_explained(string attributed, string given)
    {
        GeneratorRun run = await Reports(
            $$"""
            using SoftKernels;
            {{attributed}}
            static class Sizes { public const int Constant = 10; public static readonly int ReadOnly = 10; public static int Property => 10; public static int Get() => 9; }
            """,
            off: false,
            $"[SoftKernel] on 'C' has {given}: write 'Size = N', with N from 1 to 65,536");
        Assert.Empty(run.Files);
    }

    /// <summary>Older frameworks have no Half: the compiler asks for a directive or a reference, and there is none that would help.</summary>
    [Theory]
    [InlineData("Half")]
    [InlineData("System.Half")]
    [InlineData("global::System.Half")]
    public async Task A_Half_that_the_framework_does_not_have_is_explained(string type)
    {
        GeneratorRun run = await Reports(
            $"using System; using SoftKernels;\n[SoftKernel(10, {{|SK0013:ElementType = typeof({type})|}})] partial class C {{ }}",
            off: false,
            Consumer.NetStandard20,
            "[SoftKernel] on 'C' has the element type 'System.Half', for which the library has methods from .NET 8 on: target net8.0 or later, or write 'ElementType = typeof(float)' and convert the values");
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[SoftKernel(10, 10)] partial class C { }")]
    [InlineData("[SoftKernel(10, typeof(double))] partial class C { }")]
    [InlineData("[SoftKernel(\"ten\")] partial class C { }")]
    [InlineData("[SoftKernel(10L)] partial class C { }")]
    [InlineData("[SoftKernel(Missing.Ten)] partial class C { }")]
    [InlineData("[SoftKernel(10, Operations: SoftOperations.Max)] partial class C { }")]
    [InlineData("[SoftKernel(Size = \"ten\")] partial class C { }")]
    [InlineData("[SoftKernel(Size = Missing.Ten)] partial class C { }")]
    [InlineData("[SoftKernel(Size = 10, ElementType = Missing)] partial class C { }")]
    [InlineData("[SoftKernel(Size = 10, ElementType = typeof(Half))] partial class C { }")]
    [InlineData("[SoftKernel(Size = 10, ElementType = typeof(Quarter))] partial class C { }")]
    public async Task Where_the_compiler_says_enough_nothing_is_added(string attributed) => Assert.Empty((await Reports("using SoftKernels;\n" + attributed, off: false)).Files);

    [Fact]
    public async Task So_are_the_mistakes_that_no_analyzer_comes_to_report_because_of_it() => await Reports(
        """
        using SoftKernels;
        [SoftKernel({|SK0002:Size: 10|})] partial class C { }
        [SoftKernel(Size = 10)] class {|SK0001:D|} { }
        [SoftKernel(Size = 10)] partial class E { }
        """,
        off: false,
        "[SoftKernel] on 'C' has no Size, but 'Size: 10': write 'Size = N', with N from 1 to 65,536",
        "'D' is not partial, so [SoftKernel] can't add methods to it: write 'partial class D'");

    [Theory]
    [InlineData("[SoftKernel(Size = 10)] class {|SK0001:C|} { }", "'C' is not partial, so [SoftKernel] can't add methods to it: write 'partial class C'")]
    [InlineData("[SoftKernel({|SK0002:Size = 0|})] partial class C { }", "[SoftKernel] on 'C' has Size = 0: write 'Size = N', with N from 1 to 65,536")]
    [InlineData("[SoftKernel(10, {|SK0011:Name = \"\"|})] partial class C { }", "[SoftKernel] on 'C' has Name = \"\", which can't be part of a method's name: write letters, digits and underscores, as in 'Name = \"Classes\"'")]
    [InlineData("[SoftKernel(10, {|SK0012:Size = 11|})] partial class C { }", "[SoftKernel] on 'C' gives its size twice, as 10 and as 'Size = 11': leave one of the two out")]
    [InlineData("[SoftKernel(10, {|SK0009:Extras = SoftExtras.Mask|}, Operations = SoftOperations.Max)] partial class C { }", "[SoftKernel] on 'C' asks for 'Mask', which none of its operations has: leave that out of 'Extras', or name an operation that has it, which is 'Softmax' or 'LogSoftmax' or 'LogSumExp' or 'ArgMax' or 'TopK' or 'Sample'")]
    [InlineData("[SoftKernel(Size = 10)] enum {|SK0007:C|} { A }", "'C' can't hold the methods that [SoftKernel] generates, because an enum has no methods: move the attribute to a partial class, struct or record")]
    [InlineData("[SoftKernel(Size = 10)] delegate void {|SK0007:C|}();", "'C' can't hold the methods that [SoftKernel] generates, because a delegate has no methods of its own: move the attribute to a partial class, struct or record")]
    [InlineData("[SoftKernel(Size = 10)] partial class {|SK0008:Max|} { }", "'Max' bears the name of a method that [SoftKernel] would generate, which C# forbids (CS0542): rename the type, or leave that operation out of 'Operations'")]
    public async Task With_analyzers_switched_off_the_generator_reports_in_their_words(string attributed, string message) =>
        await Reports("using SoftKernels;\n" + attributed, off: true, message);

    [Fact]
    public async Task A_sound_type_is_generated_all_the_same()
    {
        GeneratorRun run = await Reports("using SoftKernels;\n[SoftKernel(Size = 4)] partial class C { } [SoftKernel(Size = 5)] class {|SK0001:D|} { }", off: true,
            "'D' is not partial, so [SoftKernel] can't add methods to it: write 'partial class D'");
        Assert.Single(run.Files);
    }

    [Fact]
    public void Where_analyzers_run_the_generator_leaves_it_to_them() =>
        Assert.Empty(GeneratorRun.Of(Consumer.Net80.Compile("[SoftKernels.SoftKernel(Size = 4)] class C { }"), new BuildProperties(off: false)).Files);

    /// <summary>No bulk severity and no pragma hides why there are no methods.</summary>
    [Fact]
    public async Task Errors_of_the_attribute_can_not_be_switched_off()
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net80.Compile("#pragma warning disable SK0001\n[SoftKernels.SoftKernel(Size = 4)] class C { }"));
        Compilation silenced = run.Output.WithOptions(run.Output.Options.WithSpecificDiagnosticOptions([new("SK0001", ReportDiagnostic.Suppress)]));

        Assert.Equal(["SK0001"], (await RuleCheck.Diagnostics(silenced, new BuildProperties(off: false))).Where(diagnostic => !diagnostic.IsSuppressed).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Nor_can_what_the_generator_reports()
    {
        CSharpCompilation compilation = Consumer.Net80.Compile("#pragma warning disable SK0001\n[SoftKernels.SoftKernel(Size = 4)] class C { }");
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("SK0001", ReportDiagnostic.Suppress)]));

        Assert.Equal("SK0001", Assert.Single(GeneratorRun.Of(compilation, new BuildProperties(off: true), reported: 1).Result.Diagnostics).Id);
    }

    private static Task<GeneratorRun> Reports(string markedSource, bool off, params string[] messages) => Reports(markedSource, off, Consumer.Net80, messages);

    private static Task<GeneratorRun> Reports(string markedSource, bool off, Consumer consumer, params string[] messages)
    {
        MarkedSource source = MarkedSource.Parse(markedSource);
        GeneratorRun run = GeneratorRun.Of(consumer.Compile(source.Text), new BuildProperties(off), reported: messages.Length);
        Diagnostic[] reported = [.. run.Result.Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

        Assert.Equal(source.Marks, reported.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.Equal(messages, reported.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.All(reported, diagnostic =>
        {
            Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
            Assert.Equal(run.Output.SyntaxTrees.First().GetLineSpan(diagnostic.Location.SourceSpan, TestContext.Current.CancellationToken), diagnostic.Location.GetLineSpan());
        });
        return Task.FromResult(run);
    }
}
