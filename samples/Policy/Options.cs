using System;
using System.CommandLine;
using SoftKernels.Samples;

namespace Policy;

/// <summary>What the command line may say.</summary>
/// <param name="Seed">Of the first weights, of what is learnt from, and of the matches.</param>
/// <param name="Games">Of each match.</param>
/// <param name="Record">The file for the games; none is written without it.</param>
internal sealed record Options(ulong Seed, int Games, string? Record)
{
    // The year in which a computer first played this game: A. S. Douglas's OXO, on the EDSAC.
    private const ulong DefaultSeed = 1952;
    private const int DefaultGames = 2_000;
    private const int MostGames = 1_000_000;

    public static RootCommand Command(Func<Options, int> run)
    {
        var seed = CommandLines.Number("--seed", "a seed", "Of the first weights, of what is learnt from, and of the matches.", 0UL, ulong.MaxValue, DefaultSeed);
        var games = CommandLines.Number("--games", "a number of games", "Of each match.", 1, MostGames, DefaultGames);
        var record = CommandLines.Output("--record", "Writes the games to a file.");
        RootCommand command = new("Learns tic-tac-toe by policy gradient, and plays.") { seed, games, record };
        command.SetAction(parsed => run(new(parsed.GetValue(seed), parsed.GetValue(games), parsed.GetValue(record))));
        return command;
    }
}
