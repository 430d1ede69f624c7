using System;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>Other catalogues than the one that the README of Shards shows, and what it refuses. What becomes of queries when silos fail is in Shards.Tests.</summary>
public sealed class ShardsTests
{
    [Theory]
    [InlineData("1", "1", "1", "1")]
    [InlineData("1000", "7", "13", "1000")]
    public async Task Any_catalogue_has_the_bits_of_the_whole_row(string items, string dimensions, string shards, string k)
    {
        (int exitCode, string output, string errors) = await ConsoleSample.Run(
            "Shards", "--items", items, "--dimensions", dimensions, "--shards", shards, "--k", k, "--seed", "7", "--query", "8");

        Assert.True(exitCode == 0, errors);
        Assert.EndsWith("Every bit is that of SoftMath over the whole row in one process.", output, StringComparison.Ordinal);
        Assert.Contains("Two rounds with 1 silo", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'0' is not a number of items", "--items", "0")]
    [InlineData("'1025' is not a number of dimensions", "--dimensions", "1025")]
    [InlineData("'many' is not a number of shards", "--shards", "many")]
    [InlineData("'-1' is not a seed", "--seed", "-1")]
    [InlineData("'1001' is not a k", "--k", "1001")]
    [InlineData("'17' is not a number of silos", "--silos", "17")]
    [InlineData("'1.5' is not a number of seconds", "--load", "1.5")]
    [InlineData("Required argument missing for option: '--items'", "--items")]
    [InlineData("Required argument missing for option: '--time-limit'", "--time-limit")]
    [InlineData("3 items can't be shared by 8 shards: give fewer --shards, or more --items.", "--items", "3")]
    [InlineData("There are no 5 of 4 items: give a smaller --k, or more --items.", "--items", "4", "--shards", "1")]
    [InlineData("--load asks and --serve answers", "--load", "1", "--serve")]
    [InlineData("'ftp://here' is not a URL", "--serve", "--urls", "ftp://here")]
    [InlineData("'there' is no address with a port", "--join", "there")]
    [InlineData("Unrecognized command or argument 'more'", "more")]
    public async Task A_mistake_in_the_arguments_is_named(string reason, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await ConsoleSample.Run("Shards", arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }
}
