using System;
using System.Collections.Immutable;
using Orleans;
using SoftKernels;

namespace Shards;

/// <summary>What is asked. Its vector is made of the seed, wherever it is needed.</summary>
/// <param name="Id">Of this query alone: by it a shard finds the scores of round one again in round two.</param>
/// <param name="Seed">Of the vector, and of the draws.</param>
/// <param name="K">How many items are wanted at the top, and drawn.</param>
[GenerateSerializer, Immutable, Alias("Shards.Query")]
internal sealed record Query([property: Id(0)] Guid Id, [property: Id(1)] long Seed, [property: Id(2)] int K);

/// <summary>An item that may be drawn.</summary>
[GenerateSerializer, Immutable, Alias("Shards.Candidate")]
internal readonly record struct Candidate([property: Id(0)] int Item, [property: Id(1)] float Score);

/// <summary>What a shard says in round two. In round one it says its peak.</summary>
/// <param name="Own">What it said in round one, or would have said: it may be another activation that answers.</param>
/// <param name="Total">Of its part of the row, at the whole row's peak.</param>
/// <param name="Top">Its k greatest scores, with their items.</param>
/// <param name="Drawn">Its k first draws.</param>
[GenerateSerializer, Immutable, Alias("Shards.ShardTotal")]
internal sealed record ShardTotal(
    [property: Id(0)] RowPeak<float> Own,
    [property: Id(1)] RowTotal<float> Total,
    [property: Id(2)] ImmutableArray<RowEntry<float>> Top,
    [property: Id(3)] ImmutableArray<Candidate> Drawn);
