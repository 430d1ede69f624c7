using System;

namespace Experts;

/// <summary>The tokens' logits: vectors around a few topics, some of which are more frequent, times a router's matrix. All of it at random.</summary>
internal static class Generated
{
    private const int Dimension = 32;
    private const int Topics = 12;

    /// <summary>How far tokens lie from their topic, whose own numbers lie between -1 and 1.</summary>
    private const float Spread = 1f;

    public static float[] Logits(int tokens, int experts, int seed)
    {
        var random = new Random(seed);
        var topics = Uniform(random, Topics * Dimension);
        var matrix = Uniform(random, Dimension * experts);
        var logits = new float[tokens * experts];
        var token = new float[Dimension];
        for (var row = 0; row < tokens; row++)
        {
            // The lesser of two: the first topics are the most frequent.
            var topic = Math.Min(random.Next(Topics), random.Next(Topics));
            for (var i = 0; i < Dimension; i++)
            {
                token[i] = topics[topic * Dimension + i] + Spread * (2 * random.NextSingle() - 1);
            }

            Multiply(token, matrix, logits.AsSpan(row * experts, experts));
        }

        return logits;
    }

    /// <summary>From -1 to 1.</summary>
    private static float[] Uniform(Random random, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = 2 * random.NextSingle() - 1;
        }

        return values;
    }

    /// <summary>Each sum in one order, each product rounded: the same bits on every machine.</summary>
    private static void Multiply(ReadOnlySpan<float> token, ReadOnlySpan<float> matrix, Span<float> logits)
    {
        for (var i = 0; i < token.Length; i++)
        {
            var row = matrix.Slice(i * logits.Length, logits.Length);
            for (var expert = 0; expert < logits.Length; expert++)
            {
                logits[expert] += token[i] * row[expert];
            }
        }
    }
}
