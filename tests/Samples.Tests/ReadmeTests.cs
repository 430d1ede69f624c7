using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>What a console sample's README shows is what the sample prints.</summary>
public sealed class ReadmeTests
{
    private const string Fence = "```";

    [Theory]
    [InlineData("QuickStart")]
    [InlineData("Digits")]
    [InlineData("Policy")]
    [InlineData("Experts")]
    [InlineData("Shards")]
    public async Task The_text_block_of_the_readme_is_the_output(string sample)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

        (int exitCode, string output, string errors) = await ConsoleSample.Run(sample);

        Assert.True(exitCode == 0, errors);
        Assert.Equal(Block("text", await Readme(sample)), output);
    }

    internal static Task<string[]> Readme(string sample) =>
        File.ReadAllLinesAsync(Path.Combine(ConsoleSample.Metadata("Samples"), sample, "README.md"), TestContext.Current.CancellationToken);

    /// <summary>The first block of a language.</summary>
    internal static string Block(string language, IEnumerable<string> lines) =>
        ConsoleSample.Trimmed(lines.SkipWhile(line => line != Fence + language).Skip(1).TakeWhile(line => line != Fence));
}
