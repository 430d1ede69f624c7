using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Xunit.Sdk;

namespace SoftKernels.Generator.Tests.Harness;

/// <summary>The harness must bite.</summary>
public sealed class HarnessTests
{
    private static readonly CSharpCompilation s_compilation = Consumer.Net80.Compile("class Planted;");

    public static IEnumerable<TheoryDataRow<object>> Planted { get; } =
    [
        new(s_compilation),
        new(s_compilation.SyntaxTrees[0]),
        new(s_compilation.SyntaxTrees[0].GetRoot()),
        new(s_compilation.SyntaxTrees[0].GetRoot().GetLocation()),
        new(s_compilation.GetTypeByMetadataName("Planted")!),
    ];

    [Theory]
    [MemberData(nameof(Planted), DisableDiscoveryEnumeration = true)]
    public void The_search_finds_what_must_not_be_cached_however_deep(object planted)
    {
        Assert.NotNull(SymbolSearch.Find(planted));
        Assert.NotNull(SymbolSearch.Find(new Holder<object>(planted)));
        Assert.NotNull(SymbolSearch.Find(ImmutableArray.Create(("text", (IEnumerable<object>)[1, new Holder<object>(planted)]))));
        Assert.NotNull(SymbolSearch.Find(new DerivedHolder(planted)));
    }

    [Fact]
    public void A_symbol_that_a_step_caches_is_found()
    {
        GeneratorRunResult result = CSharpGeneratorDriver
            .Create([new PlantingGenerator().AsSourceGenerator()], driverOptions: GeneratorRun.Options)
            .RunGenerators(s_compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        CachedValues.AssertFreeOfSymbols(result, ["Clean"]);
        Assert.ThrowsAny<XunitException>(() => CachedValues.AssertFreeOfSymbols(result, ["Planted"]));
    }

    [Fact]
    public void The_search_lets_plain_values_pass() =>
        Assert.Null(SymbolSearch.Find(new Holder<object>(ImmutableArray.Create<object>("text", 1, 2.0, LanguageVersion.CSharp7_3))));

    [Fact]
    public void Reflection_finds_the_names_of_the_steps() => Assert.Contains(TrackingNames.Files, GeneratorRun.StepNames);

    [Fact]
    public void A_mark_has_the_place_that_its_text_has_once_all_marks_are_gone()
    {
        MarkedSource source = MarkedSource.Parse("a {|X1:b {|X2:c|}|} {|X3:d|}");

        Assert.Equal("a b c d", source.Text);
        Assert.Equal(
            [("X1", TextSpan.FromBounds(2, 5)), ("X2", TextSpan.FromBounds(4, 5)), ("X3", TextSpan.FromBounds(6, 7))],
            source.Marks);
    }

    [Theory]
    [InlineData("a/b", "a-b")]
    [InlineData("a\\b:c*d?e\"f<g>h|i\tj", "a-b-c-d-e-f-g-h-i-j")]
    [InlineData(null, "null")]
    [InlineData(1.5, "1.5")]
    [InlineData(true, "True")]
    public void An_argument_is_named_as_Verify_names_it(object? argument, string written) => Assert.Equal(written, VerifiedFiles.Written(argument));

    [Fact]
    public void Ends_of_lines_are_those_of_the_files() => Assert.Equal("a\nb\nc\n", VerifiedFiles.Normalised("a\r\nb\rc\n"));

    [Fact]
    public async Task A_snapshot_fails_when_it_is_new_differs_or_is_left_over_and_passes_once_accepted()
    {
        string directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            GeneratorDriver before = Generate("[SoftKernels.SoftKernel(Size = 4)] partial class Kernels;");
            GeneratorDriver after = Generate("[SoftKernels.SoftKernel(Size = 5)] partial class Kernels;");
            GeneratorDriver none = Generate("");

            await Fails(before, "is new");
            Assert.Equal([".received.cs"], Extensions());

            await Accepting().Match(before);
            await Comparing().Match(before);
            Assert.Equal([".verified.cs"], Extensions());

            await Fails(after, "+ ");
            Assert.Equal([".received.cs", ".verified.cs"], Extensions());
            await Fails(none, "is no longer generated");

            await Comparing().Match(before);
            await Accepting().Match(none);
            Assert.Empty(Extensions());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        GeneratorDriver Generate(string source) => GeneratorRun.Of(Consumer.Net80.Compile(source)).Driver;
        VerifiedFiles Comparing() => new(directory, "Test", accept: false);
        VerifiedFiles Accepting() => new(directory, "Test", accept: true);
        IEnumerable<string> Extensions() => Directory.EnumerateFiles(directory).Select(path => path[path.LastIndexOf('.', path.Length - 4)..]).Order();

        async Task Fails(GeneratorDriver driver, string complaint) =>
            Assert.Contains(complaint, (await Assert.ThrowsAnyAsync<XunitException>(() => Comparing().Match(driver))).Message, System.StringComparison.Ordinal);
    }

    private sealed class PlantingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider
                .Select((compilation, _) => new Holder<object>(compilation.GetTypeByMetadataName("Planted")!)).WithTrackingName("Planted")
                .Select((holder, _) => holder.ToString().Length).WithTrackingName("Clean"),
            (_, _) => { });
    }

    private record Holder<T>(T Held);

    private sealed record DerivedHolder(object Held) : Holder<object>(Held);
}
