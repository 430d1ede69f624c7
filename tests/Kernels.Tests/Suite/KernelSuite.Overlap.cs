using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>Where results may stand: source and destination lie in one buffer, so that their distance is the test's choice.</content>
public abstract partial class KernelSuite<T>
{
    private const int LongestBatch = 70_000;

    private static readonly int[] OverlappedRows = [1, 3, 37];

    [Fact]
    [On(Hardware.Every)]
    public void A_partial_overlap_is_refused()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise))
        {
            var n = operation.Size;
            foreach (var (name, form) in operation.Forms)
            {
                AssertOverlapRefused(operation, name, form, n, n, [1, -1, n / 2, -n / 2, n - 1, 1 - n]);
            }

            AssertOverlapRefused(operation, NameOfRows(operation), operation.Rows, 3 * n, 3 * n, [1, -1, n, -n, 2 * n, -2 * n, 3 * n - 1, 1 - 3 * n]);
        }
    }

    /// <summary>One result a row over the rows themselves: only where both begin together is no row read after it was overwritten, whatever the layout.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Results_of_rows_that_overlap_their_source_partly_are_refused()
    {
        foreach (var operation in Operations.Where(operation => !operation.IsElementwise && operation.IsValued))
        {
            foreach (var rows in OverlappedRows.Where(rows => rows * operation.Size <= LongestBatch))
            {
                var values = rows * operation.Size;
                AssertOverlapRefused(operation, NameOfRows(operation), operation.Rows, values, rows, [1, -1, values / 2, values - rows, values - 1, 1 - rows]);
            }
        }
    }

    /// <summary>Indices are no values: where they share memory with the rows, it is refused, at whatever byte.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Indices_that_share_memory_with_their_source_are_refused()
    {
        foreach (var operation in Operations.Where(operation => !operation.IsValued))
        {
            foreach (var rows in OverlappedRows.Where(rows => rows * operation.Size <= LongestBatch))
            {
                var (values, indices) = (rows * operation.Size * Unsafe.SizeOf<T>(), rows * sizeof(int));
                foreach (var distance in new[] { 0, sizeof(int), -sizeof(int), values / 2 / sizeof(int) * sizeof(int), values - sizeof(int), sizeof(int) - indices, 1 - indices, values - 1 })
                {
                    if (distance <= -indices || distance >= values)
                    {
                        continue;
                    }

                    var (source, destination) = (Math.Max(0, -distance), Math.Max(0, distance));
                    var buffer = new byte[Math.Max(source + values, destination + indices)];
                    buffer.AsSpan().Fill(Untouched);
                    Refusal.AssertShared(
                        () => operation.Rows(MemoryMarshal.Cast<byte, T>(buffer.AsSpan(source, values)), buffer.AsSpan(destination, indices)),
                        $"{NameOfRows(operation)}, {rows} rows, indices {distance} bytes after the values",
                        operation.Kind.Results);
                    Assert.False(buffer.AsSpan().ContainsAnyExcept(Untouched), $"{NameOfRows(operation)} wrote before it refused to share memory.");
                }
            }
        }
    }

    /// <summary>Less than an element apart is an overlap too.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void A_destination_a_few_bytes_off_is_refused()
    {
        foreach (var operation in Operations.Where(operation => operation.IsValued && operation.Size <= 70))
        {
            foreach (var (name, form) in operation.IsElementwise ? operation.Forms : [(NameOfRows(operation), operation.Rows)])
            {
                foreach (var distance in new[] { 1, -1, Unsafe.SizeOf<T>() - 1, 1 - Unsafe.SizeOf<T>() })
                {
                    var buffer = new byte[(operation.Size + 1) * Unsafe.SizeOf<T>()];
                    buffer.AsSpan().Fill(Untouched);
                    Refusal.AssertOverlap(
                        () => form(
                            MemoryMarshal.Cast<byte, T>(buffer.AsSpan(Math.Max(0, -distance), operation.Size * Unsafe.SizeOf<T>())),
                            buffer.AsSpan(Math.Max(0, distance), operation.BytesPerRow)),
                        $"{name}, {distance} bytes off",
                        operation.Kind.Results,
                        distance,
                        "byte");
                    Assert.False(buffer.AsSpan().ContainsAnyExcept(Untouched), $"{name} wrote before it refused an overlap.");
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Results_apart_from_the_values_or_touching_them_are_right()
    {
        foreach (var operation in Operations)
        {
            var row = Distributions<T>.Ordinary.Row(operation.Size, 1);
            var bytes = operation.Size * Unsafe.SizeOf<T>();
            foreach (var (name, form) in operation.Forms)
            {
                foreach (var distance in new[] { bytes, -operation.BytesPerRow, bytes + Unsafe.SizeOf<T>(), -operation.BytesPerRow - Unsafe.SizeOf<T>() })
                {
                    AssertRight(operation, name, form, row, distance);
                }
            }

            var rows = SomeRows(operation.Size);
            foreach (var distance in new[] { rows.Values.Length * Unsafe.SizeOf<T>(), -rows.Values.Length / operation.Size * operation.BytesPerRow })
            {
                AssertRight(operation, NameOfRows(operation), operation.Rows, rows, distance);
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void In_place_gives_the_same_bits()
    {
        foreach (var operation in Operations.Where(operation => operation.IsElementwise))
        {
            foreach (var row in new[] { Distributions<T>.Ordinary, Distributions<T>.Extremes }.Select(distribution => distribution.Row(operation.Size, 1)))
            {
                foreach (var (name, form) in operation.Forms)
                {
                    AssertRight(operation, name, form, row, 0);
                }

            }

            AssertRight(operation, NameOfRows(operation), operation.Rows, SomeRows(operation.Size), 0);
        }
    }

    /// <summary>One result a row, from the first value on: no row is read after it was overwritten.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Results_of_rows_may_begin_where_the_rows_do()
    {
        foreach (var operation in Operations.Where(operation => !operation.IsElementwise && operation.IsValued))
        {
            foreach (var rows in BatchSizes.Where(rows => rows * operation.Size <= LongestBatch))
            {
                AssertRight(operation, NameOfRows(operation), operation.Rows, ManyRows(operation.Size, rows), 0);
            }
        }
    }

    private static string NameOfRows(Operation<T> operation) => $"{operation.Kind.Name}{operation.Size}Rows";

    /// <summary>Enough short rows for a block of every layout and some left.</summary>
    private static Row<T> SomeRows(int size) => ManyRows(size, size <= 1024 ? 21 : 2);

    private static Row<T> ManyRows(int size, int count) =>
        new($"{count} rows", [.. Enumerable.Range(1, count).SelectMany(seed => Distributions<T>.Ordinary.Row(size, seed).Values)]);

    /// <summary>Refused at every distance at which the two overlap without beginning together, and nothing written.</summary>
    private static void AssertOverlapRefused(Operation<T> operation, string name, Form<T> form, int values, int results, int[] distances)
    {
        foreach (var distance in distances.Where(distance => distance != 0 && -results < distance && distance < values).Distinct())
        {
            var (source, destination) = (Math.Max(0, -distance), Math.Max(0, distance));
            var buffer = new T[Math.Max(source + values, destination + results)];
            MemoryMarshal.AsBytes(buffer.AsSpan()).Fill(Untouched);

            Refusal.AssertOverlap(
                () => form(buffer.AsSpan(source, values), MemoryMarshal.AsBytes(buffer.AsSpan(destination, results))),
                $"{name}, results {distance} elements after the values",
                operation.Kind.Results,
                distance);
            Assert.False(MemoryMarshal.AsBytes(buffer.AsSpan()).ContainsAnyExcept(Untouched), $"{name} wrote before it refused an overlap.");
        }
    }

    /// <summary>Right where the results stand there: at, before or behind the values, apart or touching.</summary>
    private static void AssertRight(Operation<T> operation, string name, Form<T> form, Row<T> values, int distanceInBytes)
    {
        var expected = operation.Bits(form, values.Values);
        var bytes = MemoryMarshal.AsBytes<T>(values.Values);
        var (source, destination) = (Math.Max(0, -distanceInBytes), Math.Max(0, distanceInBytes));
        var buffer = new byte[Math.Max(source + bytes.Length, destination + expected.Length)];
        bytes.CopyTo(buffer.AsSpan(source));

        var results = buffer.AsSpan(destination, expected.Length);
        form(MemoryMarshal.Cast<byte, T>(buffer.AsSpan(source, bytes.Length)), results);

        AssertBits(operation, expected, results, $"{name}, results {distanceInBytes} bytes after the values", values);

        // All of the values, or those that no result stands over.
        var kept = distanceInBytes == 0 ? expected.Length : 0;
        Assert.True(buffer.AsSpan(source, bytes.Length)[kept..].SequenceEqual(bytes[kept..]), $"{name} changed its source.");
    }
}
