using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels;

namespace Shards;

/// <summary>What shards are held against: the answer of one process, which makes all items one after the other and has the whole row of scores before it.</summary>
internal static class WholeRow
{
    public static Answer Answer(Catalogue catalogue, long seed, int k, bool withChecksum = false) => Answers(catalogue, [seed], k, withChecksum)[0];

    /// <summary>For many queries, for which each item is made but once.</summary>
    public static Answer[] Answers(Catalogue catalogue, ReadOnlySpan<long> seeds, int k, bool withChecksum = false)
    {
        var vectors = new float[seeds.Length][];
        var rows = new float[seeds.Length][];
        for (var query = 0; query < seeds.Length; query++)
        {
            vectors[query] = catalogue.Vector(seeds[query]);
            rows[query] = new float[catalogue.Items];
        }

        var vector = new float[catalogue.Dimensions];
        for (var item = 0; item < catalogue.Items; item++)
        {
            for (var dimension = 0; dimension < vector.Length; dimension++)
            {
                vector[dimension] = catalogue.Component(item, dimension);
            }

            for (var query = 0; query < vectors.Length; query++)
            {
                rows[query][item] = Product(vectors[query], vector);
            }
        }

        var answers = new Answer[seeds.Length];
        for (var query = 0; query < seeds.Length; query++)
        {
            answers[query] = Answer(rows[query], seeds[query], k, withChecksum);
        }

        return answers;
    }

    private static Answer Answer(float[] scores, long seed, int k, bool withChecksum)
    {
        var probabilities = new float[scores.Length];
        SoftMath.Softmax(scores, probabilities);

        var top = new int[k];
        SoftMath.TopK(scores, top);

        var sequence = Gumbel.Sequence(seed);
        var keys = new double[scores.Length];
        for (var item = 0; item < keys.Length; item++)
        {
            keys[item] = Gumbel.Key(scores[item], sequence, item);
        }

        var drawn = new int[k];
        SoftMath.TopK(keys, drawn);
        return new(SoftMath.LogSumExp(scores), Hits(top), Hits(drawn), withChecksum ? Checksum.Of(probabilities, 0) : null);

        Hit[] Hits(IEnumerable<int> items) => [.. items.Select(item => new Hit(item, scores[item], probabilities[item]))];
    }

    private static float Product(float[] left, float[] right)
    {
        var sum = 0f;
        for (var dimension = 0; dimension < left.Length; dimension++)
        {
            sum += left[dimension] * right[dimension];
        }

        return sum;
    }
}
