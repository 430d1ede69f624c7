using System;
using System.Linq;
using Shards;
using Xunit;

namespace SoftKernels.Shards.Tests;

/// <summary>That draws are draws from softmax, and the same everywhere.</summary>
public sealed class GumbelTests
{
    [Fact]
    public void Logarithms_are_those_of_the_platform_but_for_last_bits()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            double value = Math.ScaleB(1 + random.NextDouble(), random.Next(-60, 10));

            Assert.Equal(Math.Log(value), Gumbel.Log(value), Tolerance(Math.Log(value)));
        }

        // What IEEE 754 rounds alike everywhere has one value.
        Assert.Equal(0, Gumbel.Log(1));
        Assert.Equal(0x3FE62E42FEFA39EF, BitConverter.DoubleToInt64Bits(Gumbel.Log(2)));
    }

    [Fact]
    public void Noise_is_minus_the_logarithm_of_what_is_waited_for()
    {
        for (ulong place = 0; place < 100_000; place++)
        {
            ulong hash = Hash.Mix(place);
            double v = ((hash >> 12) + 0.5) / (1UL << 52);
            double waiting = v < 0.5 ? Log1p(-v) : Math.Log(1 - v);

            double expected = -Math.Log(-waiting);

            Assert.Equal(expected, Gumbel.Noise(hash), Tolerance(expected));
        }
    }

    [Theory]
    [InlineData(ulong.MinValue)]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData((1UL << 63) - 1)]
    [InlineData(1UL << 12)]
    public void Noise_is_finite_at_every_end(ulong hash) => Assert.True(double.IsFinite(Gumbel.Noise(hash)));

    [Fact]
    public void What_is_left_out_by_its_zeros_had_no_chance()
    {
        ulong sequence = Gumbel.Sequence(5);
        for (int item = 0; item < 1_000_000; item++)
        {
            Assert.True(Gumbel.Key(3.25f, sequence, item) <= Gumbel.AboveKey(3.25f, sequence, item), $"item {item}");
        }
    }

    [Fact]
    public void The_first_draw_is_one_from_softmax()
    {
        float[] scores = [1, 3, -1, 2.5f, 0, 2];
        float[] probabilities = new float[scores.Length];
        SoftMath.Softmax(scores, probabilities);
        const int Draws = 100_000;
        int[] counts = new int[scores.Length];
        for (int seed = 0; seed < Draws; seed++)
        {
            ulong sequence = Gumbel.Sequence(seed);
            counts[Enumerable.Range(0, scores.Length).MaxBy(item => Gumbel.Key(scores[item], sequence, item))]++;
        }

        double chiSquare = counts.Zip(probabilities, (count, probability) => Math.Pow(count - Draws * probability, 2) / (Draws * probability)).Sum();

        // Five degrees of freedom: beyond it one seed of a thousand; these seeds are always the same.
        Assert.InRange(chiSquare, 0, 20.5);
    }

    [Fact]
    public void A_ranking_does_not_depend_on_the_order_in_which_it_was_told()
    {
        Candidate[] candidates = [.. Enumerable.Range(0, 200).Select(item => new Candidate(item, item % 7))];
        Random random = new(3);
        Candidate[] expected = [.. candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Item).Take(20)];
        for (int shuffle = 0; shuffle < 20; shuffle++)
        {
            random.Shuffle(candidates);
            Ranking ranking = new(20);
            foreach (Candidate candidate in candidates)
            {
                ranking.Add(candidate.Score, candidate);
            }

            Assert.Equal(expected, ranking.Candidates);
        }
    }

    private static double Tolerance(double value) => 1e-15 + 1e-15 * Math.Abs(value);

    /// <summary>log(1 + x) for −½ &lt; x &lt; 0: Kahan's, whose errors cancel.</summary>
    private static double Log1p(double x) => 1 + x == 1 ? x : Math.Log(1 + x) * x / (1 + x - 1);
}
