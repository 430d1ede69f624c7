using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>What the compiler rejects by itself gets neither a second error nor a file, and above all no exception.</summary>
public sealed class MalformedSourceTests
{
    [Theory]
    [InlineData("[SoftKernel(Size = )] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4,)] partial class C { }")]
    [InlineData("[SoftKernel(Size = \"four\")] partial class C { }")]
    [InlineData("[SoftKernel(Size = Missing)] partial class C { }")]
    [InlineData("[SoftKernel(Size = checked(int.MaxValue + 1))] partial class C { }")]
    [InlineData("[SoftKernel(Sise = 4)] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4, ElementType = typeof(Missing))] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4, ElementType = typeof())] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4, ElementType = float)] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4, ElementType = typeof(T))] partial class C<T> { }")]
    [InlineData("[SoftKernel(Size = 4, Operations = SoftOperations.Missing)] partial class C { }")]
    [InlineData("[SoftKernel<float>(Size = 4)] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4)] void M() { }")]
    [InlineData("class C { [SoftKernel(Size = 4)] void M() { } }")]
    [InlineData("[assembly: SoftKernel(Size = 4)]")]
    [InlineData("[SoftKernel(Size = 4)]")]
    [InlineData("class C<[SoftKernel(Size = 4)] T> { }")]
    [InlineData("[SoftKernel(")]
    public async Task The_compiler_has_the_only_word(string source)
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net80.Compile("using SoftKernels;\n" + source));

        Assert.Contains(run.Output.GetDiagnostics(), diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Empty(await RuleCheck.Diagnostics(run.Output));
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[SoftKernel(Size = 4] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4) partial class C { }")]
    [InlineData("[SoftKernel(Size = 4)] partial class { }")]
    [InlineData("[SoftKernel(Size = 4)] partial class C {")]
    [InlineData("[SoftKernel(Size = 4)] partial class C<T, { }")]
    [InlineData("[SoftKernel(Size = 4)] partial class C : Missing<C>.D { void Softmax4(Missing a, ) { } }")]
    [InlineData("[SoftKernel(Size = 4)] partial class C { } [SoftKernel(Size = 5)] partial struct C { }")]
    [InlineData("[SoftKernel(Size = 4, Size = 5)] partial class C { }")]
    [InlineData("[SoftKernel(Size = 4.0, Operations = 1)] partial class C { }")]
    [InlineData("partial class A { [SoftKernel(Size = 4)] partial class C { } } partial struct A { [SoftKernel(Size = 5)] partial class C { } }")]
    [InlineData("[SoftKernel(Size = 4)] partial class C { } partial class C { } class C { }")]
    [InlineData("[SoftKernel(Size = 4)] partial class C<T> { } [SoftKernel(Size = 5)] partial class C<U> { }")]
    [InlineData("namespace { [SoftKernel(Size = 4)] partial class C { } }")]
    [InlineData("namespace A. { [SoftKernel(Size = 4)] partial class C { } }")]
    [InlineData("enum E { [SoftKernel(Size = 4)] partial class C { } }")]
    public async Task Half_written_code_throws_nothing(string source) =>
        await RuleCheck.Diagnostics(GeneratorRun.Of(Consumer.Net80.Compile("using SoftKernels;\n" + source)).Output);

    [Fact]
    public async Task Without_the_attribute_in_reach_nothing_is_said() =>
        Assert.Empty(await RuleCheck.Diagnostics(Consumer.Net80.WithoutRuntime.Compile("[SoftKernels.SoftKernel] class Softmax { int Softmax4; }")));

    [Fact]
    public async Task Without_the_attribute_applied_nothing_is_said() =>
        Assert.Empty(await RuleCheck.Diagnostics(Consumer.Net80.Compile("class Softmax { int Max; } enum E { } [System.Obsolete] class LogSumExp { }")));
}
