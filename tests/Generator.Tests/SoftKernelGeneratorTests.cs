using Microsoft.CodeAnalysis;
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

    /// <summary>For a structure, each new compiler process compiles the pipeline's generic code anew: some 400 methods more were 40 ms.</summary>
    [Fact]
    public void All_that_flows_through_the_pipeline_is_a_class()
    {
        GeneratorRunResult result = GeneratorRun.Of(Consumer.Net80.Compile(Digits)).Result;

        Assert.All(GeneratorRun.StepNames, step => Assert.All(CachedValues.Of(result, step), value => Assert.False(value.GetType().IsValueType)));
    }
}
