using System;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>A bound that holds for rows as they come may fall to rows that are looked for.</content>
public abstract partial class KernelSuite<T>
{
    /// <summary>Rows looked for, and steps of each search: what the oracle's speed affords.</summary>
    private static (int Rows, int Steps) Effort => typeof(T) == typeof(float) ? (96, 1500) : (24, 160);

    [Fact]
    [On(Hardware.Every)]
    public void Rows_that_a_search_found_hold_the_bounds()
    {
        var survey = new Survey();
        foreach (var row in FoundRows<T>.All)
        {
            See(KernelOf(row.Values.Length), row, survey);
        }

        survey.AssertBounds();
    }

    /// <summary>Two or three values, one result just below a power of two, where an error is most of a last place.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void A_search_for_the_worst_softmax_stays_within_its_bounds()
    {
        var worst = new Worst<T>("softmax, ULP");
        Search(size => random =>
        {
            var share = Math.ScaleB(1 - random.NextUnit() / 64, -random.NextBelow(40) - 1);
            var far = Math.Log(share) - Math.Log(1 - share);
            double[] row = [0, far, -4 * random.NextUnit()];
            return [.. row.Take(size).Select(x => T.CreateChecked(x + 20 * random.NextBell()))];
        }, (kernel, row) =>
        {
            var exact = _oracle.Evaluate(row).Softmax;
            var actual = kernel.Softmax.Values(kernel.Softmax.Row, row);
            return Greatest(row.Length, i => worst.See(Ulp<T>.Error(actual[i], exact[i]), actual[i], exact[i], "Softmax", new("searched", [.. row]), i));
        });
        worst.AssertAtMost(Bounds<T>.Softmax);
    }

    [Fact]
    [On(Hardware.Every)]
    public void A_search_for_the_worst_log_softmax_stays_within_its_bounds()
    {
        var worst = new Worst<T>("log-softmax, ULP");
        Search(size => random =>
        {
            var near = 8 * random.NextBell();
            return [.. Enumerable.Range(0, size).Select(i => T.CreateChecked(near - (i == 0 ? 0 : 2 * random.NextUnit())))];
        }, (kernel, row) =>
        {
            var exact = _oracle.Evaluate(row).LogSoftmax;
            var actual = kernel.LogSoftmax.Values(kernel.LogSoftmax.Row, row);
            return Greatest(row.Length, i => worst.See(Ulp<T>.Error(actual[i], exact[i]), actual[i], exact[i], "LogSoftmax", new("searched", [.. row]), i));
        });
        worst.AssertAtMost(Bounds<T>.LogSoftmax);
    }

    /// <summary>The maximum and the logarithm that is added to it cancel in half, just below a power of two.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void A_search_for_the_worst_log_sum_exp_stays_within_its_bounds()
    {
        var worst = new Worst<T>("log-sum-exp, ULP");
        Search(size => random =>
        {
            var max = -Math.ScaleB(1 - random.NextUnit() / 64, -random.NextBelow(12));
            var rest = Math.Log(Math.Exp(-2 * max) - 1) + max - Math.Log(size - 1);
            return [T.CreateChecked(max), .. Enumerable.Repeat(T.CreateChecked(Math.Min(rest, max)), size - 1)];
        }, (kernel, row) =>
        {
            var exact = _oracle.Evaluate(row).LogSumExp;
            var actual = kernel.LogSumExp.Values(kernel.LogSumExp.Row, row)[0];
            return worst.See(Ulp<T>.Error(actual, exact, double.CreateChecked(row.Max())), actual, exact, "LogSumExp", new("searched", [.. row]), 0);
        });
        worst.AssertAtMost(Bounds<T>.LogSumExp);
    }

    private void Search(Func<int, Func<SplitMix, T[]>> beginning, Func<KernelSet<T>, T[], double> errorOf)
    {
        Parallel.For(0, Effort.Rows, seed =>
        {
            var kernel = KernelOf(seed % 3 == 0 ? 2 : 3);
            var row = beginning(kernel.Size)(new SplitMix((ulong)seed));
            new Climber<T>((ulong)seed, Effort.Steps).Climb(row, values => errorOf(kernel, values));
        });
    }

    private static double Greatest(int count, Func<int, double> errorOf) => Enumerable.Range(0, count).Max(errorOf);
}
