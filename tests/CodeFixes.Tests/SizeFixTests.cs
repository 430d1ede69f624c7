using System.Threading.Tasks;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<SoftKernels.Generator.Diagnostics.ArgumentAnalyzer, SoftKernels.CodeFixes.SizeFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK0012.</summary>
public sealed class SizeFixTests
{
    [Theory]
    [InlineData("SoftKernel(4, {|SK0012:Size = 5|})", "SoftKernel(4)")]
    [InlineData("SoftKernel(size: 2 + 2, Name = \"A\", {|SK0012:Size = 5|}, ElementType = typeof(double))", "SoftKernel(size: 2 + 2, Name = \"A\", ElementType = typeof(double))")]
    public Task The_size_with_its_name_is_removed(string attribute, string mended) => Check.Mends(Annotated(attribute), Annotated(mended));

    [Theory]
    [InlineData("SoftKernel(4, {|SK0012:Size = 5|})", "SoftKernel(Size = 5)")]
    [InlineData("SoftKernel(size: 2 + 2, Name = \"A\", {|SK0012:Size = 5|})", "SoftKernel(Name = \"A\", Size = 5)")]
    public Task Or_the_one_without(string attribute, string mended) => Check.Mends(Annotated(attribute), Annotated(mended), action: 1);

    [Fact]
    public Task All_at_once() => Check.Mends(
        Annotated("SoftKernel(4, {|SK0012:Size = 5|}), SoftKernel(6, {|SK0012:Size = 7|})"), Annotated("SoftKernel(4), SoftKernel(6)"));

    private static string Annotated(string attributes) => $"using SoftKernels; [{attributes}] partial class C {{ }}";
}
