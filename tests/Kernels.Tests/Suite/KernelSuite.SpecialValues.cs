using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    private static readonly int[] SpecialSizes = [1, 2, 3, 7, 8, 10, 16, 17, 33, 64, 100, 257, 1000];

    private IEnumerable<KernelSet<T>> SpecialKernels => SpecialSizes.Select(KernelOf);

    [Fact]
    [On(Hardware.Every)]
    public void Any_NaN_makes_everything_NaN()
    {
        foreach (var (kernel, row) in Pairs(SpecialRows<T>.NaN))
        {
            var everywhere = Filled(kernel.Size, T.NaN);
            AssertResults(kernel.Softmax, everywhere, row);
            AssertResults(kernel.LogSoftmax, everywhere, row);
            AssertResults(kernel.HardMax, everywhere, row);
            AssertResults(kernel.LogSumExp, [T.NaN], row);
            AssertResults(kernel.Max, [T.NaN], row);
            AssertIndex(kernel, Array.FindIndex(row.Values, T.IsNaN), row);
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Positive_infinities_share_everything()
    {
        foreach (var (kernel, row) in Pairs(SpecialRows<T>.PositiveInfinity))
        {
            var count = row.Values.Count(T.IsPositiveInfinity);
            T[] Choose(T there, T elsewhere) => [.. row.Values.Select(x => T.IsPositiveInfinity(x) ? there : elsewhere)];

            AssertResults(kernel.Softmax, Choose(T.One / T.CreateChecked(count), T.Zero), row);
            AssertResults(kernel.LogSumExp, [T.PositiveInfinity], row);
            AssertResults(kernel.Max, [T.PositiveInfinity], row);
            AssertWinner(kernel, Array.FindIndex(row.Values, T.IsPositiveInfinity), row);

            // −log k: the log-softmax of k equal values.
            var share = _oracle.Evaluate(Filled(count, T.Zero)).LogSoftmax[0];
            foreach (var (name, form) in kernel.LogSoftmax.Forms)
            {
                var actual = kernel.LogSoftmax.Values(form, row.Values);
                var there = actual[Array.FindIndex(row.Values, T.IsPositiveInfinity)];
                AssertWithin(4, there, share, name, row);
                AssertBits(Choose(there, T.NegativeInfinity), actual, name, row);
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void A_row_of_nothing_but_negative_infinity_is_empty()
    {
        foreach (var (kernel, row) in Pairs(n => [SpecialRows<T>.AllNegativeInfinity(n)]))
        {
            AssertResults(kernel.Softmax, new T[kernel.Size], row);
            AssertResults(kernel.LogSoftmax, Filled(kernel.Size, T.NegativeInfinity), row);
            AssertResults(kernel.LogSumExp, [T.NegativeInfinity], row);
            AssertResults(kernel.Max, [T.NegativeInfinity], row);
            AssertWinner(kernel, 0, row);
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Negative_infinity_is_absent() => AssertOrdinaryResults(SpecialRows<T>.NegativeInfinity);

    [Fact]
    [On(Hardware.Every)]
    public void Ties_zeros_and_subnormals_are_ordinary()
    {
        AssertOrdinaryResults(SpecialRows<T>.TiesAndZeros);
        AssertOrdinaryResults(SpecialRows<T>.Subnormals);
    }

    [Fact]
    [On(Hardware.Every)]
    public void Huge_values_neither_overflow_nor_lose_a_rounding()
    {
        AssertOrdinaryResults(SpecialRows<T>.Huges);
        foreach (var (kernel, row) in Pairs(SpecialRows<T>.Huges))
        {
            var exact = _oracle.Evaluate(row.Values);
            foreach (var (name, form) in kernel.LogSoftmax.Forms)
            {
                var actual = kernel.LogSoftmax.Values(form, row.Values);
                for (var i = 0; i < kernel.Size; i++)
                {
                    // log N is nothing beside such values, but for the winners themselves.
                    AssertWithin(exact.LogSoftmax[i].Scale > 64 ? 0.5 : 4, actual[i], exact.LogSoftmax[i], name, row);
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void Equal_values_get_equal_bits()
    {
        foreach (var kernel in Kernels.Where(kernel => kernel.Size <= 4096))
        {
            foreach (var row in SpecialRows<T>.TiesAndZeros(kernel.Size).Concat(Distributions<T>.Ties.Rows(kernel.Size, 8)))
            {
                foreach (var operation in new[] { kernel.Softmax, kernel.LogSoftmax })
                {
                    var results = operation.Values(operation.Row, row.Values);
                    foreach (var equals in Enumerable.Range(0, kernel.Size).GroupBy(i => row.Values[i]))
                    {
                        AssertBits(Filled(equals.Count(), results[equals.First()]), [.. equals.Select(i => results[i])], operation.Kind.Name, row);
                    }
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void One_finite_value_is_certain()
    {
        var kernel = KernelOf(1);
        foreach (var row in SpecialRows<T>.Finite(1).Concat(Distributions<T>.All.SelectMany(distribution => distribution.Rows(1, 100))))
        {
            AssertResults(kernel.Softmax, [T.One], row);
            AssertResults(kernel.LogSoftmax, [T.Zero], row);
            AssertResults(kernel.HardMax, [T.One], row);
            AssertResults(kernel.LogSumExp, [row.Values[0] + T.Zero], row);
            AssertResults(kernel.Max, [row.Values[0] + T.Zero], row);
            AssertIndex(kernel, 0, row);
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void No_result_is_negative_zero()
    {
        var kernels = Kernels.Where(kernel => kernel.Size <= 1024);
        foreach (var (kernel, row) in kernels.SelectMany(kernel => RowsOf(kernel.Size).Select(row => (kernel, row))))
        {
            foreach (var operation in kernel.All.Where(operation => operation.IsValued))
            {
                foreach (var (name, form) in operation.Forms)
                {
                    var at = Array.FindIndex(operation.Values(form, row.Values), value => T.IsZero(value) && T.IsNegative(value));
                    Assert.True(at < 0, $"{name}: element {at} is -0; {row}");
                }
            }
        }
    }

    private void AssertOrdinaryResults(Func<int, IEnumerable<Row<T>>> rows)
    {
        foreach (var (kernel, row) in Pairs(rows))
        {
            AssertOrdinaryResults(kernel, row);
        }
    }

    /// <summary>Finite values as the oracle says, wherever no −∞ stands; there 0 and −∞.</summary>
    private void AssertOrdinaryResults(KernelSet<T> kernel, Row<T> row)
    {
        T[] present = [.. row.Values.Where(T.IsFinite)];
        var exact = _oracle.Evaluate(present);
        var max = present.Max();

        AssertElements(kernel.Softmax, exact.Softmax, T.Zero, bound: kernel.Size <= LargestSizeOfExactSum ? 4 : 5, row);
        AssertElements(kernel.LogSoftmax, exact.LogSoftmax, T.NegativeInfinity, bound: 4, row);
        foreach (var (name, form) in kernel.LogSumExp.Forms)
        {
            var actual = kernel.LogSumExp.Values(form, row.Values)[0];
            var error = Ulp<T>.Error(actual, exact.LogSumExp, double.CreateChecked(max));
            Assert.True(error <= (present.Length == 1 ? 0 : 4), $"{name}: {error} ULP at {Shown.Exactly(actual)}; {row}");
        }

        AssertResults(kernel.Max, [max + T.Zero], row);
        AssertWinner(kernel, Array.FindIndex(row.Values, x => x == max), row);
    }

    private static void AssertElements(Operation<T> operation, Reference[] exact, T absent, double bound, Row<T> row)
    {
        foreach (var (name, form) in operation.Forms)
        {
            var actual = operation.Values(form, row.Values);
            var next = 0;
            for (var i = 0; i < actual.Length; i++)
            {
                if (T.IsFinite(row.Values[i]))
                {
                    AssertWithin(bound, actual[i], exact[next++], name, row);
                }
                else
                {
                    AssertBits([absent], [actual[i]], name, row);
                }
            }
        }
    }

    private static void AssertWinner(KernelSet<T> kernel, int winner, Row<T> row)
    {
        AssertIndex(kernel, winner, row);
        AssertResults(kernel.HardMax, [.. Enumerable.Range(0, kernel.Size).Select(i => i == winner ? T.One : T.Zero)], row);
    }

    private static void AssertIndex(KernelSet<T> kernel, int expected, Row<T> row)
    {
        foreach (var (name, form) in kernel.ArgMax.Forms)
        {
            var actual = kernel.ArgMax.Indices(form, row.Values)[0];
            Assert.True(actual == expected, $"{name}: {actual}, not {expected}; {row}");
        }
    }

    private static void AssertResults(Operation<T> operation, T[] expected, Row<T> row)
    {
        foreach (var (name, form) in operation.Forms)
        {
            AssertBits(expected, operation.Values(form, row.Values), name, row);
        }
    }

    private static void AssertWithin(double bound, T actual, Reference exact, string method, Row<T> row)
    {
        var error = Ulp<T>.Error(actual, exact);
        Assert.True(error <= bound, $"{method}: {Shown.Exactly(actual)} for {exact.ToDouble():R}, {error} ULP; {row}");
    }

    private IEnumerable<(KernelSet<T> Kernel, Row<T> Row)> Pairs(Func<int, IEnumerable<Row<T>>> rows) =>
        SpecialKernels.SelectMany(kernel => rows(kernel.Size).Select(row => (kernel, row)));

    private static T[] Filled(int n, T value) => [.. Enumerable.Repeat(value, n)];
}
