using System;
using System.Globalization;
using System.Net;

namespace Shards;

/// <summary>What the command line may say.</summary>
/// <param name="Items">Of the catalogue.</param>
/// <param name="Dimensions">Components of each item's vector.</param>
/// <param name="Shards">Grains that share the items.</param>
/// <param name="Seed">Of the items.</param>
/// <param name="Query">The seed of the query that is asked.</param>
/// <param name="K">How many items are wanted at the top, and drawn.</param>
/// <param name="Silos">Processes; 1 is this one, without Redis.</param>
/// <param name="TimeLimit">Of a query, in seconds.</param>
/// <param name="Pause">Between the two rounds, in seconds.</param>
/// <param name="Load">How long many queries at once are asked, in seconds, instead of one query.</param>
/// <param name="Serve">Whether to answer over HTTP, instead of asking.</param>
/// <param name="Url">Where.</param>
/// <param name="Join">The Redis of a cluster that this process shall join, and do nothing else.</param>
/// <param name="Parent">The process whose end is this one's too, where it joins.</param>
internal sealed record Options(
    int Items = 1_000_000,
    int Dimensions = 32,
    int Shards = 8,
    long Seed = 1988,
    long Query = 1,
    int K = 5,
    int Silos = 1,
    int TimeLimit = 30,
    int Pause = 0,
    int? Load = null,
    bool Serve = false,
    string Url = "http://127.0.0.1:5090",
    IPEndPoint? Join = null,
    int? Parent = null)
{
    public const string Usage = """
        Usage: Shards [--items NUMBER] [--dimensions NUMBER] [--shards NUMBER] [--seed NUMBER]    the catalogue
                      [--query NUMBER] [--k NUMBER] [--time-limit SECONDS] [--pause SECONDS]      one query
                      [--silos NUMBER]                                                            in so many processes, with Redis
                      [--load SECONDS]                                                            50 queries at once for so long
                      [--serve] [--urls URL]                                                      answers over HTTP
               Shards --join ADDRESS:PORT                                                         one more silo, by the Redis of the others
        """;

    public const int MostK = 1_000;

    private const int MostItems = 100_000_000;
    private const int MostDimensions = 1_024;
    private const int MostShards = 1_024;
    private const int MostSilos = 16;
    private const int MostSeconds = 3_600;

    public Catalogue Catalogue => new(Seed, Items, Dimensions, Shards);

    public static Options Parse(ReadOnlySpan<string> args)
    {
        var options = Read(args);
        return options.Shards > options.Items ? throw Mistake($"{options.Items} items can't be shared by {options.Shards} shards: give fewer --shards, or more --items.")
            : options.K > options.Items ? throw Mistake($"There are no {options.K} of {options.Items} items: give a smaller --k, or more --items.")
            : options is { Load: not null, Serve: true } ? throw Mistake("--load asks and --serve answers: give one of them.")
            : options.Catalogue.Bytes > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes
                ? throw Mistake($"The items would take {options.Catalogue.Bytes / 1e9:F1} GB, and there are {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F1}: give fewer --items or --dimensions.")
            : options;
    }

    private static Options Read(ReadOnlySpan<string> args) => args switch
    {
        [] => new(),
        [.. var before, "--items", var number] => Read(before) with { Items = ParseNumber("a number of items", number, 1, MostItems) },
        [.. var before, "--dimensions", var number] => Read(before) with { Dimensions = ParseNumber("a number of dimensions", number, 1, MostDimensions) },
        [.. var before, "--shards", var number] => Read(before) with { Shards = ParseNumber("a number of shards", number, 1, MostShards) },
        [.. var before, "--seed", var number] => Read(before) with { Seed = ParseSeed(number) },
        [.. var before, "--query", var number] => Read(before) with { Query = ParseSeed(number) },
        [.. var before, "--k", var number] => Read(before) with { K = ParseNumber("a k, the number of items at the top", number, 1, MostK) },
        [.. var before, "--silos", var number] => Read(before) with { Silos = ParseNumber("a number of silos", number, 1, MostSilos) },
        [.. var before, "--time-limit", var number] => Read(before) with { TimeLimit = ParseNumber("a number of seconds", number, 1, MostSeconds) },
        [.. var before, "--pause", var number] => Read(before) with { Pause = ParseNumber("a number of seconds", number, 0, MostSeconds) },
        [.. var before, "--load", var number] => Read(before) with { Load = ParseNumber("a number of seconds", number, 1, MostSeconds) },
        [.. var before, "--urls", var url] => Read(before) with { Url = ParseUrl(url) },
        [.. var before, "--join", var endpoint] => Read(before) with { Join = ParseEndPoint(endpoint) },
        [.. var before, "--parent", var number] => Read(before) with { Parent = ParseNumber("a process", number, 1, int.MaxValue) },
        [.. var before, "--serve"] => Read(before) with { Serve = true },
        [.., "--items" or "--dimensions" or "--shards" or "--seed" or "--query" or "--k" or "--silos" or "--parent"] => throw Mistake($"{args[^1]} needs a number after it."),
        [.., "--time-limit" or "--pause" or "--load"] => throw Mistake($"{args[^1]} needs a number of seconds after it."),
        [.., "--urls"] => throw Mistake("--urls needs a URL after it."),
        [.., "--join"] => throw Mistake("--join needs an address and a port after it."),
        [.., var word] => throw Mistake($"'{word}' is not an option."),
    };

    private static int ParseNumber(string what, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Mistake($"'{text}' is not {what}: give a whole number from {least} to {most}.");

    private static long ParseSeed(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw Mistake($"'{text}' is not a seed: give a whole number from 0 to {long.MaxValue}.");

    private static string ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
            ? text
            : throw Mistake($"'{text}' is not a URL to answer at: give one such as http://127.0.0.1:5090.");

    private static IPEndPoint ParseEndPoint(string text) =>
        IPEndPoint.TryParse(text, out var endpoint) && endpoint.Port != 0
            ? endpoint
            : throw Mistake($"'{text}' is no address with a port: give what another silo has printed, such as 127.0.0.1:6379.");

    private static FormatException Mistake(string reason) => new($"{reason}\n{Usage}");
}
