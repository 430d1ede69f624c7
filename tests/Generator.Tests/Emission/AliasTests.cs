using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Emission;

/// <summary>A project that knows the library by an extern alias.</summary>
public sealed class AliasTests
{
    private const string Declared = """
        extern alias Soft;
        using SoftKernel = Soft::SoftKernels.SoftKernelAttribute;

        [Soft::SoftKernels.SoftKernel(Size = 4)] partial class C { }
        [SoftKernel(Size = 40, ElementType = typeof(double))] partial struct D { }
        namespace Soft.SoftKernels { [global::Soft.SoftKernels.Own] class OwnAttribute : System.Attribute { } }
        """;

    public static IEnumerable<TheoryDataRow<object>> Consumers { get; } = Consumer.All.Select(consumer => new TheoryDataRow<object>(consumer));

    [Theory]
    [MemberData(nameof(Consumers), DisableDiscoveryEnumeration = true)]
    public Task Generated_code_says_that_alias(object consumer) =>
        RuleCheck.Accepts(((Consumer)consumer).WithAliases("Soft"), Declared);

    [Theory]
    [InlineData("Soft", "Other")]
    [InlineData("Soft", "global")]
    [InlineData("global", "Soft")]
    public Task Several_names_are_one_too_many_for_none(params string[] aliases) => RuleCheck.Accepts(Consumer.Net80.WithAliases(aliases), Declared);

    [Fact]
    public void Where_there_is_the_global_name_it_is_used() => Assert.DoesNotContain("extern alias", Text("global", "Soft"), System.StringComparison.Ordinal);

    [Fact]
    public void And_where_there_is_not_it_is_nowhere_said()
    {
        Assert.DoesNotContain("global::SoftKernels", Text("Soft"), System.StringComparison.Ordinal);
        Assert.Contains("extern alias Soft;\n\n", Text("Soft"), System.StringComparison.Ordinal);
    }

    [Fact]
    public Task An_alias_may_be_a_keyword() =>
        RuleCheck.Accepts(Consumer.Net80.WithAliases("class"), "extern alias @class; [@class::SoftKernels.SoftKernel(Size = 4)] partial class C { }");

    /// <summary>A second reference to the same file, as a project's and a package's may meet.</summary>
    [Fact]
    public void A_reference_beside_it_without_an_alias_counts()
    {
        MetadataReference library = Consumer.Net80.References.Single(reference => reference.Display!.EndsWith("SoftKernels.dll", System.StringComparison.Ordinal));
        Consumer both = Consumer.Net80.WithAliases("Soft");
        CSharpCompilation compilation = (both with { References = both.References.Add(library) }).Compile("[SoftKernels.SoftKernel(Size = 4)] partial class C { }");
        GeneratorRun run = GeneratorRun.Of(compilation);

        Assert.DoesNotContain("extern alias", Assert.Single(run.Files).SourceText.ToString(), System.StringComparison.Ordinal);
        Assert.Empty(run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
    }

    /// <summary>Calls are known too: a length that does not fit, a formula that overflows.</summary>
    [Fact]
    public async Task Analyzers_see_through_it()
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net80.WithAliases("Soft").Compile(
            Declared + """
             class User
             {
                 float M() => C.Max4(new float[5]);
                 void N(float[] x) => Soft::SoftKernels.SoftMath.Softmax(System.MemoryExtensions.AsSpan(x, 0, 4), System.MemoryExtensions.AsSpan(x, 1, 4));
                 double L(double[] x) { double s = 0; foreach (var v in x) { s += System.Math.Exp(v); } return System.Math.Log(s); }
             }
            """));

        Assert.Equal(["SK1001", "SK1002", "SK2001"], (await RuleCheck.Diagnostics(run.Output)).Select(diagnostic => diagnostic.Id));
    }

    private static string Text(params string[] aliases) => GeneratorRun.Of(Consumer.Net80.WithAliases(aliases).Compile(Declared)).Files[0].SourceText.ToString();
}
