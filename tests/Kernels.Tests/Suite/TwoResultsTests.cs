using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public sealed class HalfTwoResultsTests : TwoResultsSuite<Half>;

public sealed class NFloatTwoResultsTests : TwoResultsSuite<NFloat>;

public sealed class SingleTwoResultsTests : TwoResultsSuite<float>;

/// <summary>Two results in one pass, of SoftMath's generic methods.</summary>
[On(Hardware.Every)]
public abstract class TwoResultsSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 10, 33, 257, 1000];

    [Fact]
    public void Two_results_are_those_of_two_calls()
    {
        foreach (var values in Lengths.SelectMany(Values))
        {
            var expected = new T[values.Length];
            SoftMath.Softmax<T>(values, expected);
            var actual = values.ToArray();
            Assert.Equal(SoftMath.LogSumExp<T>(values), SoftMath.SoftmaxLogSumExp<T>(actual, actual));
            Assert.Equal(expected, actual);

            var index = SoftMath.ArgMax<T>(values, out var probability);
            Assert.Equal(SoftMath.ArgMax<T>(values), index);
            Assert.Equal(index < 0 ? T.Zero : expected[index], probability);
        }
    }

    [Fact]
    public void Rows_are_rows()
    {
        foreach (var n in Lengths[1..])
        {
            T[][] rows = [.. Values(n)];
            T[] matrix = [.. rows.SelectMany(row => row)];
            T[] probabilities = new T[matrix.Length], results = new T[rows.Length], winners = new T[rows.Length];
            var indices = new int[rows.Length];
            SoftMath.SoftmaxLogSumExpRows<T>(matrix, probabilities, results, n);
            SoftMath.ArgMaxRows<T>(matrix, indices, winners, n);
            for (var row = 0; row < rows.Length; row++)
            {
                var expected = new T[n];
                Assert.Equal(SoftMath.SoftmaxLogSumExp<T>(rows[row], expected), results[row]);
                Assert.Equal(expected, probabilities.AsSpan(row * n, n));
                Assert.Equal(SoftMath.ArgMax<T>(rows[row], out var probability), indices[row]);
                Assert.Equal(probability, winners[row]);
            }
        }
    }

    [Fact]
    public void Nothing_is_written_for_wrong_arguments()
    {
        T[] matrix = [.. Enumerable.Repeat(T.One, 6)], same = new T[6], two = new T[2], three = new T[3];
        foreach (var size in new[] { 0, -1, int.MinValue })
        {
            AssertSize(size, () => SoftMath.SoftmaxLogSumExpRows<T>(matrix, same, two, size));
            AssertSize(size, () => SoftMath.ArgMaxRows<T>(matrix, new int[2], two, size));
        }

        Refusal.AssertRows(() => SoftMath.SoftmaxLogSumExpRows<T>(matrix, same, two, Unseen(4)), "rows of 4", "logits", 6, 4);
        Refusal.AssertLength(() => SoftMath.SoftmaxLogSumExpRows<T>(matrix, three, two, Unseen(3)), "few probabilities", "probabilities", 3, 6);
        Refusal.AssertLength(() => SoftMath.SoftmaxLogSumExpRows<T>(matrix, same, three, Unseen(3)), "many results", "results", 3, 2);
        Refusal.AssertOverlap(() => SoftMath.SoftmaxLogSumExpRows<T>(Part(matrix, 0, 4), Part(matrix, 1, 4), two, Unseen(2)), "overlap", "probabilities", 1);
        Refusal.AssertOverlap(() => SoftMath.SoftmaxLogSumExpRows<T>(Part(matrix, 0, 4), Part(same, 0, 4), Part(matrix, 1, 2), Unseen(2)), "overlap", "results", 1);
        Refusal.AssertShared(() => SoftMath.SoftmaxLogSumExpRows<T>(matrix, same, Part(same, 4, 2), Unseen(3)), "results in the probabilities", "results");
        Refusal.AssertRows(() => SoftMath.ArgMaxRows<T>(matrix, new int[1], two, Unseen(4)), "rows of 4", "values", 6, 4);
        Refusal.AssertLength(() => SoftMath.ArgMaxRows<T>(matrix, new int[3], two, Unseen(3)), "many indices", "indices", 3, 2);
        Refusal.AssertLength(() => SoftMath.ArgMaxRows<T>(matrix, new int[2], three, Unseen(3)), "many probabilities", "probabilities", 3, 2);
        Refusal.AssertOverlap(() => SoftMath.ArgMaxRows<T>(Part(matrix, 0, 4), new int[2], Part(matrix, 1, 2), Unseen(2)), "overlap", "probabilities", 1);
        Refusal.AssertLength(() => SoftMath.SoftmaxLogSumExp<T>(matrix, three), "few probabilities", "probabilities", 3, 6);
        Refusal.AssertOverlap(() => SoftMath.SoftmaxLogSumExp<T>(Part(matrix, 0, 4), Part(matrix, 1, 4)), "overlap", "probabilities", 1);

        Assert.All(matrix, one => Assert.Equal(T.One, one));
        Assert.All([.. same, .. two, .. three], one => Assert.Equal(T.Zero, one));
    }

    /// <summary>A number that no analyzer sees: SK1001 would refuse these calls when they are compiled.</summary>
    private static int Unseen(int number) => number;

    /// <summary>The one value that is written may stand among the values.</summary>
    [Fact]
    public void A_probability_may_be_one_of_the_values()
    {
        foreach (var n in Lengths[1..])
        {
            var values = Distributions<T>.Ordinary.Row(n, 3).Values;
            var index = SoftMath.ArgMax<T>(values, out var probability);
            var place = index;
            Assert.Equal(index, SoftMath.ArgMax<T>(values, out values[place]));
            Assert.Equal(probability, values[place]);
        }
    }

    /// <summary>Where the analyzers do not look.</summary>
    private static Span<T> Part(T[] values, int start, int count) => values.AsSpan(start, count);

    private static void AssertSize(int size, Action call)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(nameof(size), call);
        Assert.StartsWith($"'size' is {size}, but at least 1 is needed.", thrown.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<T[]> Values(int n) => n == 0 ? [[]] :
    [
        Distributions<T>.Ordinary.Row(n, 1).Values,
        .. SpecialRows<T>.NaN(n).Take(2).Concat(SpecialRows<T>.PositiveInfinity(n).Take(2)).Append(SpecialRows<T>.AllNegativeInfinity(n)).Select(row => row.Values),
        Distributions<T>.Ties.Row(n, 2).Values,
    ];
}

