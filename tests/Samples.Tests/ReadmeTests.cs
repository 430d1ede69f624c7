using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;
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
    public async Task The_text_block_of_the_readme_is_the_output(string sample)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

        Assert.Equal(Block("text", await Readme(sample)), await Output(Metadata($"Sample:{sample}")));
    }

    internal static Task<string[]> Readme(string sample) =>
        File.ReadAllLinesAsync(Path.Combine(Metadata("Samples"), sample, "README.md"), TestContext.Current.CancellationToken);

    /// <summary>The first block of a language.</summary>
    internal static string Block(string language, IEnumerable<string> lines) =>
        Trimmed(lines.SkipWhile(line => line != Fence + language).Skip(1).TakeWhile(line => line != Fence));

    private static async Task<string> Output(string assembly)
    {
        ProcessStartInfo start = new("dotnet", [assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await errors);
        return Trimmed(output.ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>Without the blanks at the ends of lines, which files do not keep.</summary>
    private static string Trimmed(IEnumerable<string> lines) => string.Join("\n", lines.Select(line => line.TrimEnd())).Trim('\n');

    private static string Metadata(string key) => typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
