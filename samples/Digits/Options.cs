using System;
using System.Globalization;
using System.IO;

namespace Digits;

/// <summary>What the command line may say.</summary>
/// <param name="Seed">Of the split, of the batches and of the first weights.</param>
/// <param name="File">The data.</param>
/// <param name="Folder">Where charts go; none are drawn without it.</param>
internal sealed record Options(int Seed, string File, string? Folder = null)
{
    // The year of the data. A typical split for the logistic regression: its accuracy is the mean of a hundred seeds.
    private const int DefaultSeed = 1998;

    public const string Usage = "Usage: Digits [--seed NUMBER] [--data FILE.csv or FILE.csv.gz] [plot FOLDER]";

    public static Options Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(DefaultSeed, Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz")),
        [.. var before, "--seed", var number] => Parse(before) with { Seed = ParseSeed(number) },
        [.. var before, "--data", var file] => Parse(before) with { File = file },
        [.. var before, "plot", var folder] => Parse(before) with { Folder = ParseFolder(folder) },
        [.., "--seed"] => throw Mistake("--seed needs a number after it."),
        [.., "--data"] => throw Mistake("--data needs a file after it."),
        [.., "plot"] => throw Mistake("'plot' needs a folder to write to: plot FOLDER."),
        [.., var word] => throw Mistake($"'{word}' is not an option."),
    };

    private static int ParseSeed(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw Mistake($"'{text}' is not a seed: give a whole number from 0 to {int.MaxValue}.");

    /// <summary>Looked for at once, not when all is learnt.</summary>
    private static string ParseFolder(string folder) =>
        Directory.Exists(folder) ? folder
        : System.IO.File.Exists(folder) ? throw Mistake($"'{folder}' is a file: name a folder instead.")
        : throw Mistake($"The folder '{folder}' does not exist: create it first, or name another.");

    private static FormatException Mistake(string reason) => new($"{reason}\n{Usage}");
}
