using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Threading.Tasks;
using SoftKernels.Samples;

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
    public const int MostK = 1_000;

    private const int MostItems = 100_000_000;
    private const int MostDimensions = 1_024;
    private const int MostShards = 1_024;
    private const int MostSilos = 16;
    private const int MostSeconds = 3_600;

    public Catalogue Catalogue => new(Seed, Items, Dimensions, Shards);

    /// <summary>What does not go together, or with this machine.</summary>
    private string? Mistake =>
        Shards > Items ? $"{Items} items can't be shared by {Shards} shards: give fewer --shards, or more --items."
        : K > Items ? $"There are no {K} of {Items} items: give a smaller --k, or more --items."
        : this is { Load: not null, Serve: true } ? "--load asks and --serve answers: give one of them."
        : Catalogue.Bytes > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes
            ? $"The items would take {Catalogue.Bytes / 1e9:F1} GB, and there are {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F1}: give fewer --items or --dimensions."
        : null;

    public static RootCommand Command(Func<Options, Task<int>> run)
    {
        Options usual = new();
        var items = CommandLines.Number("--items", "a number of items", "Items of the catalogue.", 1, MostItems, usual.Items);
        var dimensions = CommandLines.Number("--dimensions", "a number of dimensions", "Components of each item's vector.", 1, MostDimensions, usual.Dimensions);
        var shards = CommandLines.Number("--shards", "a number of shards", "Grains that share the items.", 1, MostShards, usual.Shards);
        var seed = CommandLines.Number("--seed", "a seed", "Of the items.", 0, long.MaxValue, usual.Seed);
        var query = CommandLines.Number("--query", "a seed", "Of the query that is asked.", 0, long.MaxValue, usual.Query);
        var k = CommandLines.Number("--k", "a k, the number of items at the top", "How many items are wanted at the top, and drawn.", 1, MostK, usual.K);
        var silos = CommandLines.Number("--silos", "a number of silos", "Processes; more than this one meet by Redis.", 1, MostSilos, usual.Silos);
        var timeLimit = CommandLines.Number("--time-limit", "a number of seconds", "Of a query.", 1, MostSeconds, usual.TimeLimit);
        var pause = CommandLines.Number("--pause", "a number of seconds", "Between the two rounds.", 0, MostSeconds, usual.Pause);
        var load = CommandLines.Number("--load", "a number of seconds", "Asks 50 queries at once for so long, instead of one.", 1, MostSeconds);
        Option<bool> serve = new("--serve") { Description = "Answers over HTTP, instead of asking." };
        Option<string> urls = new("--urls") { Description = "Where.", HelpName = "URL", CustomParser = ParseUrl, DefaultValueFactory = _ => usual.Url };
        Option<IPEndPoint?> join = new("--join") { Description = "One more silo, by the Redis of the others: address:port.", HelpName = "address", CustomParser = ParseEndPoint };
        var parent = CommandLines.Number("--parent", "a process", "The process whose end is this one's too, where it joins.", 1, int.MaxValue);
        RootCommand command = new("Shares a catalogue out to the grains of an Orleans cluster, and asks it.")
        {
            items, dimensions, shards, seed, query, k, silos, timeLimit, pause, load, serve, urls, join, parent,
        };
        command.SetAction(async parsed =>
        {
            Options options = new(
                parsed.GetValue(items),
                parsed.GetValue(dimensions),
                parsed.GetValue(shards),
                parsed.GetValue(seed),
                parsed.GetValue(query),
                parsed.GetValue(k),
                parsed.GetValue(silos),
                parsed.GetValue(timeLimit),
                parsed.GetValue(pause),
                parsed.Given(load),
                parsed.GetValue(serve),
                parsed.GetRequiredValue(urls),
                parsed.GetValue(join),
                parsed.Given(parent));
            return options.Mistake is { } mistake ? CommandLines.Mistake(mistake) : await run(options);
        });
        return command;
    }

    private static string ParseUrl(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
        {
            result.AddError($"'{text}' is not a URL to answer at: give one such as http://127.0.0.1:5090.");
        }

        return text;
    }

    private static IPEndPoint? ParseEndPoint(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (IPEndPoint.TryParse(text, out var endpoint) && endpoint.Port != 0)
        {
            return endpoint;
        }

        result.AddError($"'{text}' is no address with a port: give what another silo has printed, such as 127.0.0.1:6379.");
        return null;
    }
}