/// <summary>Two results in one pass, of the library's loops at every register width and as the one generic definition.</summary>
public sealed class TwoResultsWidthTests
{
    private static readonly int[] Sizes = [.. Enumerable.Range(1, 70), 100, 127, 128, 129, 160, 255, 256, 257, 300, 1000, 4096, 4097, 70_001];

    [Fact]
    [On(Hardware.Fused)]
    [Emulated]
    public void Floats_have_the_bits_of_two_calls_at_every_width() => AssertWidths<float>();

    [Fact]
    [On(Hardware.Fused)]
    [Emulated]
    public void Doubles_have_the_bits_of_two_calls_at_every_width() => AssertWidths<double>();

    private static void AssertWidths<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Parallel.ForEach(Sizes.Reverse(), size =>
    {
        foreach (var width in Width<T>.All)
        {
            foreach (var row in Kinds<T>(size))
            {
                AssertRow(width, row);
            }

            if (width.HasBlocks && size <= 300)
            {
                AssertBlocks(width, [.. Enumerable.Range(0, (2 * width.Lanes) + 3).Select(seed => Kinds<T>(size, seed)[seed % 4].Values)], size);
            }
        }
    });

    /// <summary>Ordinary, with ties, far apart and beyond what needs no shift.</summary>
    private static Row<T>[] Kinds<T>(int size, int seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var apart = Distributions<T>.Ordinary.Row(size, seed);
        for (var i = 0; i < size; i++)
        {
            apart.Values[i] *= T.CreateChecked(i % 3 == 0 ? 100 : i % 3 == 1 ? 1 : 30);
        }

        var absent = Distributions<T>.Ordinary.Row(size, seed + 1);
        for (var i = 0; i < size; i++)
        {
            absent.Values[i] = i == seed % size ? absent.Values[i] : i % 2 == 0 ? T.NegativeInfinity : absent.Values[i] - T.CreateChecked(5000);
        }

        return [Distributions<T>.Ordinary.Row(size, seed), Distributions<T>.Ties.Row(size, seed), apart, absent, Distributions<T>.Extremes.Row(size, seed)];
    }

