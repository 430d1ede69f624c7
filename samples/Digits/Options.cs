using System;
using System.CommandLine;
using System.IO;
using SoftKernels.Samples;

namespace Digits;

/// <summary>What the command line may say.</summary>
/// <param name="Seed">Of the split, of the batches and of the first weights.</param>
/// <param name="File">The data.</param>
/// <param name="Folder">Where charts go; none are drawn without it.</param>
internal sealed record Options(int Seed, string File, string? Folder)
{
    // The year of the data. A typical split for the logistic regression: its accuracy is the mean of a hundred seeds.
    private const int DefaultSeed = 1998;

    public static RootCommand Command(Func<Options, int> run)
    {
        var seed = CommandLines.Number("--seed", "a seed", "Of the split, of the batches and of the first weights.", 0, int.MaxValue, DefaultSeed);
        Option<string?> data = new("--data") { Description = "Digits of your own, a .csv or .csv.gz in the format of data/, instead of the sample's.", HelpName = "file" };
        seed.Recursive = data.Recursive = true;
        var folder = CommandLines.Folder("Where the charts go.");
        Command plot = new("plot", "Trains and judges, and draws how both models learn, as SVG charts.") { folder };
        RootCommand command = new("Trains two classifiers of handwritten digits with generated methods, and judges them on digits they have not seen.") { seed, data, plot };
        command.SetAction(parsed => run(Parsed(parsed, null)));
        plot.SetAction(parsed => run(Parsed(parsed, parsed.GetRequiredValue(folder))));
        return command;

        Options Parsed(ParseResult parsed, string? folder) =>
            new(parsed.GetValue(seed), parsed.GetValue(data) ?? Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz"), folder);
    }
}
