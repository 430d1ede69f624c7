using System.Threading.Tasks;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<SoftKernels.Generator.Diagnostics.ArgumentAnalyzer, SoftKernels.CodeFixes.DuplicateFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK0003.</summary>
public sealed class DuplicateFixTests
{
    [Theory]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(Size = 4)|}", "SoftKernel(Size = 4)")]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(Size = 4)|}, SoftKernel(Size = 5)", "SoftKernel(Size = 4), SoftKernel(Size = 5)")]
    [InlineData("SoftKernel(Size = 4)] [{|SK0003:SoftKernel(Size = 4, ElementType = typeof(float))|}", "SoftKernel(Size = 4)")]
    public Task The_second_is_removed(string attributes, string mended) => Check.Mends(Annotated(attributes), Annotated(mended));

    [Theory]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.Max)|}", "SoftKernel(Size = 4)")]
    [InlineData("SoftKernel(Size = 4, Operations = SoftOperations.Max), {|SK0003:SoftKernel(Size = 4)|}", "SoftKernel(Size = 4)")]
    [InlineData(
        "SoftKernel(Size = 4, Operations = SoftOperations.Max), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.Max)|}",
        "SoftKernel(Size = 4, Operations = SoftOperations.Max)")]
    [InlineData(
        "SoftKernel(Operations = SoftOperations.Max, Size = 4), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.ArgMax)|}",
        "SoftKernel(Operations = SoftOperations.Max | SoftOperations.ArgMax, Size = 4)")]
    [InlineData(
        "SoftKernel(Size = 4, Operations = SoftOperations.Max | SoftOperations.ArgMax), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.HardMax | SoftOperations.Max)|}",
        "SoftKernel(Size = 4, Operations = SoftOperations.Max | SoftOperations.ArgMax | SoftOperations.HardMax | SoftOperations.Max)")]
    [InlineData(
        "SoftKernel(Size = 4, Operations = C.All ? SoftOperations.All : SoftOperations.Max), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.ArgMax)|}",
        "SoftKernel(Size = 4, Operations = (C.All ? SoftOperations.All : SoftOperations.Max) | SoftOperations.ArgMax)")]
    [InlineData(
        "SoftKernel(Size = 4, Operations = SoftOperations.ArgMax), {|SK0003:SoftKernel(Size = 4, Operations = C.All ? SoftOperations.All : SoftOperations.Max)|}",
        "SoftKernel(Size = 4, Operations = SoftOperations.ArgMax | (C.All ? SoftOperations.All : SoftOperations.Max))")]
    [InlineData(
        "SoftKernel(Size = 4, Operations = SoftOperations.All & ~SoftOperations.Max), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.ArgMax)|}",
        "SoftKernel(Size = 4, Operations = (SoftOperations.All & ~SoftOperations.Max) | SoftOperations.ArgMax)")]
    [InlineData(
        "SoftKernel(4, Operations = (SoftOperations)64 | SoftOperations.Max), {|SK0003:SoftKernel(4)|}",
        "SoftKernel(4, Operations = (SoftOperations)64 | SoftOperations.Max | SoftOperations.Core)")]
    [InlineData(
        "SoftKernel(4, Name = \"A\"), {|SK0003:SoftKernel(Size = 4, Name = \"A\", Operations = (SoftOperations)64 | SoftOperations.Max)|}",
        "SoftKernel(4, Name = \"A\", Operations = SoftOperations.Core | (SoftOperations)64 | SoftOperations.Max)")]
    public Task Its_operations_go_to_the_first(string attributes, string mended) => Check.Mends(Annotated(attributes), Annotated(mended));

    [Theory]
    [InlineData("SoftKernel(4), {|SK0003:SoftKernel(Size = 4)|}", "SoftKernel(4)")]
    [InlineData("SoftKernel(Size = 4), {|SK0003:SoftKernel(4)|}", "SoftKernel(Size = 4)")]
    [InlineData(
        "SoftKernel(4, Operations = SoftOperations.Max), {|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.ArgMax)|}",
        "SoftKernel(4, Operations = SoftOperations.Max | SoftOperations.ArgMax)")]
    [InlineData(
        "SoftKernel(size: 4, Operations = SoftOperations.Max), {|SK0003:SoftKernel(Size = 4)|}", "SoftKernel(size: 4)")]
    public Task The_first_stays_as_it_is_spelled(string attributes, string mended) => Check.Mends(Annotated(attributes), Annotated(mended));

    /// <summary>The extra of a bit that none is, because none is had yet.</summary>
    [Theory]
    [InlineData("SoftKernel(4), {|SK0003:SoftKernel(4, Extras = SoftExtras.None)|}", "SoftKernel(4, Extras = SoftExtras.None)")]
    [InlineData("SoftKernel(4, Extras = (SoftExtras)8), {|SK0003:SoftKernel(4)|}", "SoftKernel(4, Extras = (SoftExtras)8)")]
    [InlineData("SoftKernel(4, Extras = (SoftExtras)8), {|SK0003:SoftKernel(4, Extras = (SoftExtras)8)|}", "SoftKernel(4, Extras = (SoftExtras)8)")]
    [InlineData(
        "SoftKernel(4, Operations = SoftOperations.Max, Extras = (SoftExtras)8), {|SK0003:SoftKernel(4, Extras = (SoftExtras)16, Operations = SoftOperations.ArgMax)|}",
        "SoftKernel(4, Operations = SoftOperations.Max | SoftOperations.ArgMax, Extras = (SoftExtras)8 | (SoftExtras)16)")]
    public Task Its_extras_do_too(string attributes, string mended) => Check.Mends(Annotated(attributes), Annotated(mended));

    [Fact]
    public Task Without_a_using_the_core_is_named_in_full() => Check.Mends(
        "[SoftKernels.SoftKernel(4), {|SK0003:SoftKernels.SoftKernel(4, Operations = (SoftKernels.SoftOperations)65)|}] partial class C { }",
        "[SoftKernels.SoftKernel(4, Operations = SoftKernels.SoftOperations.Core | (SoftKernels.SoftOperations)65)] partial class C { }");

    [Fact]
    public Task The_first_may_stand_in_another_file() => Check.Mends(
        (Annotated("SoftKernel(Size = 4, Operations = SoftOperations.Max)"), "using SoftKernels; [{|SK0003:SoftKernel(Size = 4, Operations = SoftOperations.ArgMax)|}] partial class C { }"),
        (Annotated("SoftKernel(Size = 4, Operations = SoftOperations.Max | SoftOperations.ArgMax)"), "using SoftKernels; partial class C { }"));

    [Fact]
    public Task Lines_and_comments_round_it_stay_in_shape() => Check.Mends(
        """
        namespace A
        {
            [SoftKernels.SoftKernel(Size = 4)]
            [{|SK0003:SoftKernels.SoftKernel(Size = 4)|}]
            public partial class C { }

            [SoftKernels.SoftKernel(Size = 5)]
            public partial class D { }
        }
        """,
        """
        namespace A
        {
            [SoftKernels.SoftKernel(Size = 4)]
            public partial class C { }

            [SoftKernels.SoftKernel(Size = 5)]
            public partial class D { }
        }
        """);

    [Fact]
    public Task A_comment_before_the_second_stays() => Check.Mends(
        """
        [SoftKernels.SoftKernel(Size = 4)]
        // Why.
        [{|SK0003:SoftKernels.SoftKernel(Size = 4)|}]
        partial class C { }
        """,
        """
        [SoftKernels.SoftKernel(Size = 4)]
        // Why.
        partial class C { }
        """);

    private static string Annotated(string attributes) => $$"""
        using SoftKernels;
        [{{attributes}}] partial class C { public const bool All = false; }
        """;
}
