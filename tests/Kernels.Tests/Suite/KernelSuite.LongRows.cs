using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>Rows of 65,536 values and more, which only the forms of any length take: within the bounds, and exact where that is promised.</content>
public abstract partial class KernelSuite<T>
{
    [Fact]
    [On(Hardware.Every)]
    public void Long_rows_hold_the_bounds()
    {
        Worst<T> softmax = new("softmax, ULP"), logSoftmax = new("log-softmax, ULP"), logSumExp = new("log-sum-exp, ULP");
        foreach (var row in LongRows<T>.All)
        {
            int[] present = [.. Enumerable.Range(0, row.Levels.Length).Where(level => T.IsFinite(row.Levels[level]))];
            var counts = row.Counts();
            Assert.DoesNotContain(0, counts);
            var exact = _oracle.Evaluate([.. present.Select(level => row.Levels[level])], [.. present.Select(level => counts[level])]);

            SeeLevels(Softmax, row, present, exact.Softmax, T.Zero, softmax);
            SeeLevels(Kernels[0].LogSoftmax, row, present, exact.LogSoftmax, T.NegativeInfinity, logSoftmax);
            foreach (var (name, form) in LogSumExp.RowlessForms)
            {
                var actual = OneResult<T>(form, row.Row.Values);
                logSumExp.See(Ulp<T>.Error(actual, exact.LogSumExp, double.CreateChecked(row.Levels.Max())), actual, exact.LogSumExp, name, row.Row, 0);
            }
        }

        Assert.Multiple(() => softmax.AssertAtMost(Bounds<T>.Softmax), () => logSoftmax.AssertAtMost(Bounds<T>.LogSoftmax), () => logSumExp.AssertAtMost(Bounds<T>.LogSumExp));
    }

    [Fact]
    [On(Hardware.Every)]
    public void Long_rows_have_exact_maxima()
    {
        foreach (var row in LongRows<T>.All)
        {
            var max = row.Levels.Max();
            var first = Array.IndexOf(row.LevelAt, Array.IndexOf(row.Levels, max));
            AssertMaximum(row.Row, max + T.Zero, first, T.One);
        }
    }

