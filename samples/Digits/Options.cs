using System;
using System.Globalization;
using System.IO;

namespace Digits;

/// <summary>What the command line may say.</summary>
internal sealed record Options(int Seed, string File)
{
    // The year of the data. A typical split: its accuracy is the mean of a hundred seeds.
    private const int DefaultSeed = 1998;

    public const string Usage = "Usage: Digits [--seed NUMBER] [--data FILE.csv or FILE.csv.gz]";

    public static Options Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(DefaultSeed, Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz")),
        [.. var before, "--seed", var number] => Parse(before) with { Seed = ParseSeed(number) },
        [.. var before, "--data", var file] => Parse(before) with { File = file },
        [.., "--seed"] => throw Mistake("--seed needs a number after it."),
        [.., "--data"] => throw Mistake("--data needs a file after it."),
        [.., var word] => throw Mistake($"'{word}' is not an option."),
    };

    private static int ParseSeed(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw Mistake($"'{text}' is not a seed: give a whole number from 0 to {int.MaxValue}.");

    private static FormatException Mistake(string reason) => new($"{reason}\n{Usage}");
}
