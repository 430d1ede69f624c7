using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    private const byte Untouched = 0xA5;

    [Fact]
    public void A_row_takes_exactly_N_values()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Size;
            foreach (var given in new[] { 0, n - 1, n + 1, 2 * n }.Distinct())
            {
                AssertRefused(operation, operation.Row, given, operation.ResultsPerRow, operation.Kind.Source, given, n);
                if (operation.IsElementwise)
                {
                    AssertRefused(operation, operation.Row, n, given, operation.Kind.Results, given, n);
                }
            }
        }
    }

    [Fact]
    public void Rows_take_a_multiple_of_N_and_room_for_exactly_their_results()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Size;
            foreach (var given in new[] { 1, n - 1, n + 1, 3 * n - 1 }.Where(given => given % n != 0))
            {
                var results = operation.IsElementwise ? given : given / n;
                AssertRefused(operation, operation.Rows, given, results, operation.Kind.Source, given, n);
            }

            foreach (var rows in new[] { 0, 1, 3 })
            {
                var needed = rows * operation.ResultsPerRow;
                foreach (var given in new[] { 0, needed - 1, needed + 1, needed + n }.Where(given => given >= 0 && given != needed))
                {
                    AssertRefused(operation, operation.Rows, rows * n, given, operation.Kind.Results, given, needed);
                }
            }
        }
    }

    [Fact]
    public void Any_length_takes_a_destination_as_long_as_the_source()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise))
        {
            var n = operation.Size;
            foreach (var given in new[] { 0, n - 1, n + 1 })
            {
                AssertRefused(operation, operation.AnyLength, n, given, operation.Kind.Results, given, n);
                AssertRefused(operation, operation.Fallback, n, given, operation.Kind.Results, given, n);
            }
        }
    }

    [Fact]
    public void A_partial_overlap_is_refused()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise && operation.Size > 1))
        {
            foreach (var (name, form) in operation.Forms)
            {
                AssertOverlapRefused(name, form, length: operation.Size, shifts: [1, operation.Size / 2, operation.Size - 1]);
            }

            AssertOverlapRefused($"{operation.Kind.Name}{operation.Size}Rows", operation.Rows, 3 * operation.Size, [1, operation.Size, 2 * operation.Size]);
        }
    }

    [Fact]
    public void Neighbours_that_touch_do_not_overlap()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise))
        {
            var n = operation.Size;
            var row = Distributions<T>.Ordinary.Row(n, 1);
            foreach (var (name, form) in operation.Forms)
            {
                T[] buffer = [.. row.Values, .. row.Values];
                form(buffer.AsSpan(n), MemoryMarshal.AsBytes(buffer.AsSpan(0, n)));
                AssertBits(operation.Values(form, row.Values), buffer.AsSpan(0, n), name, row);

                row.Values.CopyTo(buffer, 0);
                form(buffer.AsSpan(0, n), MemoryMarshal.AsBytes(buffer.AsSpan(n)));
                AssertBits(operation.Values(form, row.Values), buffer.AsSpan(n), name, row);
            }
        }
    }

    [Fact]
    public void In_place_gives_the_same_bits()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise))
        {
            foreach (var row in new[] { Distributions<T>.Ordinary, Distributions<T>.Extremes }.Select(distribution => distribution.Row(operation.Size, 1)))
            {
                foreach (var (name, form) in operation.Forms)
                {
                    AssertInPlace(operation, form, name, row);
                }

                Row<T> many = new(row.Origin, [.. Enumerable.Range(1, operation.Size <= 1024 ? 21 : 2).SelectMany(seed => Distributions<T>.Ordinary.Row(operation.Size, seed).Values)]);
                AssertInPlace(operation, operation.Rows, $"{operation.Kind.Name}{operation.Size}Rows", many);
            }
        }
    }

    /// <summary>One result a row over the rows themselves: either it is refused, or no row is read after it was overwritten.</summary>
    [Fact]
    public void Results_of_rows_over_their_own_source_are_right_or_refused()
    {
        foreach (var operation in Operations.Where(operation => !operation.IsElementwise && operation.Size <= 70))
        {
            const int rows = 37;
            T[] source = [.. Enumerable.Range(0, rows).SelectMany(seed => Distributions<T>.Ordinary.Row(operation.Size, seed).Values)];
            var expected = operation.Bits(operation.Rows, source);
            foreach (var start in new[] { 0, 1, operation.Size, source.Length / 2, source.Length - rows }.Where(start => start + rows <= source.Length))
            {
                var buffer = source.ToArray();
                var results = MemoryMarshal.AsBytes(buffer.AsSpan(start))[..expected.Length];
                try
                {
                    operation.Rows(buffer, results);
                }
                catch (ArgumentException)
                {
                    Assert.False(operation.Size == 1 && start == 0 && operation.IsValued, $"{operation.Kind.Name}1Rows refuses to work in place.");
                    Assert.Equal(source, buffer);
                    continue;
                }

                Assert.True(results.SequenceEqual(expected), $"{operation.Kind.Name}{operation.Size}Rows with results at element {start} of its source");
            }
        }
    }

    [Fact]
    public void No_rows_are_no_work()
    {
        foreach (var operation in Operations)
        {
            operation.Rows([], []);
        }
    }

    [Fact]
    public void An_empty_row_of_any_length_is_an_empty_sum()
    {
        var kernel = Kernels[0];
        foreach (var (softmax, logSumExp, max, argMax) in new[]
        {
            (kernel.Softmax.AnyLength, kernel.LogSumExp.AnyLength, kernel.Max.AnyLength, kernel.ArgMax.AnyLength),
            (kernel.Softmax.Fallback, kernel.LogSumExp.Fallback, kernel.Max.Fallback, kernel.ArgMax.Fallback),
        })
        {
            softmax([], []);

            var value = new T[1];
            logSumExp([], MemoryMarshal.AsBytes(value.AsSpan()));
            Assert.Equal(T.NegativeInfinity, value[0]);

            var index = new int[1];
            argMax([], MemoryMarshal.AsBytes(index.AsSpan()));
            Assert.Equal(-1, index[0]);

            var thrown = Assert.Throws<ArgumentException>(() => max([], new byte[Unsafe.SizeOf<T>()]));
            Assert.Equal("values", thrown.ParamName);
        }

        foreach (var operation in new[] { kernel.LogSoftmax, kernel.HardMax })
        {
            operation.AnyLength([], []);
            operation.Fallback([], []);
        }
    }

    private static void AssertInPlace(Operation<T> operation, Form<T> form, string name, Row<T> row)
    {
        var expected = operation.Values(form, row.Values);
        var buffer = row.Values.ToArray();
        form(buffer, MemoryMarshal.AsBytes(buffer.AsSpan()));
        AssertBits(expected, buffer, $"{name} in place", row);
    }

    private static void AssertOverlapRefused(string name, Form<T> form, int length, int[] shifts)
    {
        foreach (var shift in shifts.Where(shift => shift > 0 && shift < length).Distinct())
        {
            var buffer = new T[length + shift];
            MemoryMarshal.AsBytes(buffer.AsSpan()).Fill(Untouched);

            var forwards = Record.Exception(() => form(buffer.AsSpan(0, length), MemoryMarshal.AsBytes(buffer.AsSpan(shift))));
            Assert.True(forwards is ArgumentException, $"{name} took a destination {shift} elements after its source: {forwards}");

            var backwards = Record.Exception(() => form(buffer.AsSpan(shift), MemoryMarshal.AsBytes(buffer.AsSpan(0, length))));
            Assert.True(backwards is ArgumentException, $"{name} took a destination {shift} elements before its source: {backwards}");

            Assert.False(MemoryMarshal.AsBytes(buffer.AsSpan()).ContainsAnyExcept(Untouched), $"{name} wrote before it refused an overlap.");
        }
    }

    private static void AssertRefused(Operation<T> operation, Form<T> form, int source, int results, string parameter, int given, int needed)
    {
        var destination = new byte[results * operation.BytesPerResult];
        destination.AsSpan().Fill(Untouched);

        var thrown = Record.Exception(() => form(new T[source], destination));

        var what = $"{operation.Kind.Name}, N = {operation.Size}, {source} values into {results}: {thrown}";
        Assert.True(thrown is ArgumentException { ParamName: var name } && name == parameter, what);
        Assert.True(Mentions(thrown!.Message, parameter) && Mentions(thrown.Message, Number(given)) && Mentions(thrown.Message, Number(needed)), what);
        Assert.False(destination.AsSpan().ContainsAnyExcept(Untouched), what);
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool Mentions(string message, string word) => Regex.IsMatch(message, $@"\b{word}\b");
}
