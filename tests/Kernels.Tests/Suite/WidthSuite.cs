using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public sealed class SingleWidthTests : WidthSuite<float>;

public sealed class DoubleWidthTests : WidthSuite<double>;

/// <summary>
/// The library's loops at every register width that this machine has, and as the one generic definition they are written out of: rows and
/// blocks of rows have the same bits as one value at a time gives, and touch nothing else.
/// </summary>
public abstract class WidthSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const byte Untouched = 0xA5;

    // All tails of all widths; on both sides of where 32-bit counters are emptied.
    private static readonly int[] Sizes =
        [.. Enumerable.Range(1, 70), 127, 128, 129, 255, 256, 257, 511, 1000, 1023, 1025, 2047, 2049, 4095, 4096, 4097, 8200, 140_003];

    // On both sides of every threshold between layouts.
    private static readonly int[] BlockSizes = [.. Enumerable.Range(1, 70), 100, 127, 128, 129, 160, 255, 256, 257, 300];

    [Fact]
    [On(Hardware.Fused)]
    [Emulated]
    public void A_row_has_the_same_bits_at_every_width() => WithRegisters(() =>
        Parallel.ForEach(Sizes.Reverse().SelectMany(n => GoldenRows<T>.Groups(n)).SelectMany(group => group.Rows), row => AssertSameBits(row, Width<T>.All)));

    [Fact]
    [On(Hardware.Fused)]
    public void A_long_row_has_the_same_bits_at_every_width() => WithRegisters(() =>
        Parallel.ForEach(LongRows<T>.All, row => AssertSameBits(row.Row, Width<T>.WrittenOut)));

    [Fact]
    [On(Hardware.Fused)]
    [Emulated]
    public void Blocks_of_rows_have_the_bits_of_their_rows() => WithRegisters(() => Parallel.ForEach(BlockSizes.Reverse(), size =>
    {
        foreach (var width in Width<T>.WrittenOut.Where(width => width.HasBlocks))
        {
            // None, one and two blocks, with and without rows left.
            foreach (var count in new[] { width.Lanes - 1, width.Lanes, width.Lanes + 1, (2 * width.Lanes) + 3 })
            {
                AssertBlocks(width, Ordinary(size, count), first: 0, stop: count);
            }

            AssertBlocks(width, Ordinary(size, (3 * width.Lanes) + 1), first: width.Lanes + 1, stop: (3 * width.Lanes) + 1);
        }
    }));

    /// <summary>Rows that need care: blocks may end there, or take them and be right.</summary>
    [Fact]
    [On(Hardware.Fused)]
    public void Blocks_end_at_a_row_that_is_not_ordinary_or_are_right() => WithRegisters(() => Parallel.ForEach(BlockSizes.Reverse(), size =>
    {
        foreach (var width in Width<T>.WrittenOut.Where(width => width.HasBlocks))
        {
            var count = 3 * width.Lanes;
            foreach (var special in new[] { T.NaN, T.PositiveInfinity, T.CreateChecked(60_000), T.CreateChecked(8192) })
            {
                foreach (var (row, place) in new[] { (0, 0), (width.Lanes + 1, size / 2), ((2 * width.Lanes) - 1, size - 1) })
                {
                    var rows = Ordinary(size, count);
                    rows[row][place] = special;
                    AssertBlocks(width, rows, first: 0, stop: row);
                }
            }

            var absent = Ordinary(size, count);
            Array.Fill(absent[width.Lanes], T.NegativeInfinity);
            AssertBlocks(width, absent, first: 0, stop: width.Lanes);
        }
    }));

    [Fact]
    [On(Hardware.Every)]
    public void Nothing_outside_the_spans_is_read_or_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guard pages are made by Linux' mmap and mprotect.");

        const int mostLanes = 16;
        var bytes = ((2 * mostLanes) + 1) * BlockSizes[^1] * Unsafe.SizeOf<T>();
        using var source = new GuardedBuffer(bytes);
        using var results = new GuardedBuffer(bytes);
        foreach (var (width, size) in Width<T>.WrittenOut.SelectMany(width => BlockSizes.Select(size => (width, size))))
        {
            foreach (var (kind, row, blocks) in width.Operations)
            {
                AtBothEnds(Ordinary(size, 1)[0], ResultBytes(kind, size, 1), source, results, row);
                if (width.HasBlocks)
                {
                    T[] rows = [.. Ordinary(size, 2 * width.Lanes).SelectMany(values => values)];
                    AtBothEnds(rows, ResultBytes(kind, size, 2 * width.Lanes), source, results, (values, destination) => blocks(values, destination, size, 0));
                }
            }
        }
    }

    private static void WithRegisters(Action compare)
    {
        Assert.SkipWhen(Width<T>.WrittenOut.Count == 1, "There are no registers to compare.");
        compare();
    }

    private static void AtBothEnds(T[] values, int resultBytes, GuardedBuffer source, GuardedBuffer results, Form<T> form)
    {
        var bytes = MemoryMarshal.AsBytes<T>(values);
        bytes.CopyTo(source.First(bytes.Length));
        form(MemoryMarshal.Cast<byte, T>(source.First(bytes.Length)), results.First(resultBytes));
        bytes.CopyTo(source.Last(bytes.Length));
        form(MemoryMarshal.Cast<byte, T>(source.Last(bytes.Length)), results.Last(resultBytes));
    }

    /// <summary>Rows from <paramref name="first"/> to where the blocks end have their bits, the others none; and what could be a block before <paramref name="stop"/> is one.</summary>
    private static void AssertBlocks(Width<T> width, T[][] rows, int first, int stop)
    {
        var size = rows[0].Length;
        T[] values = [.. rows.SelectMany(row => row)];
        var scalar = Width<T>.WrittenOut[0];
        foreach (var ((kind, _, blocks), (_, one, _)) in width.Operations.Zip(scalar.Operations))
        {
            var perRow = ResultBytes(kind, size, 1);
            var expected = new byte[rows.Length * perRow];
            expected.AsSpan().Fill(Untouched);
            var actual = expected.ToArray();

            var end = blocks(values, actual, size, first);

            var what = $"{kind.Name}, {width}, {rows.Length} rows of {size} from {first} on";
            Assert.InRange(end, first, rows.Length);
            Assert.True(end > stop - width.Lanes || !HasLayout(kind, size), $"{what}: blocks end at {end}, long before {stop}.");
            for (var row = first; row < end; row++)
            {
                one(rows[row], expected.AsSpan(row * perRow, perRow));
            }

            AssertBits(kind, expected, actual, what);
            if (kind.Shape == ResultShape.Elements)
            {
                var inPlace = values.ToArray();
                blocks(inPlace, MemoryMarshal.AsBytes(inPlace.AsSpan()), size, first);
                var done = MemoryMarshal.AsBytes(inPlace.AsSpan())[(first * perRow)..(end * perRow)];
                AssertBits(kind, expected.AsSpan((first * perRow)..(end * perRow)), done, $"{what}, in place");
                Assert.True(inPlace.AsSpan(end * size).SequenceEqual(values.AsSpan(end * size)), $"{what}, in place: rows beyond the blocks are changed.");
            }
        }
    }

    /// <summary>Sizes that every width has a layout for, so that their rows are not all handed back.</summary>
    private static bool HasLayout(OperationKind kind, int size) => size > 3 && (kind.Name switch
    {
        "Softmax" => size <= 64,
        "LogSoftmax" or "LogSumExp" => size <= 256,
        _ => true,
    });

    private static void AssertSameBits(Row<T> row, IReadOnlyList<Width<T>> widths)
    {
        foreach (var (index, (kind, scalar, _)) in widths[0].Operations.Index())
        {
            var expected = new byte[ResultBytes(kind, row.Values.Length, 1)];
            var actual = new byte[expected.Length];
            scalar(row.Values, expected);
            foreach (var width in widths.Skip(1))
            {
                width.Operations[index].Row(row.Values, actual);
                AssertBits(kind, expected, actual, $"{kind.Name}, {width}; {row}");
            }
        }
    }

    private static void AssertBits(OperationKind kind, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string what)
    {
        if (expected.SequenceEqual(actual))
        {
            return;
        }

        var bytes = ResultBytes(kind, 1, 1);
        var at = expected.CommonPrefixLength(actual) / bytes;
        Assert.Fail($"{what}: result {at} is {Told(kind, actual[(at * bytes)..])}, not {Told(kind, expected[(at * bytes)..])}");
    }

    private static string Told(OperationKind kind, ReadOnlySpan<byte> result) =>
        kind.Shape == ResultShape.Index ? $"{MemoryMarshal.Read<int>(result)}" : Shown.Exactly(MemoryMarshal.Read<T>(result));

    private static int ResultBytes(OperationKind kind, int size, int rows) => kind.Shape switch
    {
        ResultShape.Elements => rows * size * Unsafe.SizeOf<T>(),
        ResultShape.Value => rows * Unsafe.SizeOf<T>(),
        _ => rows * sizeof(int),
    };

    /// <summary>Of different values, with the greatest and ties of it in different places.</summary>
    private static T[][] Ordinary(int size, int count) =>
        [.. Enumerable.Range(0, count).Select(seed => (seed % 4 == 3 ? Distributions<T>.Ties : Distributions<T>.Ordinary).Row(size, seed).Values)];
}
