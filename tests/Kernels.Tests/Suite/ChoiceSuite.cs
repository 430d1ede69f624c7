using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public sealed class SingleChoiceTests() : ChoiceSuite<float>(typeof(ChoiceSingles));

public sealed class DoubleChoiceTests() : ChoiceSuite<double>(typeof(ChoiceDoubles));

/// <summary>What is promised of choosing: the order of top-k, which probabilities go with it, and what number draws which value.</summary>
public abstract partial class ChoiceSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] s_sizes = [.. Enumerable.Range(1, 70), 100, 127, 128, 129, 257, 1000, 1024, 1025, 4097];

    private readonly Type _kernels;

    private protected ChoiceSuite(Type kernels) => _kernels = kernels;

    /// <summary>A register's width is no part of it.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void The_first_k_are_those_of_a_sort_at_every_width()
    {
        var random = new Random(1);
        foreach (var size in s_sizes)
        {
            foreach (var (name, values) in Rows(random, size))
            {
                foreach (var k in new[] { 1, 2, 3, 4, 7, 8, 15, 16, 17, 33, size / 2, size - 1, size }.Where(k => k >= 1 && k <= Math.Min(size, 300)).Distinct())
                {
                    var expected = ChoiceReference<T>.TopK(values, k);
                    var indices = new int[k];
                    foreach (var width in Width<T>.All)
                    {
                        width.Rows.TopK(values, indices);
                        Assert.True(expected.SequenceEqual(indices), $"{width}: the first {k} of {size} {name} are {Shown(expected)}, not {Shown(indices)}.");
                    }

                    Array.Fill(indices, -7);
                    TopK(values, indices);
                    Assert.Equal(expected, indices);
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_beside_the_row_and_the_indices_is_touched()
    {
        using GuardedBuffer source = new(4097 * sizeof(double));
        using GuardedBuffer results = new(4097 * sizeof(int));
        foreach (var size in s_sizes)
        {
            T[] values = Distributions<T>.Ordinary.Row(size, size).Values;
            foreach (var k in new[] { 1, 2, 5, 16, 40, size }.Where(k => k <= size))
            {
                var expected = ChoiceReference<T>.TopK(values, k);
                foreach (var isLast in new[] { false, true })
                {
                    var row = MemoryMarshal.Cast<byte, T>(isLast ? source.Last(size * Size) : source.First(size * Size));
                    var indices = MemoryMarshal.Cast<byte, int>(isLast ? results.Last(k * sizeof(int)) : results.First(k * sizeof(int)));
                    values.CopyTo(row);
                    TopK(row, indices);
                    Assert.Equal(expected, indices.ToArray());
                    Draw(row, 0.5);
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Probabilities_are_those_of_the_composition()
    {
        var random = new Random(2);
        foreach (var size in new[] { 1, 2, 3, 4, 10, 16, 17, 64, 100, 1000, 1025, 3000 })
        {
            foreach (var (name, values) in Rows(random, size))
            {
                foreach (var temperature in new[] { T.One, T.CreateChecked(0.7), T.Zero, T.CreateChecked(1e30) })
                {
                    foreach (var k in new[] { 1, 2, 8, size }.Where(k => k <= size).Distinct())
                    {
                        // Softmax of the first k.
                        var first = ChoiceReference<T>.TopK(values, k);
                        T[] chosen = [.. first.Select(index => values[index])];
                        Softmax(chosen, temperature);
                        AssertChosen($"TopKSoftmax {name} {size} {k} {temperature}", first, chosen, (indices, probabilities) => Both("TopKSoftmax", values, temperature, indices, probabilities));

                        // The first k of softmax.
                        T[] all = [.. values];
                        Softmax(all, temperature);
                        first = ChoiceReference<T>.TopK(all, k);
                        AssertChosen(
                            $"SoftmaxTopK {name} {size} {k} {temperature}", first, [.. first.Select(index => all[index])], (indices, probabilities) => Both("SoftmaxTopK", values, temperature, indices, probabilities));
                    }
                }
            }
        }
    }

    /// <summary>Every boundary of the cumulative weights, by the numbers next to it, in exact arithmetic.</summary>
    [Fact]
    [On(Hardware.Fused)]
    public void A_draw_is_the_first_value_whose_cumulative_weight_is_above_u_times_their_sum()
    {
        foreach (var size in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 128, 129, 257, 1000, 1024, 1025, 1500, 4097 })
        {
            foreach (var distribution in Distributions<T>.All.Where((_, i) => size <= 64 || i % 5 == 0))
            {
                T[] values = distribution.Row(size, size).Values;
                if (!values.All(value => T.Abs(value) < T.CreateChecked(4096)))
                {
                    continue;
                }

                var weights = ChoiceReference<T>.Weights(values);
                var uniforms = ChoiceReference<T>.Boundaries(weights);
                for (var i = 0; i < uniforms.Length; i += 1 + (uniforms.Length / 200))
                {
                    AssertDrawn(ChoiceReference<T>.Sample(weights, uniforms[i]), values, T.One, uniforms[i]);
                }
            }
        }
    }

    /// <summary>Weights of values that are shifted first, or divided by a temperature, are the same at every width: what is drawn too.</summary>
    [Fact]
    [On(Hardware.Fused)]
    public void A_draw_is_the_same_at_every_width_and_any_temperature()
    {
        SplitMix random = new(3);
        foreach (var size in new[] { 1, 2, 3, 5, 8, 10, 16, 17, 33, 64, 100, 257, 1000, 1025, 5000 })
        {
            foreach (var temperature in new[] { 0, 1e-30, 0.3, 1, 2.5, 100, 1e30 })
            {
                foreach (var scale in new[] { 1, 100, 1e6, 1e30 })
                {
                    T[] values = [.. Enumerable.Range(0, size).Select(_ => T.CreateChecked(random.NextBell() * scale))];
                    for (var draw = 0; draw < 5; draw++)
                    {
                        var uniform = random.NextUnit();
                        AssertDrawn(Width<T>.All[0].Rows.Sample(values, T.CreateChecked(temperature), uniform), values, T.CreateChecked(temperature), uniform);
                    }
                }
            }
        }
    }

    /// <summary>Softmax' own probabilities, summed up, up to what they are off: where boundaries lie.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Boundaries_lie_where_softmax_sums_up()
    {
        SplitMix random = new(4);
        foreach (var size in new[] { 2, 3, 10, 17, 64, 300, 2000 })
        {
            foreach (var temperature in new[] { 0.3, 1, 2.5 })
            {
                T[] values = [.. Enumerable.Range(0, size).Select(_ => T.CreateChecked(random.NextBell() * 5))];
                T[] probabilities = [.. values];
                Softmax(probabilities, T.CreateChecked(temperature));
                for (var draw = 0; draw < 50; draw++)
                {
                    var uniform = random.NextUnit();
                    var index = DrawAt(values, T.CreateChecked(temperature), uniform);
                    var below = probabilities.Take(index).Sum(double.CreateChecked);
                    var off = size * double.CreateChecked(T.BitIncrement(T.One) - T.One) * 4;
                    Assert.InRange(uniform, below - off, below + double.CreateChecked(probabilities[index]) + off);
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Infinities_share_alike_and_a_NaN_draws_nothing()
    {
        foreach (var size in new[] { 1, 2, 3, 8, 10, 16, 17, 40, 64, 257, 1024, 1025, 3000 })
        {
            var random = new Random(size);
            T[] values = Distributions<T>.Ordinary.Row(size, 5).Values;
            AssertDrawn(-1, [.. values.Select(_ => T.NegativeInfinity)], T.One, 0.3);
            AssertDrawn(-1, [.. values.Select(_ => T.NegativeInfinity)], T.Zero, 0.3);
            foreach (var place in new[] { 0, size / 2, size - 1 })
            {
                T[] withNaN = [.. values];
                withNaN[place] = T.NaN;
                withNaN[size - 1 - place] = place == size - 1 - place ? T.NaN : T.PositiveInfinity;
                AssertDrawn(-1, withNaN, T.One, 0.5);
                AssertDrawn(-1, withNaN, T.Zero, 0.5);
            }

            // k of them, by j/k and the number below it, which may not be a double.
            int[] places = [.. Enumerable.Range(0, size).Where(i => i == size - 1 || random.Next(3) == 0)];
            T[] infinite = [.. values.Select((value, i) => places.Contains(i) ? T.PositiveInfinity : i % 2 == 0 ? value : T.NegativeInfinity)];
            T[] ties = [.. values.Select((value, i) => places.Contains(i) ? T.CreateChecked(50) : value)];
            for (var j = 0; j < places.Length; j++)
            {
                foreach (var uniform in new[] { (double)j / places.Length, Math.BitDecrement((j + 1.0) / places.Length), Math.BitIncrement((double)j / places.Length) })
                {
                    var expected = places[ChoiceReference<T>.Sample([.. places.Select(_ => BigInteger.One)], uniform)];
                    AssertDrawn(expected, infinite, T.One, uniform);
                    AssertDrawn(expected, infinite, T.CreateChecked(0.5), uniform);
                    AssertDrawn(expected, ties, T.Zero, uniform);
                }
            }
        }

        Assert.Equal(-1, Draw([], 0.5));
    }

    [Fact]
    [On(Hardware.Every)]
    public void What_has_no_weight_is_never_drawn()
    {
        foreach (var size in new[] { 3, 10, 40, 1100 })
        {
            foreach (var none in new[] { T.NegativeInfinity, T.CreateChecked(-1000), T.CreateChecked(-120) })
            {
                T[] values = [.. Enumerable.Repeat(none, size)];
                values[size / 2] = T.Zero;
                foreach (var uniform in new[] { 0, double.Epsilon, 0.5, Math.BitDecrement(1) })
                {
                    AssertDrawn(size / 2, values, T.One, uniform);
                }
            }
        }
    }

    /// <summary>
    /// Pearson's statistic over seeded draws, against a threshold that a right method passes with a chance below 1e-9: Laurent and Massart, "Adaptive estimation of a quadratic functional
    /// by model selection" (2000), lemma 1: P(χ² − d ≥ 2√(dx) + 2x) ≤ e^-x.
    /// </summary>
    [Theory]
    [On(Hardware.Any)]
    [InlineData(2, 1)]
    [InlineData(10, 1)]
    [InlineData(10, 0.5)]
    [InlineData(64, 2)]
    [InlineData(1000, 1)]
    [InlineData(2000, 3)]
    public void Draws_are_distributed_as_softmax_says(int size, double temperature)
    {
        const int Draws = 200_000;
        const double LeastExpected = 50;
        SplitMix random = new((ulong)(size * 31) + (ulong)(temperature * 7));
        T[] values = [.. Enumerable.Range(0, size).Select(_ => T.CreateChecked(random.NextBell()))];
        T[] probabilities = [.. values];
        Softmax(probabilities, T.CreateChecked(temperature));
        var seen = new int[size];
        for (var i = 0; i < Draws; i++)
        {
            seen[DrawAt(values, T.CreateChecked(temperature), random.NextUnit())]++;
        }

        // Rare values together, so that each cell is nearly normal.
        double statistic = 0, expected = 0, found = 0;
        var cells = 0;
        for (var i = 0; i < size; i++)
        {
            expected += double.CreateChecked(probabilities[i]) * Draws;
            found += seen[i];
            if (expected >= LeastExpected)
            {
                statistic += (found - expected) * (found - expected) / expected;
                cells++;
                (expected, found) = (0, 0);
            }
        }

        var (freedom, x) = (cells - 1, Math.Log(1e9));
        Assert.True(cells > 1 && statistic - freedom < (2 * Math.Sqrt(freedom * x)) + (2 * x), $"χ² = {statistic} over {cells} cells");
    }

    [Fact]
    [On(Hardware.Any)]
    public void Nothing_is_allocated()
    {
        T[] values = Distributions<T>.Ordinary.Row(3000, 1).Values;
        var (indices, probabilities, mask, uniforms) = (new int[12], new T[12], new bool[1000], new double[] { 0.1, 0.5, 0.9 });
        mask.AsSpan().Fill(true);
        Assert.All(
            new Action[]
            {
                () => TopK(values, indices),
                () => Draw(values, 0.5),
                () => Both("TopKSoftmax", values, T.One, indices, probabilities),
                () => Both("SoftmaxTopK", values, T.One, indices, probabilities),
                () => SampleRows(values, uniforms, indices.AsSpan(0, 3), 1000),
                () => MaskedTopKRows(values, mask, indices, 1000),
            },
            call => Assert.Equal(0, Allocations.Least(call)));
    }

    private static IEnumerable<(string Name, T[] Values)> Rows(Random random, int size)
    {
        T[] of(Func<int, T> value) => [.. Enumerable.Range(0, size).Select(value)];

        yield return ("ordinary values", of(_ => T.CreateChecked((random.NextDouble() - 0.5) * 20)));
        yield return ("equal values", of(_ => T.CreateChecked(3)));
        yield return ("few different values", of(_ => T.CreateChecked(random.Next(3))));
        yield return ("zeroes of both signs", of(_ => random.Next(2) == 0 ? T.Zero : T.NegativeZero));
        yield return ("ascending values", of(i => T.CreateChecked(i)));
        yield return ("descending values", of(i => T.CreateChecked(-i)));
        yield return ("values and infinities", of(_ => random.Next(4) == 0 ? T.NegativeInfinity : random.Next(9) == 0 ? T.PositiveInfinity : T.CreateChecked(random.Next(7))));
        yield return ("absent values", of(_ => T.NegativeInfinity));
        yield return ("values and NaN", of(i => i == size / 2 || random.Next(30) == 0 ? T.NaN : random.Next(20) == 0 ? -T.NaN : T.CreateChecked(random.Next(9))));
        yield return ("subnormal values", of(_ => T.Epsilon * T.CreateChecked(random.Next(-5, 5))));
    }

    private static void AssertChosen(string what, int[] expected, T[] expectedProbabilities, Action<int[], T[]> run)
    {
        var (indices, probabilities) = (new int[expected.Length], new T[expected.Length]);
        run(indices, probabilities);
        Assert.True(expected.SequenceEqual(indices), $"{what}: {Shown(expected)}, not {Shown(indices)}");
        Assert.True(expectedProbabilities.AsSpan().SequenceEqual(probabilities) || expectedProbabilities.All(T.IsNaN) && probabilities.All(T.IsNaN), what);
    }

    private static void AssertDrawn(int expected, T[] values, T temperature, double uniform)
    {
        foreach (var width in Width<T>.All)
        {
            var index = width.Rows.Sample(values, temperature, uniform);
            Assert.True(expected == index, $"{width}: {uniform:R} draws {index} of {values.Length} at {temperature}, not {expected}: {string.Join(' ', values.Take(20))}");
        }

        Assert.Equal(expected, DrawAt(values, temperature, uniform));
        if (temperature == T.One)
        {
            Assert.Equal(expected, Draw(values, uniform));
        }
    }

    private static string Shown(int[] indices) => string.Join(' ', indices.Take(20));
}
