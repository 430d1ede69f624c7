using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    private const int LargestSizeOfExactSum = 256;
    private const int StepsPerUnit = 64;

    private static Lazy<Survey>? s_survey;

    private Survey Surveyed => (s_survey ??= new(TakeSurvey)).Value;

    [Fact]
    [On(Hardware.Every)]
    public void Softmax_is_within_its_bounds() => Surveyed.Softmax.AssertAtMost(Bounds<T>.Softmax);

    [Fact]
    [On(Hardware.Every)]
    public void Probabilities_sum_to_1_within_2_epsilon_up_to_256() => Surveyed.Sum.AssertAtMost(2);

    [Fact]
    [On(Hardware.Every)]
    public void LogSoftmax_is_within_its_bounds_also_near_0() => Surveyed.LogSoftmax.AssertAtMost(Bounds<T>.LogSoftmax);

    [Fact]
    [On(Hardware.Every)]
    public void LogSumExp_is_within_its_bounds_of_itself_or_the_maximum() => Surveyed.LogSumExp.AssertAtMost(Bounds<T>.LogSumExp);

    [Fact]
    [On(Hardware.Every)]
    public void Two_values_hold_the_bounds_at_every_gap()
    {
        var kernel = KernelOf(2);
        var survey = new Survey();
        var reach = typeof(T) == typeof(float) ? 120 : 760;
        Parallel.For(0, reach * StepsPerUnit + 1, step => See(kernel, new("gap", [T.Zero, T.CreateChecked(-(double)step / StepsPerUnit)]), survey));

        survey.AssertBounds();
    }

    [Fact]
    [On(Hardware.Every)]
    public void Two_values_hold_the_bounds_where_LogSumExp_cancels()
    {
        var kernel = KernelOf(2);
        var survey = new Survey();
        const int reach = 8, levels = 128;
        Parallel.For(0, reach * StepsPerUnit, step =>
        {
            var random = new Random(step);
            for (var level = 0; level < levels; level++)
            {
                // y = max + log1p(e^-gap) falls from the logarithm through 0 to its negative.
                var gap = (step + random.NextDouble()) / StepsPerUnit;
                var max = -2 * random.NextDouble() * Math.Log(1 + Math.Exp(-gap));
                See(kernel, new($"cancelling, seed {step}", [T.CreateChecked(max), T.CreateChecked(max - gap)]), survey);
            }
        });

        survey.AssertBounds();
    }

    [Fact]
    [On(Hardware.Every)]
    public void LogSumExp_keeps_its_digits_next_to_0()
    {
        var kernel = KernelOf(2);
        T[] row = [T.Zero, T.CreateChecked(-40)];
        var exact = T.CreateChecked(4.248354255291589e-18);
        foreach (var form in new[] { kernel.LogSumExp.Row, kernel.LogSumExp.Rows, kernel.LogSumExp.AnyLength, kernel.LogSumExp.Fallback })
        {
            Assert.Equal([exact], kernel.LogSumExp.Values(form, row));
        }

        Assert.Equal(-exact, kernel.LogSoftmax.Values(kernel.LogSoftmax.Row, row)[0]);
    }

    private Survey TakeSurvey()
    {
        var survey = new Survey();
        var samples =
            from kernel in Kernels.Reverse()
            from distribution in Distributions<T>.All.Where((_, i) => kernel.Size <= 4096 || i % 4 == 0)
            select (kernel, distribution);
        Parallel.ForEach(samples, sample =>
        {
            var count = Math.Clamp(_oracle.ValuesPerSample / sample.kernel.Size, 1, 1024);
            foreach (var row in sample.distribution.Rows(sample.kernel.Size, count))
            {
                See(sample.kernel, row, survey);
            }
        });
        return survey;
    }

    private void See(KernelSet<T> kernel, Row<T> row, Survey survey)
    {
        var exact = _oracle.Evaluate(row.Values);
        foreach (var (name, probabilities) in RowAndFallback(kernel.Softmax, row))
        {
            for (var i = 0; i < probabilities.Length; i++)
            {
                survey.Softmax.See(Ulp<T>.Error(probabilities[i], exact.Softmax[i]), probabilities[i], exact.Softmax[i], name, row, i);
            }

            if (kernel.Size <= LargestSizeOfExactSum)
            {
                survey.Sum.See(SumError(probabilities) / Ulp<T>.Epsilon, T.One, Reference.Of(1), name, row, 0);
            }
        }

        foreach (var (name, logProbabilities) in RowAndFallback(kernel.LogSoftmax, row))
        {
            for (var i = 0; i < logProbabilities.Length; i++)
            {
                survey.LogSoftmax.See(Ulp<T>.Error(logProbabilities[i], exact.LogSoftmax[i]), logProbabilities[i], exact.LogSoftmax[i], name, row, i);
            }
        }

        var max = double.CreateChecked(row.Values.Max());
        foreach (var (name, sums) in RowAndFallback(kernel.LogSumExp, row))
        {
            var actual = sums[0];
            survey.LogSumExp.See(Ulp<T>.Error(actual, exact.LogSumExp, max), actual, exact.LogSumExp, name, row, 0);
        }
    }

    /// <summary>Both, or one where their bits are the same: its errors are the other's.</summary>
    private static (string Name, T[] Results)[] RowAndFallback(Operation<T> operation, Row<T> row)
    {
        var (one, other) = (operation.Values(operation.Row, row.Values), operation.Values(operation.Fallback, row.Values));
        return MemoryMarshal.AsBytes<T>(one).SequenceEqual(MemoryMarshal.AsBytes<T>(other))
            ? [($"{operation.Kind.Name}{operation.Size}", one)]
            : [($"{operation.Kind.Name}{operation.Size}", one), ($"SoftMath.{operation.Kind.Name}", other)];
    }

    /// <summary>|Σ − 1| with every rounding error of the sum carried along.</summary>
    private static double SumError(T[] probabilities)
    {
        var (sum, lost) = (-1.0, 0.0);
        foreach (var probability in probabilities)
        {
            var value = double.CreateChecked(probability);
            var next = sum + value;
            var taken = next - sum;
            lost += (sum - (next - taken)) + (value - taken);
            sum = next;
        }

        return Math.Abs(sum + lost);
    }

    private sealed class Survey
    {
        public Worst<T> Softmax { get; } = new("softmax, ULP");

        public Worst<T> Sum { get; } = new("sum of probabilities, epsilons from 1");

        public Worst<T> LogSoftmax { get; } = new("log-softmax, ULP");

        public Worst<T> LogSumExp { get; } = new("log-sum-exp, ULP");

        public void AssertBounds() => Assert.Multiple(
            () => Softmax.AssertAtMost(Bounds<T>.Softmax),
            () => Sum.AssertAtMost(2),
            () => LogSoftmax.AssertAtMost(Bounds<T>.LogSoftmax),
            () => LogSumExp.AssertAtMost(Bounds<T>.LogSumExp));
    }
}
