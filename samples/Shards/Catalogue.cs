using System;

namespace Shards;

/// <summary>
/// Items and queries, each a vector, made of seeds: every component is a function of the seed and of where it stands, and of nothing else. So whoever needs an item makes the same.
/// </summary>
/// <param name="Seed">Of the items.</param>
/// <param name="Items">How many.</param>
/// <param name="Dimensions">Components of each.</param>
/// <param name="Shards">How many grains share them.</param>
internal sealed record Catalogue(long Seed, int Items, int Dimensions, int Shards)
{
    private const ulong ItemPurpose = 1;
    private const ulong QueryPurpose = 2;

    // The standard deviation of scores: some items stand out of a million, and none alone.
    private const double Spread = 4;

    private readonly ulong _sequence = Hash.Sequence(Seed, ItemPurpose);

    /// <summary>What the items of all shards take.</summary>
    public long Bytes => (long)Items * Dimensions * sizeof(float);

    /// <summary>The shard's first item; its last stands before the next shard's first.</summary>
    public int First(int shard) => (int)((long)Items * shard / Shards);

    /// <summary>From [−1, 1), in steps that floats have.</summary>
    public float Component(int item, int dimension) => Component(Hash.At(_sequence, (ulong)item * (ulong)Dimensions + (ulong)dimension));

    /// <summary>What an item's score is the product with.</summary>
    public float[] Vector(long query)
    {
        var sequence = Hash.Sequence(query, QueryPurpose);
        var scale = (float)(3 * Spread / Math.Sqrt(Dimensions));
        var vector = new float[Dimensions];
        for (var dimension = 0; dimension < Dimensions; dimension++)
        {
            vector[dimension] = scale * Component(Hash.At(sequence, (ulong)dimension));
        }

        return vector;
    }

    private static float Component(ulong hash) => (hash >> 40) * (1f / (1 << 23)) - 1;
}