    /// <summary>Special values at the end of a total, at the beginning of the next and at the end of the row.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Long_rows_know_the_special_values() => Parallel.ForEach(LongRows<T>.Lengths, length =>
    {
        var ordinary = LongRows<T>.Of(length).Single(row => row.Name == "bell").Row.Values;
        foreach (var place in new[] { 0, 65_535, 65_536, length - 1 }.Where(place => place < length).Distinct())
        {
            Row<T> With(string name, T value) => new($"{name} at {place}", [.. ordinary[..place], value, .. ordinary[(place + 1)..]]);

            var dominant = With("+infinity", T.PositiveInfinity);
            AssertMaximum(dominant, T.PositiveInfinity, place, T.One);
            AssertLongResults(Softmax, i => i == place ? T.One : T.Zero, dominant);
            AssertLongResults(Kernels[0].LogSoftmax, i => i == place ? T.Zero : T.NegativeInfinity, dominant);
            Assert.All(LogSumExp.RowlessForms, form => Assert.Equal(T.PositiveInfinity, OneResult<T>(form.Run, dominant.Values)));

            var contagious = With("NaN", T.NaN);
            AssertMaximum(contagious, T.NaN, place, T.NaN);
            AssertLongResults(Softmax, _ => T.NaN, contagious);
            AssertLongResults(Kernels[0].LogSoftmax, _ => T.NaN, contagious);
            Assert.All(LogSumExp.RowlessForms, form => Assert.Equal(T.NaN, OneResult<T>(form.Run, contagious.Values)));
        }

        Row<T> empty = new("all -infinity", Filled(length, T.NegativeInfinity));
        AssertLongResults(Softmax, _ => T.Zero, empty);
        AssertLongResults(Kernels[0].LogSoftmax, _ => T.NegativeInfinity, empty);
        Assert.All(LogSumExp.RowlessForms, form => Assert.Equal(T.NegativeInfinity, OneResult<T>(form.Run, empty.Values)));
    });

    [Fact]
    [On(Hardware.Every)]
    public void Long_rows_in_place_give_the_same_bits()
    {
        foreach (var row in LongRows<T>.Of(LongRows<T>.Lengths[^1]))
        {
            foreach (var operation in new[] { Softmax, Kernels[0].LogSoftmax, Kernels[0].HardMax })
            {
                var expected = LongResults(operation, operation.Fallback, row.Row.Values);
                var buffer = row.Row.Values.ToArray();
                operation.Fallback(buffer, MemoryMarshal.AsBytes(buffer.AsSpan()));
                AssertBits<T>(expected, buffer, $"{operation.Kind.Name} in place", row.Row);
            }
        }
    }

    /// <summary>
    /// Rows that softmax counts part by part while it looks for the maximum: where that rises all along, so that nearly all is counted again, where it
    /// comes last, and where nothing comes after it.
    /// </summary>
    [Fact]
    [On(Hardware.Every)]
    public void Rows_beyond_the_caches_hold_the_bounds_in_any_order()
    {
        int length = RowsLayouts.FewestWeightsTakenTwice + 12_345;
        T[] levels = [.. Enumerable.Range(0, 64).Select(level => T.CreateSaturating((level * 0.625) - 20))];
        int[] rising = [.. Enumerable.Range(0, length).Select(place => (int)((long)place * levels.Length / length))];
        LongRow<T>[] rows =
        [
            new("rising", levels, rising),
            new("falling", levels, [.. rising.Reverse()]),
            new("the maxima last but for one value", levels, [.. rising.Select((_, place) => rising[(place + 1) % length])]),
        ];
        Worst<T> worst = new("softmax, ULP");
        var exact = _oracle.Evaluate(levels, rows[0].Counts());
        var ofLevels = new T[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            SeeLevels(Softmax, rows[i], [.. Enumerable.Range(0, levels.Length)], exact.Softmax, T.Zero, worst);
            var results = LongResults(Softmax, Softmax.Fallback, rows[i].Row.Values);
            ofLevels[i] = [.. Enumerable.Range(0, levels.Length).Select(level => results[Array.IndexOf(rows[i].LevelAt, level)])];
            AssertBits<T>(ofLevels[0], ofLevels[i], rows[i].Name, rows[i].Row);
        }

        worst.AssertAtMost(Bounds<T>.Softmax);
    }

    [Fact]
    [On(Hardware.Every)]
    public void Rows_beyond_the_caches_may_lie_anywhere()
    {
        int length = RowsLayouts.FewestWeightsTakenTwice + 12_345, bytes = length * Unsafe.SizeOf<T>();
        SplitMix random = new(17);
        Row<T> row = new("bell", [.. Enumerable.Range(0, length).Select(_ => T.CreateSaturating(3 * random.NextBell()))]);
        var expected = LongResults(Softmax, Softmax.Fallback, row.Values);

        var inPlace = row.Values.ToArray();
        Softmax.Fallback(inPlace, MemoryMarshal.AsBytes(inPlace.AsSpan()));
        AssertBits<T>(expected, inPlace, "in place", row);

        var memory = new byte[bytes + 128];
        foreach (var offset in new[] { 1, Unsafe.SizeOf<T>(), 36, 64 })
        {
            memory.AsSpan().Fill(0xA5);
            Softmax.Fallback(row.Values, memory.AsSpan(offset, bytes));
            AssertBits<T>(expected, MemoryMarshal.Cast<byte, T>(memory.AsSpan(offset, bytes)).ToArray(), $"{offset} bytes on", row);
            Assert.True(memory.AsSpan(0, offset).IndexOfAnyExcept((byte)0xA5) < 0 && memory.AsSpan(offset + bytes).IndexOfAnyExcept((byte)0xA5) < 0, $"Written beside the results, {offset} bytes on.");
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Rows_beyond_the_caches_know_the_special_values()
    {
        int length = RowsLayouts.FewestWeightsTakenTwice + 5, last = length - 1, absent = 100_000;
        SplitMix random = new(18);
        T[] ordinary = [.. Enumerable.Range(0, length).Select(_ => T.CreateSaturating(3 * random.NextBell()))];
        Row<T> With(string name, T value) => new(name, [.. ordinary[..last], value]);
        AssertLongResults(Softmax, _ => T.NaN, With("NaN", T.NaN));
        AssertLongResults(Softmax, i => i == last ? T.One : T.Zero, With("+infinity", T.PositiveInfinity));
        AssertLongResults(Softmax, i => i == last ? T.One : T.Zero, With("shifted", T.CreateSaturating(30_000)));
        AssertLongResults(Softmax, _ => T.Zero, new("all -infinity", Filled(length, T.NegativeInfinity)));

        Row<T> masked = new("-infinity first", [.. Filled(absent, T.NegativeInfinity), .. ordinary[absent..]]);
        var expected = LongResults(Softmax, Softmax.Fallback, [.. ordinary[absent..], .. Filled(absent, T.NegativeInfinity)]);
        AssertBits<T>([.. expected[^absent..], .. expected[..^absent]], LongResults(Softmax, Softmax.Fallback, masked.Values), "moved", masked);
    }

    /// <summary>The worst of each level: equal values have to have equal bits.</summary>
    private static void SeeLevels(Operation<T> operation, LongRow<T> row, int[] present, Reference[] exact, T absent, Worst<T> worst)
    {
        foreach (var (name, form) in operation.RowlessForms)
        {
            var results = LongResults(operation, form, row.Row.Values);
            int[] firsts = [.. Enumerable.Range(0, row.Levels.Length).Select(level => Array.IndexOf(row.LevelAt, level))];
            AssertBits<T>([.. row.LevelAt.Select(level => results[firsts[level]])], results, $"{name}, equal values", row.Row);
            foreach (var (level, reference) in present.Zip(exact))
            {
                var actual = results[firsts[level]];
                worst.See(Ulp<T>.Error(actual, reference), actual, reference, name, row.Row, firsts[level]);
            }

            foreach (var level in Enumerable.Range(0, row.Levels.Length).Except(present))
            {
                AssertBits<T>([absent], [results[firsts[level]]], name, row.Row);
            }
        }
    }

    private void AssertMaximum(Row<T> row, T max, int first, T winner)
    {
        var kernel = Kernels[0];
        Assert.All(kernel.Max.RowlessForms, form => AssertBits<T>([max], [OneResult<T>(form.Run, row.Values)], form.Name, row));
        Assert.All(kernel.ArgMax.RowlessForms, form => AssertBits<int>([first], [OneResult<int>(form.Run, row.Values)], form.Name, row));
        AssertLongResults(kernel.HardMax, i => i == first ? winner : T.IsNaN(winner) ? winner : T.Zero, row);
    }

    private static void AssertLongResults(Operation<T> operation, Func<int, T> expected, Row<T> row)
    {
        T[] all = [.. Enumerable.Range(0, row.Values.Length).Select(expected)];
        Assert.All(operation.RowlessForms, form => AssertBits<T>(all, LongResults(operation, form.Run, row.Values), form.Name, row));
    }

    private static T[] LongResults(Operation<T> operation, Form<T> form, T[] row)
    {
        var results = new T[row.Length];
        form(row, MemoryMarshal.AsBytes(results.AsSpan()));
        return results;
    }

    private static TResult OneResult<TResult>(Form<T> form, T[] row)
        where TResult : unmanaged
    {
        var result = new TResult[1];
        form(row, MemoryMarshal.AsBytes(result.AsSpan()));
        return result[0];
    }
}
