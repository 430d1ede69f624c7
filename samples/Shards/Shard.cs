using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Orleans;
using Orleans.Concurrency;
using SoftKernels;

namespace Shards;

/// <summary>
/// Reentrant, for queries need not wait for each other: what they share is the items, which do not change, and the scores that wait for round two, which only turns touch. Kept alive, for items are dearer than idleness.
/// </summary>
[Reentrant, KeepAlive, PlacedByNumber]
internal sealed class Shard(Cores cores) : Grain, IShard
{
    // Of one more the first gives way, and is scored again if its round two comes yet.
    private const int MostWaiting = 64;

    private readonly OrderedDictionary<Guid, Scores> _waiting = [];
    private ShardName _name = null!;
    private ShardItems _items = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _name = ShardName.Parse(this.GetPrimaryKeyString());
        _items = await cores.Run(() => ShardItems.Make(_name, cancellationToken), cancellationToken);
    }

    public Task<int> Load(CancellationToken cancellation) => Task.FromResult(_items.Count);

    public async Task<RowPeak<float>> Peak(Query query, CancellationToken cancellation)
    {
        var scores = await cores.Run(() => Score(query), cancellation);
        Keep(query, scores);
        return scores.Peak;
    }

    public Task<ShardTotal> Total(Query query, RowPeak<float> peak, CancellationToken cancellation)
    {
        _waiting.Remove(query.Id, out var kept);
        return cores.Run(
            () =>
            {
                var scores = kept ?? Score(query);
                return new ShardTotal(scores.Peak, SoftMath.Total(scores.Values, peak), Top(scores.Values, query.K), Drawn(scores.Values, query));
            },
            cancellation);
    }

    public Task<ulong> Checksum(Query query, RowPeak<float> peak, RowTotal<float> total, CancellationToken cancellation) => cores.Run(
        () =>
        {
            var probabilities = new float[_items.Count];
            SoftMath.Softmax(Score(query).Values, peak, total, probabilities);
            return Shards.Checksum.Of(probabilities, _items.First);
        },
        cancellation);

    private Scores Score(Query query) => new(_items.Score(_name.Catalogue.Vector(query.Seed)), _items.Count);

    private void Keep(Query query, Scores scores)
    {
        _waiting[query.Id] = scores;
        if (_waiting.Count > MostWaiting)
        {
            _waiting.RemoveAt(0);
        }
    }

    private ImmutableArray<RowEntry<float>> Top(ReadOnlySpan<float> scores, int k)
    {
        var top = new RowEntry<float>[Math.Min(k, scores.Length)];
        SoftMath.TopK(scores, _items.First, top);
        return ImmutableCollectionsMarshal.AsImmutableArray(top);
    }

    private ImmutableArray<Candidate> Drawn(ReadOnlySpan<float> scores, Query query)
    {
        Ranking ranking = new(query.K);
        var sequence = Gumbel.Sequence(query.Seed);
        var least = ranking.Least;
        for (var index = 0; index < scores.Length; index++)
        {
            var (item, score) = (_items.First + index, scores[index]);
            if (Gumbel.AboveKey(score, sequence, item) >= least)
            {
                ranking.Add(Gumbel.Key(score, sequence, item), new(item, score));
                least = ranking.Least;
            }
        }

        return [.. ranking.Candidates];
    }

    /// <summary>The shard's part of the row, and what is said of it in round one.</summary>
    private sealed class Scores(float[] padded, int count)
    {
        public ReadOnlySpan<float> Values => padded.AsSpan(0, count);

        public RowPeak<float> Peak { get; } = SoftMath.Peak(padded.AsSpan(0, count));
    }
}
