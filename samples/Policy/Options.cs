using System;
using System.Globalization;
using System.IO;

namespace Policy;

/// <summary>What the command line may say.</summary>
/// <param name="Seed">Of the first weights, of what is learnt from, and of the matches.</param>
/// <param name="Games">Of each match.</param>
/// <param name="Record">The file for the games; none is written without it.</param>
internal sealed record Options(ulong Seed, int Games, string? Record = null)
{
    // The year in which a computer first played this game: A. S. Douglas's OXO, on the EDSAC.
    private const ulong DefaultSeed = 1952;
    private const int DefaultGames = 2_000;
    private const int MostGames = 1_000_000;

    public const string Usage = "Usage: Policy [--seed NUMBER] [--games NUMBER] [--record FILE]";

    public static Options Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(DefaultSeed, DefaultGames),
        [.. var before, "--seed", var number] => Parse(before) with { Seed = ParseSeed(number) },
        [.. var before, "--games", var number] => Parse(before) with { Games = ParseGames(number) },
        [.. var before, "--record", var file] => Parse(before) with { Record = ParseFile(file) },
        [.., "--seed"] => throw Mistake("--seed needs a number after it."),
        [.., "--games"] => throw Mistake("--games needs a number after it."),
        [.., "--record"] => throw Mistake("--record needs a file after it."),
        [.., var word] => throw Mistake($"'{word}' is not an option."),
    };

    private static ulong ParseSeed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw Mistake($"'{text}' is not a seed: give a whole number from 0 to {ulong.MaxValue}.");

    private static int ParseGames(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var games) && games is > 0 and <= MostGames
            ? games
            : throw Mistake($"'{text}' is not a number of games: give a whole number from 1 to {MostGames}.");

    /// <summary>Looked for at once, not when all is learnt.</summary>
    private static string ParseFile(string file) =>
        Directory.Exists(file) ? throw Mistake($"'{file}' is a folder: name a file instead.")
        : Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) ? file
        : throw Mistake($"The folder of '{file}' does not exist: create it first, or name another.");

    private static FormatException Mistake(string reason) => new($"{reason}\n{Usage}");
}
