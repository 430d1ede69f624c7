using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using CsCheck;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public sealed class SinglePartsTests() : PartsSuite<float>(new SingleOracle())
{
    /// <summary>Rows whose log-sum-exp the third grid would change, or changes: of doubles it is too fine for that.</summary>
    [Theory]
    [On(Hardware.Every)]
    [InlineData(LongTotal.LongestExactTotal)]
    [InlineData(LongTotal.LongestExactTotal + 1)]
    public void The_third_grid_is_read_where_the_row_is_long(int length)
    {
        SplitMix random = new((ulong)length);
        var found = 0;
        for (var draw = 0; found < 3 && draw < 2000; draw++)
        {
            // Two maxima, and thousands of weights of which the fine grid rounds each to the same side.
            float[] row = [.. Enumerable.Repeat((float)(-14 - (16 * random.NextUnit())), length)];
            row[length / 3] = row[^1] = 0;
            RowInParts<float> whole = new() { Max = 0, Second = 0 };
            Width<float>.WrittenOut[^1].Rows.Count(row, ref whole);
            RowInParts<float> isLong = whole with { IsLong = true };
            if (Width<float>.All[0].Rows.LogOfRest(whole) != Width<float>.All[0].Rows.LogOfRest(isLong))
            {
                found++;
                AssertSplit(new("third grid", row), seed: 4);
            }
        }

        Assert.Equal(3, found);
    }
}

public sealed class DoublePartsTests() : PartsSuite<double>(new DoubleOracle());

