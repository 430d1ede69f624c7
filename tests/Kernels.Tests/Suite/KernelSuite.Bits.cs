using System;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    // A layout may put 8, 16 or 32 rows side by side: batches just under, at and over that, and rows on both sides of each edge.
    private static readonly int[] BatchSizes = [1, 2, 3, 4, 7, 8, 9, 16, 17, 33, 67];

    [Fact]
    [On(Hardware.Fused)]
    public void Row_rows_any_length_and_SoftMath_give_the_same_bits() => Parallel.ForEach(Kernels.Reverse(), kernel =>
    {
        var rows = RowsOf(kernel.Size).ToArray();
        foreach (var operation in kernel.All)
        {
            foreach (var row in rows)
            {
                var expected = operation.Bits(operation.Row, row.Values);
                foreach (var (name, form) in operation.Forms)
                {
                    AssertBits(operation, expected, operation.Bits(form, row.Values), name, row);
                }
            }

            foreach (var count in BatchSizes.Where(count => count <= rows.Length))
            {
                AssertBatch(operation, rows.AsSpan(0, count));
                AssertBatch(operation, rows.AsSpan(rows.Length - count));
            }
        }
    });

    /// <summary>One hostile row sends its whole block to the row method, so that most batches above test that; here blocks stay blocks.</summary>
    [Fact]
    [On(Hardware.Fused)]
    public void Ordinary_rows_of_every_kind_give_the_same_bits_in_batches() => Parallel.ForEach(Kernels.Where(kernel => kernel.Size <= 4096).Reverse(), kernel =>
    {
        var limit = T.CreateChecked(8192);
        var rows = RowsOf(kernel.Size).Where(row => !row.Values.Any(T.IsNaN) && T.Abs(row.Values.Max()) < limit).ToArray();
        Assert.True(rows.Length > BatchSizes[^1], $"Only {rows.Length} rows of {kernel.Size} are ordinary.");
        foreach (var operation in kernel.All)
        {
            AssertBatch(operation, rows);
        }
    });

    [Fact]
    [On(Hardware.Fused)]
    public void A_row_has_the_same_bits_at_every_place_of_a_batch() => Parallel.ForEach(Kernels.Where(kernel => kernel.Size <= 129), kernel =>
    {
        const int count = 67;
        var distribution = Distributions<T>.Ordinary;
        var row = distribution.Row(kernel.Size, 1);
        var crowd = Enumerable.Range(2, count).Select(seed => distribution.Row(kernel.Size, seed).Values).ToArray();
        foreach (var operation in kernel.All)
        {
            var expected = operation.Bits(operation.Row, row.Values);
            for (var place = 0; place < count; place++)
            {
                T[] batch = [.. crowd.Take(place).SelectMany(other => other), .. row.Values, .. crowd.Skip(place + 1).SelectMany(other => other)];
                var results = operation.Bits(operation.Rows, batch);
                AssertBits(operation, expected, results.AsSpan(place * operation.BytesPerRow, operation.BytesPerRow), $"row {place} of {operation.Kind.Name}{kernel.Size}Rows", row);
            }
        }
    });

    /// <summary>Stronger than the contract: no sum here depends on the order of its terms.</summary>
    [Fact]
    [On(Hardware.Fused)]
    public void The_order_of_the_values_changes_no_bit() => Parallel.ForEach(Kernels.Reverse(), kernel =>
    {
        foreach (var row in RowsOf(kernel.Size))
        {
            var order = Enumerable.Range(0, kernel.Size).ToArray();
            new Random(kernel.Size).Shuffle(order);
            T[] Shuffled(T[] values) => [.. order.Select(i => values[i])];
            var shuffledRow = Shuffled(row.Values);

            foreach (var operation in new[] { kernel.Softmax, kernel.LogSoftmax, kernel.LogSumExp, kernel.Max })
            {
                foreach (var (name, form) in operation.Forms)
                {
                    var results = operation.Values(form, row.Values);
                    var expected = operation.IsElementwise ? Shuffled(results) : results;
                    AssertBits(expected, operation.Values(form, shuffledRow), $"{name}, shuffled", row);
                }
            }
        }
    });

    [Fact]
    [On(Hardware.Every)]
    public void A_NaN_comes_out_as_the_one_canonical_NaN()
    {
        foreach (var kernel in Kernels.Where(kernel => kernel.Size <= 4096))
        {
            foreach (var row in SpecialRows<T>.NaN(kernel.Size))
            {
                foreach (var operation in kernel.All.Where(operation => operation.IsValued))
                {
                    T[] expected = [.. Enumerable.Repeat(T.NaN, operation.ResultsPerRow)];
                    foreach (var (name, form) in operation.Forms)
                    {
                        AssertBits(expected, operation.Values(form, row.Values), name, row);
                    }
                }
            }
        }
    }

    /// <summary>Ordinary, hostile and special rows, the kinds mingled so that neighbours in a batch differ.</summary>
    private static Row<T>[] RowsOf(int n)
    {
        if (n > 4096)
        {
            return [Distributions<T>.Ordinary.Row(n, 1), Distributions<T>.Extremes.Row(n, 1), .. SpecialRows<T>.All(n).Where((_, i) => i % 16 == 0)];
        }

        Row<T>[] rows = [.. Distributions<T>.All.SelectMany(distribution => distribution.Rows(n, n <= 70 ? 3 : 1)), .. SpecialRows<T>.All(n)];
        new Random(n).Shuffle(rows);
        return rows;
    }

    private static void AssertBatch(Operation<T> operation, ReadOnlySpan<Row<T>> rows)
    {
        var batch = new T[rows.Length * operation.Size];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].Values.CopyTo(batch, i * operation.Size);
        }

        var results = operation.Bits(operation.Rows, batch);
        for (var i = 0; i < rows.Length; i++)
        {
            AssertBits(
                operation,
                operation.Bits(operation.Row, rows[i].Values),
                results.AsSpan(i * operation.BytesPerRow, operation.BytesPerRow),
                $"row {i} of {rows.Length} of {operation.Kind.Name}{operation.Size}Rows",
                rows[i]);
        }
    }
}
