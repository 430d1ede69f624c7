using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests;

/// <summary>When there is nothing to generate. What becomes of files on an edit: <see cref="Incrementality.EditTests"/>.</summary>
public sealed class SoftKernelGeneratorTests
{
    private const string Digits = "[SoftKernels.SoftKernel(Size = 10)] partial class Digits { }";

    [Fact]
    public void Without_an_attribute_there_is_no_file() => Assert.Empty(GeneratorRun.Of(Consumer.Net80.Compile("partial class C { }")).Files);

    [Fact]
    public void Without_the_runtime_there_is_no_file() =>
        Assert.Empty(GeneratorRun.Of(Consumer.Net80.WithoutRuntime.Compile(Digits)).Files);
}