/// <summary>Rows in parts: however a row is cut, and in whatever order its parts come together, the bits are those of the methods over the whole row.</summary>
public abstract partial class PartsSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string SeedVariable = "SOFTKERNELS_PROPERTY_SEED";

    // Registers and parts of them, one by one, and on both sides of where 32-bit counters are emptied.
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 257, 1025, 4099];

    // Values that are special, or meet often.
    private static readonly T[] Alphabet =
    [
        T.NegativeInfinity, T.PositiveInfinity, T.NaN, T.NegativeZero, T.Zero, T.One, -T.One, T.CreateChecked(0.5), T.CreateChecked(-104), T.CreateChecked(8191.5), T.CreateChecked(8192),
        T.CreateChecked(-9000), T.CreateSaturating(1e30), T.CreateSaturating(-1e30), T.BitDecrement(T.PositiveInfinity), T.BitIncrement(T.NegativeInfinity), T.Epsilon,
    ];

    private readonly IOracle<T> _oracle;

    private protected PartsSuite(IOracle<T> oracle) => _oracle = oracle;

    [Fact]
    [On(Hardware.Every)]
    [Emulated]
    public void Any_split_gives_the_bits_of_the_whole_row() =>
        Parallel.ForEach(Sizes.Reverse().SelectMany(n => GoldenRows<T>.Groups(n)).SelectMany(group => group.Rows), row =>
        {
            AssertSplit(row, seed: 1);
            AssertSplit(row, seed: 2);
        });

    /// <summary>On both sides of 65,536 values, from which on a third grid counts.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Any_split_of_a_long_row_gives_its_bits() =>
        Parallel.ForEach(LongRows<T>.Lengths.Append(65_535).SelectMany(LongRows<T>.Of), row => AssertSplit(row.Row, seed: 3));

    /// <summary>Where results are stored past the caches, by parts that are and parts that are not.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void A_split_beyond_the_caches_gives_its_bits()
    {
        int length = RowsLayouts.FewestWeightsTakenTwice + 70_001;
        SplitMix random = new(5);
        Row<T> row = new("bell", [.. Enumerable.Range(0, length).Select(_ => T.CreateSaturating(3 * random.NextBell()))]);
        AssertBits(Whole(row.Values, label: 7, k: 5), Split(row.Values, [0, 33, RowsLayouts.FewestWeightsTakenTwice + 40, length], 7, 5, new(6)), row, "3 parts");
    }

    [Fact]
    [On(Hardware.Every)]
    public void Any_split_of_any_row_gives_its_bits() => Gen.Select(
        Gen.OneOf(
            Gen.OneOf(Any(Alphabet), Gen.Double[-9, 9].Select(T.CreateChecked)).Array[1, 40],
            Gen.OneOf(Any([.. Alphabet.Where(T.IsFinite)]), Gen.Double[-9, 9].Select(T.CreateChecked)).Array[1, 40],
            Gen.Int[-3, 3].Select(T.CreateChecked).Array[1, 40],
            Gen.Double[-9000, 9000].Select(T.CreateSaturating).Array[1, 400]),
        Gen.ULong).Sample(
            both => AssertSplit(new("drawn", both.Item1), both.Item2), seed: Environment.GetEnvironmentVariable(SeedVariable), iter: 5_000);

    [Fact]
    [On(Hardware.Every)]
    public void In_place_the_bits_are_the_same()
    {
        foreach (var row in Sizes.SelectMany(n => GoldenRows<T>.Groups(n)).SelectMany(group => group.Rows))
        {
            var peak = InParts<T>.Peak(row.Values);
            var total = InParts<T>.Total(row.Values, peak);
            T[] apart = new T[row.Values.Length], inPlace = [.. row.Values];
            InParts<T>.Softmax(row.Values, peak, total, apart);
            InParts<T>.Softmax(inPlace, peak, total, inPlace);
            Assert.True(Bytes<T>(apart).SequenceEqual(Bytes<T>(inPlace)), row.ToString());
            row.Values.CopyTo(inPlace, 0);
            InParts<T>.LogSoftmax(row.Values, peak, total, apart);
            InParts<T>.LogSoftmax(inPlace, peak, total, inPlace);
            Assert.True(Bytes<T>(apart).SequenceEqual(Bytes<T>(inPlace)), row.ToString());
        }
    }

    /// <summary>Each part on a machine of another width, as it were: the integers are the same.</summary>
    [Fact]
    [On(Hardware.Every)]
    [Emulated]
    public void Every_width_gathers_and_counts_the_same() =>
        Parallel.ForEach(Sizes.Append(40_003).Reverse().SelectMany(n => GoldenRows<T>.Groups(n)).SelectMany(group => group.Rows), row =>
        {
            var scalar = Width<T>.All[0].Rows;
            var max = scalar.Peak(row.Values, out var second);
            RowInParts<T> whole = new() { Max = max, Second = second };
            if (T.IsFinite(max))
            {
                scalar.Count(row.Values, ref whole);
            }

            T[] softmax = new T[row.Values.Length], logSoftmax = new T[row.Values.Length], results = new T[row.Values.Length];
            var isWritten = T.IsFinite(max) && row.Values.Length > 1;
            if (isWritten)
            {
                scalar.Softmax(row.Values, whole, softmax);
                scalar.LogSoftmax(row.Values, whole, logSoftmax);
            }

            foreach (var width in Width<T>.All.Skip(1))
            {
                AssertSame([max, second], [width.Rows.Peak(row.Values, out var other), other], width, row);
                RowInParts<T> counted = new() { Max = max, Second = second };
                if (T.IsFinite(max))
                {
                    width.Rows.Count(row.Values, ref counted);
                    Assert.True(counted.Sums.Equals(whole.Sums), $"{width.Name}: the sums differ; {row}");
                    AssertSame(
                        [scalar.LogSumExp(whole), scalar.LogOfRest(whole), scalar.Entropy(whole)],
                        [width.Rows.LogSumExp(whole), width.Rows.LogOfRest(whole), width.Rows.Entropy(whole)],
                        width,
                        row);
                }

                if (isWritten)
                {
                    width.Rows.Softmax(row.Values, whole, results);
                    AssertSame(softmax, results, width, row);
                    width.Rows.LogSoftmax(row.Values, whole, results);
                    AssertSame(logSoftmax, results, width, row);
                }
            }
        });

    /// <summary>2^33 values of 16 levels, none of which lies anywhere: the part's total, doubled by merging.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Eight_billion_values_hold_the_bounds()
    {
        const int doublings = 13;
        T[] levels = [.. Enumerable.Range(0, 16).Select(level => T.CreateSaturating((level * 0.8125) - 7.3))];
        T[] part = [.. Enumerable.Range(0, 1 << 20).Select(i => levels[i % levels.Length])];
        var peak = Doubled(InParts<T>.Peak(part), doublings);
        var total = Doubled(InParts<T>.Total(part, peak), doublings);
        Assert.Equal(1L << 33, peak.Count);
        Assert.Equal(1L << 33, total.Count);

        var exact = _oracle.Evaluate(levels, [.. levels.Select(_ => 1 << 29)]);
        T[] results = new T[levels.Length];
        InParts<T>.Softmax(levels, peak, total, results);
        Assert.All(results.Zip(exact.Softmax), pair => Assert.InRange(Ulp<T>.Error(pair.First, pair.Second), 0, Bounds<T>.Softmax));
        InParts<T>.LogSoftmax(levels, peak, total, results);
        Assert.All(results.Zip(exact.LogSoftmax), pair => Assert.InRange(Ulp<T>.Error(pair.First, pair.Second), 0, Bounds<T>.LogSoftmax));
        Assert.InRange(Ulp<T>.Error(InParts<T>.LogSumExp(peak, total), exact.LogSumExp, double.CreateChecked(levels[^1])), 0, Bounds<T>.LogSumExp);
        var entropy = exact.Softmax.Zip(exact.LogSoftmax).Sum(pair => -pair.First.ToDouble() * pair.Second.ToDouble() * (1 << 29));
        Assert.InRange(double.CreateChecked(InParts<T>.Entropy(peak, total)) / entropy, 1 - (4 * Ulp<T>.Epsilon), 1 + (4 * Ulp<T>.Epsilon));
    }

    /// <summary>As many equal values as a row may have: 40 · log 2, and not one more.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void The_longest_row_has_2_to_the_40th_values()
    {
        T[] part = [.. Enumerable.Repeat(T.CreateChecked(-3), 1 << 10)];
        var peak = Doubled(InParts<T>.Peak(part), 30);
        var total = Doubled(InParts<T>.Total(part, peak), 30);
        var log = 40 * Math.Log(2);
        Assert.InRange(Ulp<T>.Error(InParts<T>.LogSumExp(peak, total), Reference.Of(log - 3)), 0, Bounds<T>.LogSumExp);
        Assert.InRange(Ulp<T>.Error(InParts<T>.Entropy(peak, total), Reference.Of(log)), 0, 4);
        T[] one = new T[1];
        InParts<T>.Softmax(part.AsSpan(0, 1), peak, total, one);
        Assert.Equal(T.CreateChecked(Math.ScaleB(1, -40)), one[0]);
        Assert.Throws<ArgumentException>("right", () => peak + InParts<T>.Peak(part));
        Assert.Throws<ArgumentException>("right", () => total + InParts<T>.Total(part, peak));

        T[] infinite = [.. Enumerable.Repeat(T.PositiveInfinity, 1 << 10)];
        var peakOfInfinities = Doubled(InParts<T>.Peak(infinite), 30);
        var totalOfInfinities = Doubled(InParts<T>.Total(infinite, peakOfInfinities), 30);
        InParts<T>.Softmax(infinite.AsSpan(0, 1), peakOfInfinities, totalOfInfinities, one);
        Assert.Equal(T.CreateChecked(Math.ScaleB(1, -40)), one[0]);
        Assert.InRange(Ulp<T>.Error(InParts<T>.Entropy(peakOfInfinities, totalOfInfinities), Reference.Of(log)), 0, 4);
    }

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_is_allocated()
    {
        T[] row = [.. Enumerable.Range(0, 70_000).Select(i => T.CreateChecked(i % 97) / T.CreateChecked(8))], results = new T[row.Length];
        var first = new RowEntry<T>[100];
        var more = new RowEntry<T>[100];
        byte[] bytes = new byte[RowTotal<T>.Size];
        var allocated = Allocations.Least(() =>
        {
            var peak = InParts<T>.Peak(row.AsSpan(0, 3)) + InParts<T>.Peak(row.AsSpan(3));
            var total = InParts<T>.Total(row.AsSpan(0, 3), peak) + InParts<T>.Total(row.AsSpan(3), peak);
            total.WriteTo(bytes);
            total = RowTotal<T>.Read(bytes);
            peak.WriteTo(bytes);
            peak = RowPeak<T>.Read(bytes.AsSpan(0, RowPeak<T>.Size));
            InParts<T>.Softmax(row, peak, total, results);
            InParts<T>.LogSoftmax(row.AsSpan(0, 3), peak, total, results.AsSpan(0, 3));
            results[0] = InParts<T>.LogSumExp(peak, total) + InParts<T>.Entropy(peak, total) + InParts<T>.CrossEntropy(row[5], peak, total) + InParts<T>.Max(peak);
            InParts<T>.TopK(row.AsSpan(0, 20), 0, first);
            InParts<T>.TopK(row.AsSpan(20), 20, more);
            SoftMath.MergeTopK<T>(first, more);
            first[0] = InParts<T>.ArgMax(row.AsSpan(0, 20), 0) + InParts<T>.ArgMax(row.AsSpan(20), 20);
        });
        Assert.Equal(0, allocated);
    }

    private static Gen<T> Any(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static RowPeak<T> Doubled(RowPeak<T> peak, int times)
    {
        for (var i = 0; i < times; i++)
        {
            peak += peak;
        }

        return peak;
    }

    private static RowTotal<T> Doubled(RowTotal<T> total, int times)
    {
        for (var i = 0; i < times; i++)
        {
            total += total;
        }

        return total;
    }

    private protected static void AssertSplit(Row<T> row, ulong seed)
    {
        SplitMix random = new(seed);
        var n = row.Values.Length;
        var (label, k) = (random.NextBelow(n), 1 + random.NextBelow(Math.Min(n, 40)));
        var cuts = Cuts(n, random);
        AssertBits(Whole(row.Values, label, k), Split(row.Values, cuts, label, k, random), row, $"cut at {string.Join(", ", cuts.Take(20))}");
    }

    /// <summary>Where parts begin, and the row's end: parts of one value, and of none, among them.</summary>
    private static int[] Cuts(int n, SplitMix random)
    {
        var parts = 1 + random.NextBelow(7);
        IEnumerable<int> cuts = Enumerable.Range(0, parts).Select(_ => random.NextBelow(n + 1));
        if (random.NextBelow(2) == 0)
        {
            var one = random.NextBelow(n);
            cuts = cuts.Append(one).Append(one + 1);
        }

        return [0, .. cuts.Order(), n];
    }

    private sealed record Results(T[] Softmax, T[] LogSoftmax, T Max, T LogSumExp, T CrossEntropy, T Entropy, long ArgMax, long[] TopK);

    private static Results Whole(T[] row, int label, int k)
    {
        T[] softmax = new T[row.Length], logSoftmax = new T[row.Length];
        var topK = new int[k];
        SoftMath.Softmax<T>(row, softmax);
        SoftMath.LogSoftmax<T>(row, logSoftmax);
        SoftMath.TopK<T>(row, topK);
        return new(
            softmax, logSoftmax, SoftMath.Max<T>(row), SoftMath.LogSumExp<T>(row), SoftMath.CrossEntropy<T>(row, label), SoftMath.Entropy<T>(row), SoftMath.ArgMax<T>(row), [.. topK.Select(i => (long)i)]);
    }

    /// <summary>Each part by itself; all that goes from one to another, as bytes.</summary>
    private static Results Split(T[] row, int[] cuts, int label, int k, SplitMix random)
    {
        (int Start, int Length)[] parts = [.. cuts.Zip(cuts.Skip(1), (start, end) => (start, end - start))];
        var peak = RowPeak<T>.Read(Merged([.. parts.Select(part => InParts<T>.Peak(Of(part)))], random, (left, right) => left + right).ToByteArray());
        var total = RowTotal<T>.Read(Merged([.. parts.Select(part => InParts<T>.Total(Of(part), peak))], random, (left, right) => left.Add(right)).ToByteArray());
        T[] softmax = new T[row.Length], logSoftmax = new T[row.Length];
        foreach (var part in parts)
        {
            InParts<T>.Softmax(Of(part), peak, total, softmax.AsSpan(part.Start, part.Length));
            InParts<T>.LogSoftmax(Of(part), peak, total, logSoftmax.AsSpan(part.Start, part.Length));
        }

        var first = Merged([.. parts.Select(part => InParts<T>.ArgMax(Of(part), part.Start))], random, (left, right) => left + right);
        var firsts = Merged(
            [.. parts.Select(part =>
            {
                var entries = new RowEntry<T>[k];
                InParts<T>.TopK(Of(part), part.Start, entries);
                return entries;
            })],
            random,
            (left, right) =>
            {
                SoftMath.MergeTopK<T>(left, right);
                return left;
            });
        Assert.Equal(first, firsts[0]);
        Assert.Equal(row[first.Index], first.Value);
        return new(
            softmax,
            logSoftmax,
            InParts<T>.Max(peak),
            InParts<T>.LogSumExp(peak, total),
            InParts<T>.CrossEntropy(row[label], peak, total),
            InParts<T>.Entropy(peak, total),
            first.Index,
            [.. firsts.Select(entry => entry.Index)]);

        ReadOnlySpan<T> Of((int Start, int Length) part) => row.AsSpan(part.Start, part.Length);
    }

    /// <summary>Two of what is left, drawn at random, become one until one is left.</summary>
    private static TPart Merged<TPart>(List<TPart> parts, SplitMix random, Func<TPart, TPart, TPart> merge)
    {
        while (parts.Count > 1)
        {
            var left = Taken();
            parts.Add(merge(left, Taken()));
        }

        return parts[0];

        TPart Taken()
        {
            var i = random.NextBelow(parts.Count);
            var one = parts[i];
            parts.RemoveAt(i);
            return one;
        }
    }

    private static void AssertBits(Results expected, Results actual, Row<T> row, string how)
    {
        AssertSame(expected.Softmax, actual.Softmax, $"softmax, {how}", row);
        AssertSame(expected.LogSoftmax, actual.LogSoftmax, $"log-softmax, {how}", row);
        AssertSame([expected.Max], [actual.Max], $"max, {how}", row);
        AssertSame([expected.LogSumExp], [actual.LogSumExp], $"log-sum-exp, {how}", row);
        AssertSame([expected.CrossEntropy], [actual.CrossEntropy], $"cross-entropy, {how}", row);
        AssertSame([expected.Entropy], [actual.Entropy], $"entropy, {how}", row);
        Assert.Equal(expected.ArgMax, actual.ArgMax);
        Assert.Equal(expected.TopK, actual.TopK);
    }

    private static void AssertSame(T[] expected, T[] actual, Width<T> width, Row<T> row) => AssertSame(expected, actual, width.Name, row);

    private static void AssertSame(T[] expected, T[] actual, string what, Row<T> row)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            // Results that are NaN have no bits of their own.
            if (!(T.IsNaN(expected[i]) && T.IsNaN(actual[i])) && !Bytes<T>(expected.AsSpan(i, 1)).SequenceEqual(Bytes<T>(actual.AsSpan(i, 1))))
            {
                Assert.Fail($"{what}: element {i} is {Shown.Exactly(actual[i])}, not {Shown.Exactly(expected[i])}; {row}");
            }
        }
    }

    private static ReadOnlySpan<byte> Bytes<TValue>(ReadOnlySpan<TValue> values)
        where TValue : unmanaged => MemoryMarshal.AsBytes(values);
}
