using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Playground.Kernel;
using Playground.Safety;
using Xunit;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>What is made of texts, without a browser and in this process.</summary>
public class CompilerTests
{
    public static TheoryData<string> Titles => [.. Examples.All.Select(example => example.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task An_example_shows_what_its_group_says(string title)
    {
        var example = Examples.All.Single(example => example.Title == title);
        var compiled = await Compile(example.Text);
        if (example.Group == "Mistakes")
        {
            var expected = title[title.IndexOf('(')..].Trim('(', ')').Split(", ");
            Assert.True(expected.SequenceEqual(compiled.Findings.Select(finding => finding.Id)), string.Join("\n", compiled.Findings));
        }
        else
        {
            Assert.Empty(compiled.Findings);
            Assert.NotEmpty(Assert.Single(compiled.Files).Methods);
        }
    }

    [Fact]
    public async Task A_file_is_outlined_by_its_methods_and_their_registers()
    {
        var file = Assert.Single((await Compile(Examples.First.Text)).Files);
        var core = file.Methods.Single(method => method.Name == "Softmax10Core(logits, probabilities)");
        var lines = file.Text.Split('\n');

        Assert.Equal([256, 128], core.Widths);
        Assert.StartsWith("    private static void Softmax10Core(", lines[core.SignatureLine - 1]);
        Assert.Equal("    }", lines[core.LastLine - 1].TrimEnd());
        var first = file.Methods[0];
        Assert.StartsWith("    /// <summary>", lines[first.FirstLine - 1]);
        Assert.Empty(first.Widths);
    }

    [Fact]
    public async Task A_fix_gives_the_text_that_has_no_such_mistake()
    {
        var broken = await Compile("using SoftKernels;\n\n[SoftKernel(10)]\npublic static class Digits;\n");
        var finding = Assert.Single(broken.Findings);
        Assert.Equal(("SK0001", Severity.Error, 4, 21), (finding.Id, finding.Severity, finding.Line, finding.Column));

        var fix = Assert.Single(finding.Fixes);
        Assert.Equal("using SoftKernels;\n\n[SoftKernel(10)]\npublic static partial class Digits;\n", fix.Text);
        Assert.Empty((await Compile(fix.Text)).Findings);
    }

    [Fact]
    public async Task The_compilers_errors_have_our_fixes()
    {
        var text = Examples.All.Single(example => example.Title.Contains("CS0117")).Text;
        foreach (var expected in (string[])["Declare [SoftKernel(12)] on 'Digits'", "Pass 'CollectionsMarshal.AsSpan(logits)'"])
        {
            var fix = Assert.Single((await Compile(text)).Findings[0].Fixes);
            Assert.Equal(expected, fix.Title);
            text = fix.Text;
        }

        Assert.Empty((await Compile(text)).Findings);
    }

    [Fact]
    public async Task The_compilers_own_errors_are_told_too() =>
        Assert.Equal("CS0246", (await Compile("class C : Missing;")).Findings.Single().Id);

    [Fact]
    public async Task Nothing_is_generated_for_too_many_attributes()
    {
        var compiled = await Compile(string.Concat(Enumerable.Repeat("[A]", Limits.Attributes + 1)) + "class C;");
        Assert.Contains("attributes", compiled.Refusal);
        Assert.Empty(compiled.Files);
    }

    [Fact]
    public async Task As_many_attributes_as_are_allowed_are_generated_for()
    {
        var text = "using SoftKernels;\n" + string.Concat(Enumerable.Range(1, Limits.Attributes).Select(size =>
            $"[SoftKernel({size}, ElementType = typeof(double), Operations = SoftOperations.All, Extras = SoftExtras.Mask | SoftExtras.Temperature | SoftExtras.Columns)]\n")) + "partial class C;";
        Assert.True(text.Length <= Limits.Text);
        var compiled = await Compile(text);
        Assert.Empty(compiled.Findings);
        Assert.Single(compiled.Files);
    }

    private static Task<Compiled> Compile(string text) => Compiler.Compile(text, CancellationToken.None);
}
