using System.Threading.Tasks;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<SoftKernels.Generator.Diagnostics.DeclarationAnalyzer, SoftKernels.CodeFixes.PartialFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK0001 and SK0005.</summary>
public sealed class PartialFixTests
{
    private const string Kernel = "[SoftKernels.SoftKernel(Size = 4)]";

    [Theory]
    [InlineData("class {|SK0001:C|} { }", "partial class C { }")]
    [InlineData("/* kept */ struct {|SK0001:C|} { }", "/* kept */ partial struct C { }")]
    [InlineData("public static class {|SK0001:C|} { }", "public static partial class C { }")]
    [InlineData("public sealed record {|SK0001:C|}(int X);", "public sealed partial record C(int X);")]
    [InlineData("readonly record struct {|SK0001:C|}<T>;", "readonly partial record struct C<T>;")]
    [InlineData("interface {|SK0001:C|} { }", "partial interface C { }")]
    public Task SK0001_partial_is_added(string declaration, string mended) => Check.Mends($"{Kernel} {declaration}", $"{Kernel} {mended}");

    [Fact]
    public Task SK0005_partial_is_added_to_each_containing_type() => Check.Mends(
        $$"""
        /// <summary>Kept where it is.</summary>
        struct {|SK0005:Outer|}<T>
        {
            {{Kernel}} partial class Inner { }
        }

        partial class Half
        {
            internal record {|SK0005:Middle|}
            {
                {{Kernel}} public struct {|SK0001:Inner|} { }
            }
        }
        """,
        $$"""
        /// <summary>Kept where it is.</summary>
        partial struct Outer<T>
        {
            {{Kernel}} partial class Inner { }
        }

        partial class Half
        {
            internal partial record Middle
            {
                {{Kernel}} public partial struct Inner { }
            }
        }
        """);
}
