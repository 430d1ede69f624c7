using System.Threading.Tasks;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.FixCheck<SoftKernels.Generator.Diagnostics.MemberAnalyzer, SoftKernels.CodeFixes.RenameFix>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK0008.</summary>
public sealed class RenameFixTests
{
    private const string Kernel = "[SoftKernels.SoftKernel(Size = 4)]";

    [Fact]
    public Task The_type_is_renamed_wherever_it_is_used() => Check.Mends(
        $$"""
        {{Kernel}} partial class {|SK0008:Softmax|} { public const int X = 1; }
        partial class Softmax { Softmax() { } }
        class User { int x = Softmax.X; }
        """,
        $$"""
        {{Kernel}} partial class SoftmaxKernels { public const int X = 1; }
        partial class SoftmaxKernels { SoftmaxKernels() { } }
        class User { int x = SoftmaxKernels.X; }
        """);

    [Fact]
    public Task A_name_that_is_taken_gets_a_number() => Check.Mends(
        $$"""
        class ArgMax4Kernels { }
        class ArgMax4Kernels2 { }
        {{Kernel}} partial struct {|SK0008:ArgMax4|} { }
        """,
        $$"""
        class ArgMax4Kernels { }
        class ArgMax4Kernels2 { }
        {{Kernel}} partial struct ArgMax4Kernels3 { }
        """);
}