    private static void AssertRow<T>(Width<T> width, Row<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] expected = new T[row.Values.Length], actual = new T[row.Values.Length], inPlace = [.. row.Values];
        width.Rows.Softmax(row.Values, expected);
        var log = width.Rows.LogSumExp(row.Values);

        Assert.True(Bits(log, width.Rows.SoftmaxLogSumExp(row.Values, actual)), $"log-sum-exp, {width}; {row}");
        Assert.True(Bits<T>(expected, actual), $"softmax, {width}; {row}");
        Assert.True(Bits(log, width.Rows.SoftmaxLogSumExp(inPlace, inPlace)), $"log-sum-exp in place, {width}; {row}");
        Assert.True(Bits<T>(expected, inPlace), $"softmax in place, {width}; {row}");
        Assert.True(width.Rows.ArgMax(row.Values) == width.Rows.ArgMax(row.Values, out var probability), $"argmax, {width}; {row}");
        Assert.True(Bits(expected[width.Rows.ArgMax(row.Values)], probability), $"the maximum's probability, {width}; {row}");
    }

    private static void AssertBlocks<T>(Width<T> width, T[][] rows, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] matrix = [.. rows.SelectMany(row => row)];
        T[] probabilities = new T[matrix.Length], results = new T[rows.Length], winners = new T[rows.Length], inPlace = [.. matrix], resultsInPlace = new T[rows.Length];
        var end = width.Rows.SoftmaxLogSumExp(matrix, probabilities, results, size, 0);
        Assert.Equal(end, width.Rows.SoftmaxLogSumExp(inPlace, inPlace, resultsInPlace, size, 0));
        Assert.True(size < 4 || size > 256 || end >= 2 * width.Lanes, $"{width}: blocks of {size} end at {end}.");
        var indices = new int[rows.Length];
        var endOfWinners = width.Rows.ArgMax(matrix, indices, winners, size, 0);
        Assert.True(size < 4 || size > 64 || endOfWinners >= 2 * width.Lanes, $"{width}: blocks of {size} end at {endOfWinners}.");
        var expected = new T[size];
        for (var row = 0; row < rows.Length; row++)
        {
            var what = $"{width}, row {row} of {size} values";
            width.Rows.Softmax(rows[row], expected);
            Assert.True(row >= end || Bits<T>(expected, probabilities.AsSpan(row * size, size)), what);
            Assert.True(row >= end || Bits(width.Rows.LogSumExp(rows[row]), results[row]), what);
            Assert.True(row >= end || Bits<T>(expected, inPlace.AsSpan(row * size, size)), $"{what}, in place");
            Assert.True(row >= end || Bits(results[row], resultsInPlace[row]), $"{what}, in place");
            Assert.True(row >= endOfWinners || indices[row] == width.Rows.ArgMax(rows[row]), $"{what}, index {indices[row]}");
            Assert.True(row >= endOfWinners || Bits(expected[width.Rows.ArgMax(rows[row])], winners[row]), $"{what}, the maximum's probability");
        }
    }

    private static bool Bits<T>(T expected, T actual)
        where T : unmanaged => Bits<T>([expected], [actual]);

    private static bool Bits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged => MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual));
}
