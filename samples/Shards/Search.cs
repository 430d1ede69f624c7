using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using SoftKernels;

namespace Shards;

/// <summary>
/// Asks all shards, in two rounds. A call that fails because its silo does is made again, until the time limit: whichever activation answers in the end, it answers the same. The answer is of all shards, or there is none.
/// </summary>
internal sealed class Search(IGrainFactory grains, Catalogue catalogue, TimeSpan limit, Measurements? measurements = null)
{
    private static readonly TimeSpan s_breath = TimeSpan.FromMilliseconds(100);

    private readonly IShard[] _shards =
        [.. Enumerable.Range(0, catalogue.Shards).Select(shard => grains.GetGrain<IShard>(new ShardName(catalogue, shard).ToString()))];

    public Catalogue Catalogue => catalogue;

    /// <summary>Waited for between the rounds: for who wants to pull a plug there.</summary>
    public Func<Task>? BetweenRounds { get; init; }

    /// <summary>Has every shard make its items, if it has not yet, and tells how many there are when it has.</summary>
    public Task Load(Action<int> progress, TimeSpan within, CancellationToken cancellation) => Round(
        "Loading",
        async (shard, token) =>
        {
            var items = await shard.Load(token);
            progress(items);
            return items;
        },
        within,
        cancellation);

    /// <summary>The answer to the query of a seed, with k items at the top and k draws; with a checksum of all probabilities in a third round, where it is wanted.</summary>
    /// <exception cref="SearchException">There is no answer within the time limit.</exception>
    public async Task<Answer> Ask(long seed, int k, bool withChecksum = false, CancellationToken cancellation = default)
    {
        using var measured = measurements?.Query();
        Query query = new(Guid.NewGuid(), seed, k);
        var clock = Stopwatch.StartNew();

        var peaks = await Round("Round 1", (shard, token) => shard.Peak(query, token), limit, cancellation);
        var peak = peaks.Aggregate((sum, part) => sum + part);

        if (BetweenRounds is { } wait)
        {
            await wait().WaitAsync(cancellation);
            clock.Restart();
        }

        var totals = await Round("Round 2", (shard, token) => shard.Total(query, peak, token), limit - clock.Elapsed, cancellation);
        var total = Sum(totals, peaks);

        ulong? checksum = null;
        if (withChecksum)
        {
            var parts = await Round("Round 3", (shard, token) => shard.Checksum(query, peak, total, token), limit - clock.Elapsed, cancellation);
            checksum = parts.Aggregate((sum, part) => sum + part);
        }

        var answer = new Answer(SoftMath.LogSumExp(peak, total), Hits(Top(totals, k)), Hits(Drawn(totals, seed, k)), checksum);
        measured?.Answered();
        return answer;

        // A score's probability is the whole row's, wherever it is computed.
        Hit[] Hits(Candidate[] candidates)
        {
            var probabilities = new float[candidates.Length];
            SoftMath.Softmax(Array.ConvertAll(candidates, candidate => candidate.Score), peak, total, probabilities);
            return [.. candidates.Zip(probabilities, (candidate, probability) => new Hit(candidate.Item, candidate.Score, probability))];
        }
    }

    /// <summary>A shard that was activated anew between the rounds must say of itself what it said before.</summary>
    private static RowTotal<float> Sum(ShardTotal[] totals, RowPeak<float>[] peaks)
    {
        for (var shard = 0; shard < totals.Length; shard++)
        {
            if (totals[shard].Own != peaks[shard])
            {
                throw new SearchException($"Shard {shard} of {totals.Length} has other scores in round 2 than in round 1: silos of different builds are in one cluster.");
            }
        }

        try
        {
            return totals.Aggregate(default(RowTotal<float>), (sum, part) => sum + part.Total);
        }
        catch (ArgumentException mistake)
        {
            throw new SearchException($"Round 2: the shards do not fit together. {mistake.Message}", mistake);
        }
    }

    private static Candidate[] Top(ShardTotal[] totals, int k)
    {
        var top = new RowEntry<float>[k];
        foreach (var part in totals)
        {
            SoftMath.MergeTopK(top, part.Top.AsSpan());
        }

        return Array.ConvertAll(top, entry => new Candidate((int)entry.Index, entry.Value));
    }

    private static Candidate[] Drawn(ShardTotal[] totals, long seed, int k)
    {
        Ranking ranking = new(k);
        var sequence = Gumbel.Sequence(seed);
        foreach (var candidate in totals.SelectMany(part => part.Drawn))
        {
            ranking.Add(Gumbel.Key(candidate.Score, sequence, candidate.Item), candidate);
        }

        return [.. ranking.Candidates];
    }

    /// <summary>The answers of all shards.</summary>
    private async Task<T[]> Round<T>(string round, Func<IShard, CancellationToken, Task<T>> ask, TimeSpan within, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(within > TimeSpan.Zero ? within : TimeSpan.Zero);
        Exception? last = null;
        Task<T>[] asked = [.. _shards.Select(Insist)];
        try
        {
            return await Task.WhenAll(asked);
        }
        catch (ArgumentException mistake)
        {
            throw new SearchException($"{round}: the shards do not fit together. {mistake.Message}", mistake);
        }
        catch (Exception) when (timeout.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            var missing = Enumerable.Range(0, asked.Length).Where(shard => !asked[shard].IsCompletedSuccessfully).ToArray();
            throw new SearchException(
                $"{round}: {(missing.Length == 1 ? "shard" : "shards")} {string.Join(", ", missing)} of {asked.Length} did not answer within the time limit of {limit.TotalSeconds:0.###} s."
                + (last is null ? "" : $" The last call failed: {last.Message}"),
                last);
        }
        finally
        {
            await timeout.CancelAsync();
        }

        async Task<T> Insist(IShard shard)
        {
            while (true)
            {
                try
                {
                    return await ask(shard, timeout.Token).WaitAsync(timeout.Token);
                }
                catch (Exception failure) when (failure is OrleansException or TimeoutException or OperationCanceledException && !timeout.IsCancellationRequested)
                {
                    last = failure;
                    measurements?.AskedAgain();
                    await Task.Delay(s_breath, timeout.Token);
                }
            }
        }
    }
}
