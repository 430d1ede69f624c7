using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Diagnostics;

/// <summary>SK0010.</summary>
public sealed class UnseenFileAnalyzerTests
{
    private const string Unseen = "because another generator writes the file that its attribute stands in, and generators don't see each other's files: move it, with the attribute, to a C# file of yours";

    [Theory]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] static partial class C { }", "C", "")]
    [InlineData("namespace A { partial class Outer<T> { [SoftKernels.SoftKernel(Size = 4)] partial struct C { } } }", "C", "")]
    [InlineData("""
        partial class Page
        {
        #line 3 "/a/Pages/Counter.razor"
            [SoftKernels.SoftKernel(Size = 4)] static partial class C { }
        #line default
        }
        """, "C", ", such as the code-behind 'Counter.razor.cs'")]
    [InlineData("""
        class Pages_Index
        {
        #line 3 "/a/Pages/Index.cshtml"
            [SoftKernels.SoftKernel(Size = 4)] static class C { }
        #line default
        }
        """, "C", ", such as the code-behind 'Index.cshtml.cs'")]
    [InlineData("#line 3 \"/a/Template.tt\"\n[SoftKernels.SoftKernel(Size = 4)] partial class C { }", "C", "")]
    public async Task SK0010_another_generator_writes_the_file(string written, string type, string codeBehind)
    {
        var reported = await Diagnostics("class User { }", written);

        var diagnostic = Assert.Single(reported);
        Assert.Equal("SK0010", diagnostic.Id);
        Assert.Equal($"Nothing is generated for '{type}', {Unseen}{codeBehind}", diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Size = 5")]
    [InlineData("5")]
    [InlineData("4, Name = \"A\"")]
    public async Task SK0010_is_of_the_attribute_that_was_not_seen(string arguments)
    {
        var reported = await Diagnostics("[SoftKernels.SoftKernel(Size = 4)] partial class C { }", $"[SoftKernels.SoftKernel({arguments})] partial class C {{ }}");

        Assert.Equal("SK0010", Assert.Single(reported).Id);
        Assert.Contains($"({arguments})", reported[0].Location.SourceTree!.ToString(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[SoftKernels.SoftKernel(Size = 4)] partial class C { }", "partial class C { int other; }")]
    [InlineData("[SoftKernels.SoftKernel(4, Name = \"A\")] partial class C { }", "partial class C { int other; }")]
    [InlineData("#line 1 \"Template.tt\"\n[SoftKernels.SoftKernel(Size = 4)] partial class C { }", "class Other { }")]
    public async Task What_the_generator_has_seen_is_accepted(string seen, string written) => Assert.Empty(await Diagnostics(seen, written));

    [Fact]
    public async Task Another_mistake_goes_first() =>
        Assert.Equal("SK0002", Assert.Single(await Diagnostics("class User { }", "[SoftKernels.SoftKernel(Size = 0)] partial class C { }")).Id);

    private static async Task<Diagnostic[]> Diagnostics(string source, string written)
    {
        CSharpCompilation compilation = Consumer.Net80.Compile(source);
        CSharpGeneratorDriver.Create([new SoftKernelGenerator().AsSourceGenerator(), new OtherGenerator(written).AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        return [.. await RuleCheck.Diagnostics(output)];
    }

    private sealed class OtherGenerator(string written) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Written.cs", written));
    }
}
