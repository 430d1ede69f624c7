using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>Two results in one pass: the bits of the operations that give them one by one.</content>
public abstract partial class KernelSuite<T>
{
    private static readonly int[] PairRowCounts = [0, 1, 3, 16, 19, 35];

    /// <summary>NaN, infinities, ties and huge values are among the rows.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Two_results_are_those_of_two_calls() => Parallel.ForEach(Kernels.Reverse(), kernel =>
    {
        foreach (var pair in PairsOf(kernel))
        {
            foreach (var row in RowsOf(kernel.Size))
            {
                var expected = Expected(kernel, pair, row.Values);
                foreach (var (name, form) in pair.RowForms.Concat(pair.RowsForms))
                {
                    AssertPair(pair, expected, pair.Bits(form, row.Values), name, row);
                }

                if (pair.IsElementwise)
                {
                    foreach (var (name, form) in pair.RowForms.Concat(pair.RowsForms))
                    {
                        var inPlace = row.Values.ToArray();
                        var result = new T[1];
                        form(inPlace, MemoryMarshal.AsBytes(inPlace.AsSpan()), MemoryMarshal.AsBytes(result.AsSpan()));
                        AssertPair(pair, expected, (MemoryMarshal.AsBytes(inPlace.AsSpan()).ToArray(), MemoryMarshal.AsBytes(result.AsSpan()).ToArray()), $"{name}, in place", row);
                    }
                }
            }
        }
    });

    [Fact]
    [On(Hardware.Every)]
    public void Two_results_of_rows_are_those_of_each_row() => Parallel.ForEach(Kernels.Where(kernel => kernel.Size <= 4096).Reverse(), kernel =>
    {
        var limit = T.CreateChecked(8192);
        var all = RowsOf(kernel.Size);
        var ordinary = all.Where(row => !row.Values.Any(T.IsNaN) && T.Abs(row.Values.Max()) < limit).ToArray();
        foreach (var pair in PairsOf(kernel))
        {
            foreach (var rows in PairRowCounts.SelectMany(count => new[] { ordinary[..count], all[..count], all[^count..] }).Append(ordinary))
            {
                T[] batch = [.. rows.SelectMany(row => row.Values)];
                var expected = rows.Select(row => Expected(kernel, pair, row.Values)).ToArray();
                byte[] first = [.. expected.SelectMany(one => one.First)], second = [.. expected.SelectMany(one => one.Second)];
                foreach (var (name, form) in pair.RowsForms)
                {
                    var actual = pair.Bits(form, batch);
                    Assert.True(first.AsSpan().SequenceEqual(actual.First), $"{name}, {rows.Length} rows: first results differ at byte {first.AsSpan().CommonPrefixLength(actual.First)}.");
                    Assert.True(second.AsSpan().SequenceEqual(actual.Second), $"{name}, {rows.Length} rows: second results differ at byte {second.AsSpan().CommonPrefixLength(actual.Second)}.");
                    AssertBatchInPlace(pair, name, form, batch, first, second);
                }
            }
        }
    });

    [Fact]
    [On(Hardware.Every)]
    public void Two_results_read_and_write_nothing_outside_the_spans()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guard pages are made by Linux' mmap and mprotect.");

        var capacity = Math.Max(Kernels[^1].Size, 35 * 1024) * Unsafe.SizeOf<T>();
        using var source = new GuardedBuffer(capacity);
        using var firsts = new GuardedBuffer(capacity);
        using var seconds = new GuardedBuffer(capacity);
        foreach (var pair in Kernels.SelectMany(PairsOf))
        {
            var values = Distributions<T>.Ordinary.Row(pair.Size, 1).Values;
            foreach (var (_, form) in pair.RowForms)
            {
                PairAtBothEnds(pair, form, values);
            }

            foreach (var count in pair.Size <= 1024 ? PairRowCounts[1..] : [1])
            {
                T[] rows = [.. Enumerable.Repeat(values, count).SelectMany(row => row)];
                foreach (var (_, form) in pair.RowsForms)
                {
                    PairAtBothEnds(pair, form, rows);
                }
            }
        }

        void PairAtBothEnds(TwoResults<T> pair, PairForm<T> form, T[] values)
        {
            var expected = pair.Bits(form, values);
            var bytes = MemoryMarshal.AsBytes<T>(values);

            bytes.CopyTo(source.First(bytes.Length));
            form(MemoryMarshal.Cast<byte, T>(source.First(bytes.Length)), firsts.First(expected.First.Length), seconds.First(expected.Second.Length));
            Assert.Equal(expected.First, firsts.First(expected.First.Length));
            Assert.Equal(expected.Second, seconds.First(expected.Second.Length));

            bytes.CopyTo(source.Last(bytes.Length));
            form(MemoryMarshal.Cast<byte, T>(source.Last(bytes.Length)), firsts.Last(expected.First.Length), seconds.Last(expected.Second.Length));
            Assert.Equal(expected.First, firsts.Last(expected.First.Length));
            Assert.Equal(expected.Second, seconds.Last(expected.Second.Length));
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Two_results_allocate_nothing()
    {
        foreach (var pair in Kernels.SelectMany(PairsOf))
        {
            var source = new T[pair.Size];
            var first = new byte[pair.FirstBytes];
            var second = new byte[Unsafe.SizeOf<T>()];
            foreach (var (name, form) in pair.RowForms.Concat(pair.RowsForms))
            {
                var allocated = Allocations.Least(() => form(source, first, second));
                Assert.True(allocated == 0, $"{name} allocated {allocated} bytes.");
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Two_results_refuse_lengths_that_do_not_fit()
    {
        foreach (var pair in Kernels.Where(kernel => kernel.Size <= 1024).SelectMany(PairsOf))
        {
            var n = pair.Size;
            var perRow = pair.IsElementwise ? n : 1;
            foreach (var given in new[] { 0, n - 1, n + 1, 2 * n }.Where(given => given != n))
            {
                AssertPairRefused(pair, pair.Row, given, perRow, 1, (call, what) => Refusal.AssertLength(call, what, pair.Source, given, n));
                if (pair.IsElementwise)
                {
                    foreach (var (_, form) in pair.RowForms)
                    {
                        AssertPairRefused(pair, form, n, given, 1, (call, what) => Refusal.AssertLength(call, what, pair.First, given, n));
                    }
                }
            }

            foreach (var (_, form) in pair.RowsForms)
            {
                foreach (var given in new[] { 1, n - 1, n + 1, 3 * n - 1 }.Where(given => given % n != 0))
                {
                    AssertPairRefused(pair, form, given, pair.IsElementwise ? given : given / n, given / n, (call, what) => Refusal.AssertRows(call, what, pair.Source, given, n));
                }

                foreach (var rows in new[] { 0, 1, 3 })
                {
                    foreach (var given in new[] { 0, rows * perRow - 1, rows * perRow + 1 }.Where(given => given >= 0 && given != rows * perRow))
                    {
                        AssertPairRefused(pair, form, rows * n, given, rows, (call, what) => Refusal.AssertLength(call, what, pair.First, given, rows * perRow));
                    }

                    foreach (var given in new[] { 0, rows - 1, rows + 1 }.Where(given => given >= 0 && given != rows))
                    {
                        AssertPairRefused(pair, form, rows * n, rows * perRow, given, (call, what) => Refusal.AssertLength(call, what, pair.Second, given, rows));
                    }
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Two_results_refuse_to_overwrite_each_other_or_what_is_still_to_be_read()
    {
        const int rows = 4;
        foreach (var pair in Kernels.Where(kernel => kernel.Size is > 1 and <= 1024).SelectMany(PairsOf))
        {
            var n = pair.Size;
            var element = Unsafe.SizeOf<T>();
            foreach (var (name, form) in pair.RowsForms)
            {
                var shared = new byte[rows * Math.Max(pair.FirstBytes, element)];
                Refusal.AssertShared(
                    () => form(new T[rows * n], shared.AsSpan(0, rows * pair.FirstBytes), shared.AsSpan(0, rows * element)), name, pair.Second);
                Assert.All(shared, one => Assert.Equal(0, one));

                var buffer = new T[(rows * n) + 1];
                Refusal.AssertOverlap(
                    () => form(buffer.AsSpan(0, rows * n), new byte[rows * pair.FirstBytes], MemoryMarshal.AsBytes(buffer.AsSpan(1, rows))), name, pair.Second, 1);
                Action over = () => form(buffer.AsSpan(0, rows * n), MemoryMarshal.AsBytes(buffer.AsSpan(1))[..(rows * pair.FirstBytes)], new byte[rows * element]);
                if (pair.IsElementwise)
                {
                    Refusal.AssertOverlap(over, name, pair.First, 1);
                }
                else
                {
                    Refusal.AssertShared(over, name, pair.First);
                }

                Assert.All(buffer, one => Assert.Equal(T.Zero, one));
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void No_values_have_no_probability_and_an_empty_sum()
    {
        foreach (var pair in PairsOf(Kernels[0]))
        {
            foreach (var (name, form) in pair.RowForms.Skip(1))
            {
                var first = new byte[sizeof(int)];
                var second = new T[] { T.One };
                form([], pair.IsElementwise ? default : first, MemoryMarshal.AsBytes(second.AsSpan()));
                Assert.True(second[0] == (pair.IsElementwise ? T.NegativeInfinity : T.Zero), name);
                Assert.True(pair.IsElementwise || MemoryMarshal.Read<int>(first) == -1, name);
            }
        }
    }

    private IEnumerable<TwoResults<T>> PairsOf(KernelSet<T> kernel) => TwoResults<T>.Of(typeof(T) == typeof(float) ? typeof(SingleKernels) : typeof(DoubleKernels), kernel.Size);

    /// <summary>What the plain methods give for a row.</summary>
    private static (byte[] First, byte[] Second) Expected(KernelSet<T> kernel, TwoResults<T> pair, T[] values)
    {
        var probabilities = kernel.Softmax.Bits(kernel.Softmax.Row, values);
        if (pair.IsElementwise)
        {
            return (probabilities, kernel.LogSumExp.Bits(kernel.LogSumExp.Row, values));
        }

        var index = kernel.ArgMax.Bits(kernel.ArgMax.Row, values);
        return (index, probabilities.AsSpan(MemoryMarshal.Read<int>(index) * Unsafe.SizeOf<T>(), Unsafe.SizeOf<T>()).ToArray());
    }

    private static void AssertPair(TwoResults<T> pair, (byte[] First, byte[] Second) expected, (byte[] First, byte[] Second) actual, string method, Row<T> row)
    {
        if (pair.IsElementwise)
        {
            AssertBits<T>(MemoryMarshal.Cast<byte, T>(expected.First), MemoryMarshal.Cast<byte, T>(actual.First), method, row);
        }
        else
        {
            AssertBits<int>(MemoryMarshal.Cast<byte, int>(expected.First), MemoryMarshal.Cast<byte, int>(actual.First), method, row);
        }

        AssertBits<T>(MemoryMarshal.Cast<byte, T>(expected.Second), MemoryMarshal.Cast<byte, T>(actual.Second), $"{method}, second result", row);
    }

    /// <summary>With the results, or those that there is one of a row, where the matrix begins.</summary>
    private static void AssertBatchInPlace(TwoResults<T> pair, string name, PairForm<T> form, T[] batch, byte[] first, byte[] second)
    {
        var inPlace = batch.ToArray();
        var memory = MemoryMarshal.AsBytes(inPlace.AsSpan());
        if (pair.IsElementwise)
        {
            var results = new byte[second.Length];
            form(inPlace, memory, results);
            Assert.True(memory.SequenceEqual(first) && results.AsSpan().SequenceEqual(second), $"{name}, in place");
            batch.CopyTo(inPlace, 0);
        }

        var others = new byte[first.Length];
        form(inPlace, others, memory[..second.Length]);
        Assert.True(others.AsSpan().SequenceEqual(first) && memory[..second.Length].SequenceEqual(second), $"{name}, results where the matrix begins");
    }

    private static void AssertPairRefused(TwoResults<T> pair, PairForm<T> form, int source, int firsts, int seconds, Action<Action, string> assert)
    {
        var first = new byte[firsts * (pair.IsElementwise ? Unsafe.SizeOf<T>() : sizeof(int))];
        var second = new byte[seconds * Unsafe.SizeOf<T>()];
        first.AsSpan().Fill(Untouched);
        second.AsSpan().Fill(Untouched);
        var what = $"{pair.Name}, N = {pair.Size}, {source} values into {firsts} and {seconds}";

        assert(() => form(new T[source], first, second), what);

        Assert.False(first.AsSpan().ContainsAnyExcept(Untouched) || second.AsSpan().ContainsAnyExcept(Untouched), $"{what}: something was written.");
    }
}
