using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>Arguments and names that come from elsewhere, or from nowhere.</summary>
public sealed class HostileArgumentTests
{
    [Theory]
    [InlineData("int.MinValue", "-2147483648")]
    [InlineData("unchecked(int.MaxValue + 1)", "-2147483648")]
    [InlineData("-0", "0")]
    [InlineData("default", "0")]
    public Task A_size_far_out_of_range_is_refused(string size, string given) => RuleCheck.Rejects(
        $"[SoftKernels.SoftKernel({{|SK0002:Size = {size}|}})] partial class C {{ }}",
        $"[SoftKernel] on 'C' has Size = {given}: write 'Size = N', with N from 1 to 65,536");

    [Theory]
    [InlineData(16, true)]
    [InlineData(-16, false)]
    public async Task A_size_may_be_a_constant_of_another_assembly(int size, bool isAccepted)
    {
        CSharpCompilation sizes = Consumer.Net80.Compile($"public static class Sizes {{ public const int Rows = {size}; }}").WithAssemblyName("Sizes");
        using var assembly = new MemoryStream();
        Assert.True(sizes.WithOptions(sizes.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        Consumer consumer = Consumer.Net80 with { References = Consumer.Net80.References.Add(MetadataReference.CreateFromImage(assembly.ToArray())) };

        GeneratorRun run = GeneratorRun.Of(consumer.Compile("[SoftKernels.SoftKernel(Size = Sizes.Rows)] partial class C { }"));

        Assert.Equal(isAccepted ? [] : ["SK0002"], (await RuleCheck.Diagnostics(run.Output)).Select(diagnostic => diagnostic.Id));
        Assert.Equal(isAccepted ? [size] : [], run.Models.SelectMany(model => model.Kernels).Select(kernel => kernel.Size));
    }

    /// <summary>Where the compiler still finds the attribute, the file is generated, and whatever does not compile the compiler says; nothing is thrown, and no rule is broken.</summary>
    [Theory]
    [InlineData("class System { }", 1, true)]
    [InlineData("class SoftKernels { }", 0, true)]
    [InlineData("namespace SoftKernels { class SoftMath { } class KernelThrow { } }", 1, true)]
    [InlineData("namespace SoftKernels { class SoftKernelAttribute : System.Attribute { public int Size; } }", 1, false)]
    [InlineData("namespace System { class Span<T> { } }", 1, true)]
    [InlineData("enum System { A }", 1, true)]
    public async Task A_global_name_may_be_taken(string declaration, int files, bool hasErrors)
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net80.Compile($"{declaration} namespace User {{ [SoftKernels.SoftKernel(Size = 4)] partial class C {{ }} }}"));

        Assert.Empty(await RuleCheck.Diagnostics(run.Output));
        Assert.Equal(files, run.Files.Length);
        Assert.Equal(hasErrors, run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
    }

    [Fact]
    public Task The_namespace_of_the_package_may_hold_the_users_types() => RuleCheck.Accepts(
        "namespace SoftKernels { class Span { } class Own { } } namespace SoftKernels.Numerics { class Own { } [SoftKernel(Size = 4)] partial class C { } }");
}
