using System;
using System.Globalization;
using System.Linq;

namespace Experts;

/// <summary>What the command line may say.</summary>
/// <param name="Tokens">How many are routed.</param>
/// <param name="Seed">Of tokens and matrices.</param>
/// <param name="Experts">One number of experts, instead of the common ones.</param>
/// <param name="K">How many of them a token goes to, instead of what is usual.</param>
internal sealed record Options(int Tokens, int Seed, int? Experts = null, int? K = null)
{
    public const string Usage = "Usage: Experts [--tokens NUMBER] [--experts NUMBER] [--k NUMBER] [--seed NUMBER]";

    private const int DefaultTokens = 4_096;
    private const int MostTokens = 65_536;
    private const int MostExperts = 1_024;

    // The year of the first layer of this kind: Shazeer et al., "Outrageously Large Neural Networks".
    private const int DefaultSeed = 2017;

    private static readonly int[] s_common = [8, 64, 128, 256];

    /// <summary>How many experts, and how many of them a token goes to.</summary>
    public (int Experts, int K)[] Layers => [.. (Experts is { } experts ? [experts] : s_common).Select(count => (count, K ?? Usual(count)))];

    public static Options Parse(ReadOnlySpan<string> args)
    {
        var options = Read(args);
        var (experts, k) = options.Layers[0];
        return k <= experts ? options : throw Mistake($"A token can't go to {k} of {experts} experts: give a --k from 1 to {experts}{(options.Experts is null ? ", or more --experts" : "")}.");
    }

    private static Options Read(ReadOnlySpan<string> args) => args switch
    {
        [] => new(DefaultTokens, DefaultSeed),
        [.. var before, "--tokens", var number] => Read(before) with { Tokens = ParseNumber("a number of tokens", number, 1, MostTokens) },
        [.. var before, "--experts", var number] => Read(before) with { Experts = ParseNumber("a number of experts", number, 2, MostExperts) },
        [.. var before, "--k", var number] => Read(before) with { K = ParseNumber("a k, the number of experts that a token goes to", number, 1, MostExperts) },
        [.. var before, "--seed", var number] => Read(before) with { Seed = ParseNumber("a seed", number, 0, int.MaxValue) },
        [.., "--tokens" or "--experts" or "--k" or "--seed"] => throw Mistake($"{args[^1]} needs a number after it."),
        [.., var word] => throw Mistake($"'{word}' is not an option."),
    };

    private static int Usual(int experts) => experts < 32 ? 2 : 8;

    private static int ParseNumber(string what, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Mistake($"'{text}' is not {what}: give a whole number from {least} to {most}.");

    private static FormatException Mistake(string reason) => new($"{reason}\n{Usage}");
}
