using System;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>Other layers than those that the README of Experts shows, and what it refuses.</summary>
public sealed class ExpertsTests
{
    [Theory]
    [InlineData("100", "3")]
    [InlineData("2", "1")]
    [InlineData("64", "64")]
    public async Task Any_layer_of_experts_is_routed(string experts, string k)
    {
        (int exitCode, string output, string errors) = await ConsoleSample.Run("Experts", "--tokens", "32", "--experts", experts, "--k", k, "--seed", "7");

        Assert.True(exitCode == 0, errors);
        Assert.Contains($"Weights of the first token, {k} of {experts} experts", output, StringComparison.Ordinal);
        Assert.Contains("tokens/s", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'0' is not a k", "--k", "0")]
    [InlineData("can't go to 9 of 8 experts: give a --k from 1 to 8, or more --experts.", "--k", "9")]
    [InlineData("can't go to 65 of 64 experts: give a --k from 1 to 64.", "--experts", "64", "--k", "65")]
    [InlineData("'1' is not a number of experts", "--experts", "1")]
    [InlineData("'many' is not a number of tokens", "--tokens", "many")]
    [InlineData("'-1' is not a seed", "--seed", "-1")]
    [InlineData("Required argument missing for option: '--tokens'", "--seed", "1", "--tokens")]
    [InlineData("Unrecognized command or argument 'more'", "more")]
    public async Task A_mistake_in_the_arguments_is_named(string reason, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await ConsoleSample.Run("Experts", arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }
}
