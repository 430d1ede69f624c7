using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Along an axis that is not the last, and along rows of a size known at run time: the bits of one row, and what is refused.</summary>
public abstract class ColumnsSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const byte Untouched = 0xA5;

    private static readonly int[] s_sizes = [1, 2, 3, 4, 5, 7, 10, 15, 16, 17, 33, 64, 100, 255, 256, 257, 511, 512, 513, 1000, 1030];
    private static readonly int[] s_columns = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 65];
    private static readonly int[] s_blocks = [0, 1, 3, 16, 17];

    private readonly IReadOnlyList<AlongColumns<T>> _operations;

    private protected ColumnsSuite(Type? kernels) => _operations = AlongColumns<T>.All(kernels);

    private static IEnumerable<(int Size, int Columns, int Blocks)> Shapes =>
        from size in s_sizes
        from columns in s_columns
        from blocks in s_blocks
        where size * columns * blocks <= 60_000
        select (size, columns, blocks);

    [Fact]
    [On(Hardware.Every)]
    public void A_column_gives_the_bits_of_a_row()
    {
        foreach (var (size, columns, blocks) in Shapes)
        {
            Check(Values(size, columns, blocks), size, columns);
        }
    }

    /// <summary>One column of a group that is not ordinary, and its neighbours.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void So_it_does_beside_special_values()
    {
        T[] specials = [T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.NegativeZero, T.CreateSaturating(1e30), T.CreateSaturating(-1e30), T.CreateSaturating(double.MaxValue), T.Epsilon];
        foreach (var (size, columns, blocks) in Shapes.Where(shape => shape is { Blocks: > 0, Size: <= 17 or >= 256 and <= 257 }))
        {
            var values = Values(size, columns, blocks);
            var random = new Random(size + columns);
            foreach (var special in specials)
            {
                var column = random.Next(blocks * columns);
                for (var i = 0; i < size; i++)
                {
                    // One of them, or all.
                    if (i == size / 2 || special == specials[column % specials.Length])
                    {
                        values[((column / columns * size) + i) * columns + (column % columns)] = special;
                    }
                }
            }

            Check(values, size, columns);
        }
    }

    /// <summary>Beyond what 64 bits are known to hold, a column is a row.</summary>
    [Theory]
    [On(Hardware.Every)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void So_it_does_however_long(int size) => Check(Values(size, 17, 1), size, 17);

    [Fact]
    [On(Hardware.Every)]
    public void In_place_is_as_apart()
    {
        foreach (var (size, columns, blocks) in Shapes.Where(shape => shape.Blocks > 0))
        {
            foreach (var operation in _operations.Where(operation => operation.Kind.Shape != ResultShape.Index))
            {
                var values = Values(size, columns, blocks);
                var expected = operation.Expected(values, size, columns);
                foreach (var form in operation.FormsOf(size))
                {
                    var memory = values.ToArray();
                    var results = MemoryMarshal.AsBytes(memory.AsSpan())[..expected.Length];
                    form(memory, results, size, columns);
                    Assert.True(results.SequenceEqual(expected), $"{operation.Kind.Name} in place, N = {size}, {columns} columns, {blocks} blocks");
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Rows_of_a_given_size_give_the_bits_of_a_row()
    {
        foreach (var (size, rows, _) in Shapes.Where(shape => shape.Blocks == 1))
        {
            var values = Values(size, rows, 1);
            foreach (var operation in _operations)
            {
                var results = Run(operation, operation.Rows, values, size, 1);
                Assert.True(results.AsSpan().SequenceEqual(operation.Expected(values, size, columns: 1)), $"SoftMath.{operation.Kind.Name}Rows of {rows} rows of {size}");
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_outside_the_spans_is_read_or_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guard pages are made by Linux' mmap and mprotect.");
        using var source = new GuardedBuffer(60_000 * Unsafe.SizeOf<T>());
        using var destination = new GuardedBuffer(60_000 * Unsafe.SizeOf<T>());
        foreach (var (size, columns, blocks) in Shapes.Where(shape => shape.Blocks is 1 or 3 or 17))
        {
            var values = Values(size, columns, blocks);
            var bytes = MemoryMarshal.AsBytes<T>(values);
            foreach (var operation in _operations)
            {
                var length = (operation.IsElementwise ? values.Length : values.Length / size) * operation.BytesPerResult;
                bytes.CopyTo(source.First(bytes.Length));
                operation.Columns(MemoryMarshal.Cast<byte, T>(source.First(bytes.Length)), destination.First(length), size, columns);
                var first = destination.First(length).ToArray();
                bytes.CopyTo(source.Last(bytes.Length));
                operation.Columns(MemoryMarshal.Cast<byte, T>(source.Last(bytes.Length)), destination.Last(length), size, columns);
                Assert.True(destination.Last(length).SequenceEqual(first), $"{operation.Kind.Name}, N = {size}, {columns} columns, {blocks} blocks");
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_is_allocated()
    {
        foreach (var (size, columns, blocks) in new[] { (3, 7, 5), (10, 40, 3), (256, 17, 3), (257, 17, 3), (1030, 5, 4), (65_537, 2, 1) })
        {
            var values = Values(size, columns, blocks);
            values[0] = T.NaN;
            foreach (var operation in _operations)
            {
                var results = new byte[(operation.IsElementwise ? values.Length : values.Length / size) * operation.BytesPerResult];
                foreach (var form in operation.FormsOf(size))
                {
                    var allocated = Allocations.Least(() => form(values, results, size, columns));
                    Assert.True(allocated == 0, $"{operation.Kind.Name}, {blocks} blocks of {columns} columns of {size} allocated {allocated} bytes.");
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Sizes_and_numbers_of_columns_are_positive_and_no_more_than_a_span_holds()
    {
        foreach (var operation in _operations)
        {
            foreach (var none in new[] { 0, -1, int.MinValue })
            {
                foreach (var form in operation.FormsOf(10))
                {
                    Refuse(operation, form, 30, 3, 10, none, (call, what) => Refusal.AssertTooFew(call, what, "columns", none));
                }

                Refuse(operation, operation.Columns, 30, 3, none, 3, (call, what) => Refusal.AssertTooFew(call, what, "size", none));
                Refuse(operation, operation.Rows, 30, 3, none, 1, (call, what) => Refusal.AssertTooFew(call, what, "size", none));
            }

            foreach (var form in operation.FormsOf(10))
            {
                const int most = int.MaxValue / 10;
                Refuse(operation, form, 0, 0, 10, most + 1, (call, what) => Refusal.AssertTooMany(call, what, "columns", most + 1, most, 10));
                Refuse(operation, form, 30, 3, 10, int.MaxValue, (call, what) => Refusal.AssertTooMany(call, what, "columns", int.MaxValue, most, 10));
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Lengths_are_whole_blocks_and_room_for_exactly_their_results()
    {
        foreach (var operation in _operations)
        {
            foreach (var form in operation.FormsOf(10))
            {
                foreach (var given in new[] { 1, 10, 20, 29, 31, 70 })
                {
                    Refuse(operation, form, given, operation.IsElementwise ? given : given / 10, 10, 3, (call, what) =>
                        Refusal.AssertBlocks(call, what, operation.Kind.Source, given, 30, 3, 10));
                }

                var needed = operation.IsElementwise ? 60 : 6;
                foreach (var given in new[] { 0, needed - 1, needed + 1, 2 * needed })
                {
                    Refuse(operation, form, 60, given, 10, 3, (call, what) => Refusal.AssertLength(call, what, operation.Kind.Results, given, needed));
                }
            }

            Refuse(operation, operation.Rows, 31, operation.IsElementwise ? 31 : 3, 10, 1, (call, what) => Refusal.AssertRows(call, what, operation.Kind.Source, 31, 10));
            Refuse(operation, operation.Rows, 30, 2, 10, 1, (call, what) => Refusal.AssertLength(call, what, operation.Kind.Results, 2, operation.IsElementwise ? 30 : 3));
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void What_overlaps_without_beginning_together_is_refused()
    {
        foreach (var operation in _operations)
        {
            foreach (var form in operation.FormsOf(10).Append(operation.Rows))
            {
                var memory = new T[61];
                var length = (operation.IsElementwise ? 60 : 6) * operation.BytesPerResult;
                Action call = () => form(memory.AsSpan(0, 60), MemoryMarshal.AsBytes(memory.AsSpan(1))[..length], 10, 3);
                if (operation.Kind.Shape == ResultShape.Index)
                {
                    Refusal.AssertShared(call, operation.Kind.Name, operation.Kind.Results);
                }
                else
                {
                    Refusal.AssertOverlap(call, operation.Kind.Name, operation.Kind.Results, 1);
                }

                Assert.All(memory, value => Assert.Equal(T.Zero, value));
            }
        }
    }

    private static void Refuse(AlongColumns<T> operation, ColumnsForm<T> form, int source, int results, int size, int columns, Action<Action, string> assert)
    {
        var destination = new byte[results * operation.BytesPerResult];
        destination.AsSpan().Fill(Untouched);
        var what = $"{operation.Kind.Name}, {source} values into {results}, N = {size}, {columns} columns";

        assert(() => form(new T[source], destination, size, columns), what);

        Assert.False(destination.AsSpan().ContainsAnyExcept(Untouched), $"{what}: something was written.");
    }

    private void Check(T[] values, int size, int columns)
    {
        foreach (var operation in _operations)
        {
            var expected = operation.Expected(values, size, columns);
            foreach (var form in operation.FormsOf(size))
            {
                var actual = Run(operation, form, values, size, columns);
                if (!actual.AsSpan().SequenceEqual(expected))
                {
                    var element = actual.AsSpan().CommonPrefixLength(expected) / operation.BytesPerResult;
                    Assert.Fail($"{operation.Kind.Name}, N = {size}, {columns} columns, {values.Length} values: element {element} is not the row's.");
                }
            }
        }
    }

    private static byte[] Run(AlongColumns<T> operation, ColumnsForm<T> form, T[] values, int size, int columns)
    {
        var results = new byte[(operation.IsElementwise ? values.Length : values.Length / size) * operation.BytesPerResult];
        results.AsSpan().Fill(Untouched);
        form(values, results, size, columns);
        return results;
    }

    /// <summary>On a coarse grid, so that there are ties, of maxima too.</summary>
    private static T[] Values(int size, int columns, int blocks)
    {
        var random = new Random((size * 1000) + columns);
        var scale = random.Next(1, 40);
        return [.. Enumerable.Range(0, size * columns * blocks).Select(_ => T.CreateChecked(Math.Round((random.NextDouble() - 0.5) * scale * 8) / 8))];
    }
}

public sealed class SingleColumnsTests() : ColumnsSuite<float>(typeof(SingleColumnKernels));

public sealed class DoubleColumnsTests() : ColumnsSuite<double>(typeof(DoubleColumnKernels));

public sealed class HalfColumnsTests() : ColumnsSuite<Half>(typeof(HalfColumnKernels));
