using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>What training asks for: bounds, bits, special values and what is refused.</summary>
public abstract partial class TrainingSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Untouched = 12345;

    private static readonly int[] s_sizes = [1, 2, 3, 4, 5, 7, 8, 10, 15, 16, 17, 33, 64, 100, 257];

    private readonly IReadOnlyList<TrainingOperation<T>> _operations;

    private protected TrainingSuite(Type? kernels) => _operations = TrainingOperation<T>.All(kernels);

    private static bool IsHalf => typeof(T) == typeof(Half);

    private TrainingOperation<T> Loss => _operations[0];

    private TrainingOperation<T> LossAndGradient => _operations[1];

    private TrainingOperation<T> LossOfTargets => _operations[2];

    private TrainingOperation<T> LossAndGradientOfTargets => _operations[3];

    private TrainingOperation<T> SoftmaxGradient => _operations[4];

    private TrainingOperation<T> LogSoftmaxGradient => _operations[5];

    private TrainingOperation<T> Entropy => _operations[6];

    [Fact]
    [On(Hardware.Every)]
    public void Losses_their_gradients_and_entropies_are_within_their_bounds()
    {
        Assert.SkipWhen(IsHalf, "Half is float, rounded: Half_is_the_float_result_rounded_once.");
        var (losses, gradients, entropies, targets) = (new Worst<T>("cross-entropy, ULP"), new Worst<T>("its gradient, ULP"), new Worst<T>("entropy, ULP"), new Worst<T>("cross-entropy of targets, ULP"));
        var ofTargets = new Worst<T>("its gradient, eps·(p·Σt + t)");
        var samples = from size in s_sizes.Where(size => size <= 64) from distribution in Distributions<T>.All where size <= 17 || distribution.Name.Length % 3 == 0 select (size, distribution);
        Parallel.ForEach(samples, sample =>
        {
            foreach (var row in sample.distribution.Rows(sample.size, sample.size <= 10 ? 6 : 2))
            {
                var reference = new TrainingReference([.. row.Values.Select(double.CreateChecked)]);
                var random = new Random(row.Values.Length);
                int[] labels = [Array.IndexOf(row.Values, row.Values.Max()), random.Next(row.Values.Length), Array.IndexOf(row.Values, row.Values.Min())];
                foreach (var label in labels.Distinct())
                {
                    var (loss, gradient) = Run(LossAndGradient, row.Values, label: label);
                    losses.See(Ulp<T>.Error(loss, reference.Loss(label)), loss, reference.Loss(label), "CrossEntropy", row, label);
                    for (var i = 0; i < gradient.Length; i++)
                    {
                        gradients.See(Ulp<T>.Error(gradient[i], reference.Gradient(label, i)), gradient[i], reference.Gradient(label, i), $"gradient of label {label}", row, i);
                    }
                }

                var entropy = Run(Entropy, row.Values).Folded;
                entropies.See(Ulp<T>.Error(entropy, reference.Entropy), entropy, reference.Entropy, "Entropy", row, 0);

                T[] others = [.. row.Values.Select((_, i) => i % 3 == 2 ? T.Zero : T.CreateChecked(random.NextDouble()))];
                double[] exactOthers = [.. others.Select(double.CreateChecked)];
                var (mean, slope) = Run(LossAndGradientOfTargets, row.Values, others);
                targets.See(Ulp<T>.Error(mean, reference.Loss(exactOthers)), mean, reference.Loss(exactOthers), "CrossEntropy of targets", row, 0);
                var slopes = reference.Gradients(exactOthers);
                for (var i = 0; i < slope.Length; i++)
                {
                    var (exact, scale) = slopes[i];
                    ofTargets.See(Off(slope[i], exact, scale, exactOthers.Sum()), slope[i], Reference.Of(exact), "gradient of targets", row, i);
                }
            }
        });
        Assert.Multiple(
            () => losses.AssertAtMost(Bounds<T>.LogSoftmax),
            () => gradients.AssertAtMost(Bounds<T>.Softmax),
            () => entropies.AssertAtMost(Bounds<T>.Softmax),
            () => targets.AssertAtMost(Bounds<T>.LogSoftmax),
            () => ofTargets.AssertAtMost(4));
    }

    [Fact]
    [On(Hardware.Every)]
    public void Gradients_of_softmax_and_log_softmax_are_within_their_bounds()
    {
        Assert.SkipWhen(IsHalf, "Half is float, rounded: Half_is_the_float_result_rounded_once.");
        var (softmax, log) = (new Worst<T>("softmax gradient, eps·p(|u| + Σp|u|)"), new Worst<T>("log-softmax gradient, eps·(|u| + e^l Σ|u|)"));
        Parallel.ForEach(from size in s_sizes.Where(size => size <= 100) from seed in Enumerable.Range(0, 12) select (size, seed), sample =>
        {
            var random = new Random((sample.size * 100) + sample.seed);
            var scale = Math.Pow(10, random.Next(-3, 4));
            T[] logits = [.. Enumerable.Range(0, sample.size).Select(_ => T.CreateChecked((random.NextDouble() - 0.5) * random.Next(1, 60)))];
            T[] upstream = [.. logits.Select(_ => T.CreateChecked((random.NextDouble() - (sample.seed % 3 * 0.5)) * scale))];
            T[] probabilities = new T[sample.size];
            T[] logs = new T[sample.size];
            SoftMath.Softmax<T>(logits, probabilities);
            SoftMath.LogSoftmax<T>(logits, logs);
            double[] exactUpstream = [.. upstream.Select(double.CreateChecked)];
            double[] exactProbabilities = [.. probabilities.Select(double.CreateChecked)];
            double[] exactLogs = [.. logs.Select(double.CreateChecked)];
            var ofSoftmax = Run(SoftmaxGradient, probabilities, upstream).Filled;
            var ofLog = Run(LogSoftmaxGradient, logs, upstream).Filled;
            var (slopes, logSlopes) = (TrainingReference.SoftmaxGradients(exactProbabilities, exactUpstream), TrainingReference.LogSoftmaxGradients(exactLogs, exactUpstream));
            for (var i = 0; i < sample.size; i++)
            {
                var (exact, size) = slopes[i];
                softmax.See(Off(ofSoftmax[i], exact, size), ofSoftmax[i], Reference.Of(exact), "SoftmaxGradient", new($"seed {sample.seed}", probabilities), i);
                (exact, size) = logSlopes[i];
                log.See(Off(ofLog[i], exact, size), ofLog[i], Reference.Of(exact), "LogSoftmaxGradient", new($"seed {sample.seed}", logs), i);
            }
        });
        Assert.Multiple(() => softmax.AssertAtMost(4), () => log.AssertAtMost(4));
    }

    /// <summary>Where both are defined.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void A_loss_is_minus_log_softmax_and_its_gradient_softmax_beside_the_label()
    {
        foreach (var row in AllRows())
        {
            T[] logs = new T[row.Values.Length];
            T[] probabilities = new T[row.Values.Length];
            SoftMath.LogSoftmax<T>(row.Values, logs);
            SoftMath.Softmax<T>(row.Values, probabilities);
            for (var label = 0; label < row.Values.Length; label += 1 + (row.Values.Length / 9))
            {
                var (loss, gradient) = Run(LossAndGradient, row.Values, label: label);
                Assert.True((T.Zero - logs[label]).Equals(loss) && !T.IsNegative(loss), $"loss of label {label} is {loss}, log-softmax {logs[label]}; {row}");
                Assert.Equal(loss, Run(Loss, row.Values, label: label).Folded);
                gradient[label] = probabilities[label];
                Assert.True(MemoryMarshal.AsBytes<T>(gradient).SequenceEqual(MemoryMarshal.AsBytes<T>(probabilities)), $"gradient of label {label}; {row}");
            }
        }
    }

    /// <summary>A loss is a sum of which the label's part is taken away: its differences are the gradient.</summary>
    [Fact]
    [On(Hardware.Any)]
    public void Gradients_are_differences_of_losses()
    {
        const double step = 1d / (1 << 20);
        foreach (var row in Distributions<T>.Ordinary.Rows(7, 20))
        {
            double[] values = [.. row.Values.Select(double.CreateChecked)];
            var gradient = Run(LossAndGradient, row.Values, label: 3).Filled;
            for (var i = 0; i < values.Length; i++)
            {
                var (above, below) = (values.ToArray(), values.ToArray());
                above[i] += step;
                below[i] -= step;
                var slope = (new TrainingReference(above).Loss(3).ToDouble() - new TrainingReference(below).Loss(3).ToDouble()) / (2 * step);
                Assert.Equal(slope, double.CreateChecked(gradient[i]), IsHalf ? 1e-3 : 2e-7);
            }
        }
    }

    /// <summary>Softmax's probabilities sum to 1 within 2 eps, and the label's entry is one of them less 1: both within 4 ULP.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void Gradients_sum_to_0_within_6_eps()
    {
        Assert.SkipWhen(IsHalf, "Half rounds each entry of its own.");
        foreach (var row in AllRows().Where(row => row.Values.All(T.IsFinite)))
        {
            var gradient = Run(LossAndGradient, row.Values, label: row.Values.Length / 2).Filled;
            var sum = TrainingReference.Sum([.. gradient.Select(value => BigFloat.Of(double.CreateChecked(value)))]).ToDouble();
            Assert.True(Math.Abs(sum) <= 6 * Ulp<T>.Epsilon, $"{sum / Ulp<T>.Epsilon} eps; {row}");
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void A_loss_next_to_0_keeps_its_digits()
    {
        T[] row = [T.Zero, T.CreateChecked(IsHalf ? -12 : -40)];
        var rest = Math.Exp(IsHalf ? -12 : -40);
        var (loss, gradient) = Run(LossAndGradient, row, label: 0);
        var (entropy, digits) = (Run(Entropy, row).Folded, IsHalf ? 0.05 : 1e-6);
        Assert.Equal(1, double.CreateChecked(loss) / rest, digits);
        Assert.Equal(-1, double.CreateChecked(gradient[0]) / rest, digits);
        Assert.Equal(IsHalf ? 13 : 41, double.CreateChecked(entropy) / rest, IsHalf ? 0.5 : 1e-5);
    }

    [Fact]
    [On(Hardware.Every)]
    public void Special_values_are_those_of_softmax_and_log_softmax()
    {
        var (infinity, nan, zero, one) = (T.PositiveInfinity, T.NaN, T.Zero, T.One);
        var two = T.CreateChecked(Math.Log(2));
        void loss(T[] row, int label, T expected, params T[] gradient)
        {
            var (found, slope) = Run(LossAndGradient, row, label: label);
            Assert.Equal(expected, found);
            Assert.Equal(gradient, slope);
        }

        loss([one, nan, one], 0, nan, nan, nan, nan);
        loss([one, infinity, infinity], 1, two, zero, -one / (one + one), one / (one + one));
        loss([one, infinity], 0, infinity, -one, one);
        loss([one, infinity], 1, zero, zero, zero);
        loss([-infinity, one], 0, infinity, -one, one);
        loss([-infinity, one], 1, zero, zero, zero);
        loss([-infinity, -infinity], 1, infinity, zero, -one);
        loss([one], 0, zero, zero);
        loss([-infinity], 0, infinity, -one);
        foreach (var (row, expected) in new (T[], T)[]
        {
            ([one, nan], nan), ([infinity, one, infinity], two), ([infinity, one], zero), ([-infinity, -infinity], zero), ([-infinity, one], zero), ([one], zero), ([nan], nan), ([-infinity], zero),
            ([one, one], two), ([-infinity, one, -infinity, one], two), ([-T.BitDecrement(infinity), T.BitDecrement(infinity)], zero),
        })
        {
            Assert.Equal(expected, Run(Entropy, row).Folded);
        }

        var greatest = T.BitDecrement(infinity);
        var half = one / (one + one);
        foreach (var size in new[] { 2, 9, 20 })
        {
            // A distance beyond range, weighed so that it is within.
            T[] far = [.. Enumerable.Range(0, size).Select(i => i == 0 ? greatest : -greatest)];
            Assert.Equal(greatest, Run(LossOfTargets, far, [.. far.Select((_, i) => i == size - 1 ? half : zero)]).Folded);
        }

        Assert.Equal(zero, Run(LossOfTargets, [-infinity, one], [zero, one]).Folded);
        Assert.Equal(infinity, Run(LossOfTargets, [-infinity, one], [one, one]).Folded);
        Assert.Equal(nan, Run(LossOfTargets, [nan, one], [zero, one]).Folded);
        Assert.Equal([-one, zero], Run(LossAndGradientOfTargets, [-infinity, -infinity], [one, zero]).Filled);
        Assert.Equal([zero, one], Run(LogSoftmaxGradient, [zero, -infinity], [-one, one]).Filled.Select((value, i) => i == 0 ? value + one : value));
        Assert.True(Run(SoftmaxGradient, [one, zero], [nan, one]).Filled.All(T.IsNaN));
        Assert.True(T.IsNaN(Run(LogSoftmaxGradient, [nan, zero], [one, one]).Filled[0]));
    }

    [Fact]
    [On(Hardware.Every)]
    public void No_values_have_no_loss_of_targets_and_no_entropy()
    {
        Assert.Equal(T.Zero, SoftMath.Entropy<T>([]));
        Assert.Equal(T.Zero, SoftMath.CrossEntropy<T>([], ReadOnlySpan<T>.Empty));
        SoftMath.SoftmaxGradient<T>([], [], []);
        SoftMath.LogSoftmaxGradient<T>([], [], []);
        SoftMath.EntropyRows<T>([], [], 3);
        SoftMath.CrossEntropyColumns<T>([], ReadOnlySpan<int>.Empty, [], 3, 2);
    }

    /// <summary>A target for one label is that label.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void One_hot_targets_are_a_label()
    {
        foreach (var row in AllRows().Where(row => row.Values.All(T.IsFinite)))
        {
            var label = row.Values.Length / 2;
            T[] oneHot = [.. row.Values.Select((_, i) => i == label ? T.One : T.Zero)];
            var (expected, actual) = (Run(Loss, row.Values, label: label).Folded, Run(LossOfTargets, row.Values, oneHot).Folded);
            var unit = T.BitIncrement(expected) - expected;
            Assert.True(expected == actual || T.Abs(expected - actual) <= unit + unit + unit, $"{actual}, label {expected}; {row}");
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void The_order_of_the_values_is_none_of_the_entropy()
    {
        foreach (var row in AllRows())
        {
            T[] shuffled = [.. row.Values];
            new Random(5).Shuffle(shuffled);
            Assert.Equal(Run(Entropy, row.Values).Folded, Run(Entropy, shuffled).Folded);
        }
    }

    /// <summary>Beyond what one total holds, and what two grids do.</summary>
    [Theory]
    [On(Hardware.Every)]
    [InlineData(4_097)]
    [InlineData(70_000)]
    [InlineData(1_000_000)]
    public void Long_rows_keep_the_bounds(int size)
    {
        Assert.SkipWhen(IsHalf, "Half is float, rounded.");
        T[] equal = [.. Enumerable.Repeat(T.CreateChecked(0.3), size)];
        var log = double.CreateChecked(T.CreateChecked(Math.Log(size)));
        var (epsilon, entropy) = (Ulp<T>.Epsilon, double.CreateChecked(Run(Entropy, equal).Folded));
        Assert.Equal(1, entropy / log, 4 * epsilon);

        // One heavy value and as many light ones, of which each is far below a unit of the heavy one's entropy.
        T[] light = [.. Enumerable.Range(0, size).Select(i => T.CreateChecked(i == 0 ? 0 : -14))];
        var rest = (size - 1) * Math.Exp(-14);
        var expected = Math.Log(1 + rest) + (14 * rest / (1 + rest));
        Assert.Equal(1, double.CreateChecked(Run(Entropy, light).Folded) / expected, Math.Max(4 * epsilon, 1e-13));
        var (loss, gradient) = Run(LossAndGradient, light, label: 0);
        Assert.Equal(1, double.CreateChecked(loss) / Math.Log(1 + rest), Math.Max(4 * epsilon, 1e-13));
        Assert.Equal(-1, double.CreateChecked(gradient[0]) / (rest / (1 + rest)), Math.Max(4 * epsilon, 1e-13));
    }

    /// <summary>|actual − exact| in units of eps times what the bound names; what is subnormal is rounded to their one unit, and then multiplied.</summary>
    private static double Off(T actual, double exact, double scale, double factor = 1) =>
        Math.Abs(double.CreateChecked(actual) - exact) / ((Ulp<T>.Epsilon * scale) + (Math.Max(1, factor) * double.CreateChecked(T.Epsilon)));

    private static IEnumerable<Row<T>> AllRows() => IsHalf
        ? from size in s_sizes from row in Distributions<T>.Ordinary.Rows(size, 2) select row
        : from size in s_sizes from distribution in Distributions<T>.All from row in distribution.Rows(size, 1) select row;

    private static (T Folded, T[] Filled) Run(TrainingOperation<T> operation, T[] values, T[]? others = null, int label = 0)
    {
        T[] folded = new T[1];
        T[] filled = operation.Filled ? new T[values.Length] : [];
        operation.Row(values, others, [label], folded, filled, values.Length, 1);
        return (folded[0], filled);
    }
}

public sealed class SingleTrainingTests() : TrainingSuite<float>(typeof(SingleTrainingKernels));

public sealed class DoubleTrainingTests() : TrainingSuite<double>(typeof(DoubleTrainingKernels));

public sealed class HalfTrainingTests() : TrainingSuite<Half>(typeof(HalfTrainingKernels))
{
    [Fact]
    [On(Hardware.Any)]
    public void Half_is_the_float_result_rounded_once()
    {
        foreach (var row in Distributions<Half>.Ordinary.Rows(10, 50))
        {
            float[] wide = [.. row.Values.Select(value => (float)value)];
            float[] gradient = new float[10];
            Half[] narrow = new Half[10];
            Assert.Equal((Half)SoftMath.CrossEntropy(wide, 4, gradient), SoftMath.CrossEntropy<Half>(row.Values, 4, narrow));
            Assert.Equal(gradient.Select(value => (Half)value), narrow);
            Assert.Equal((Half)SoftMath.Entropy(wide), SoftMath.Entropy<Half>(row.Values));
        }
    }
}
