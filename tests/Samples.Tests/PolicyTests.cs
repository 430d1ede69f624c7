using System;
using System.IO;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>That Policy learns not to lose, plays the same games on every machine, and what it refuses.</summary>
public sealed class PolicyTests
{
    [Fact]
    public async Task The_policy_learns_and_its_games_are_those_on_record()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("policy");
        try
        {
            string file = Path.Combine(folder.FullName, "games.txt");
            (int exitCode, _, string errors) = await ConsoleSample.Run("Policy", "--games", "50", "--record", file);

            // Its exit code says that no game can be won against its most probable moves.
            Assert.True(exitCode == 0, errors);
            Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

            string onRecord = Path.Combine(ConsoleSample.Metadata("Samples"), "Policy", "games", "seed-1952.txt");
            Assert.Equal(await Read(onRecord), await Read(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("Required argument missing for option: '--seed'", "--seed")]
    [InlineData("'-1' is not a seed", "--seed", "-1")]
    [InlineData("Required argument missing for option: '--games'", "--seed", "1", "--games")]
    [InlineData("'0' is not a number of games", "--games", "0")]
    [InlineData("Required argument missing for option: '--record'", "--record")]
    [InlineData("'.' is a folder: name a file instead", "--record", ".")]
    [InlineData("The folder of 'no-such-folder/games.txt' does not exist: create it first", "--record", "no-such-folder/games.txt")]
    [InlineData("Unrecognized command or argument 'more'", "more")]
    public async Task A_mistake_in_the_arguments_is_named(string reason, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await ConsoleSample.Run("Policy", arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    private static Task<string[]> Read(string file) => File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
}
