using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Accuracy.Survey;

/// <summary>What training asks for, of every contender on the same rows, against integers of 256 bits.</summary>
internal sealed class TrainingSurvey<T>(string type)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // What the integers afford.
    private const int ValuesPerSample = 2048;

    private static readonly int[] s_sizes = [1000, 100, 64, 17, 10, 5, 3, 2];

    private static readonly (string Name, Func<T[], Random, int> Choose)[] s_labels =
    [
        ("the greatest", (row, _) => Array.IndexOf(row, row.Max())),
        ("any", (row, random) => random.Next(row.Length)),
        ("the least", (row, _) => Array.IndexOf(row, row.Min())),
    ];

    private static readonly (string Name, Func<T[], Random, T[]> Make)[] s_upstreams =
    [
        ("of both signs", (row, random) => Each(row, _ => (2 * random.NextDouble()) - 1)),
        ("positive", (row, random) => Each(row, _ => random.NextDouble())),
        ("nearly equal", (row, random) => Each(row, _ => 1 + (1e-3 * random.NextDouble()))),
        ("thousands", (row, random) => Each(row, _ => 2000 * (random.NextDouble() - 0.5))),
        ("thousandths", (row, random) => Each(row, _ => (random.NextDouble() - 0.5) / 500)),
        ("of one value", (row, _) => Each(row, i => i == Array.IndexOf(row, row.Max()) ? -1 : 0)),
    ];

    public IReadOnlyList<Sample> Take()
    {
        using Onnx<T> rows = Onnx<T>.OfRows();
        using OnnxLoss<T> loss = new();
        TrainingContender<T>[] contenders = [TrainingContender<T>.Ours(), .. TrainingContender<T>.Tensors(), TrainingContender<T>.Onnx(rows.Contender(1), loss)];
        (int Size, int Distribution)[] plan = [.. from size in s_sizes from distribution in Enumerable.Range(0, Distributions<T>.All.Count) select (size, distribution)];
        var samples = new IReadOnlyList<Sample>[plan.Length];
        var order = Partitioner.Create(Enumerable.Range(0, plan.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, i => samples[i] = Take(contenders, plan[i].Size, plan[i].Distribution));
        return [.. samples.SelectMany(sample => sample)];
    }

    /// <summary>A sample for each way to choose a label, and one of all that has none.</summary>
    private Sample[] Take(TrainingContender<T>[] contenders, int size, int distribution)
    {
        Tallies[] ofLabels = [.. s_labels.Select(_ => new Tallies())];
        Tallies others = [];
        var rows = 0;
        foreach (var row in Distributions<T>.All[distribution].Rows(size, Math.Max(ValuesPerSample / size, 1)))
        {
            Random random = new((1000 * size) + rows);
            TrainingReference exact = new(Exactly(row.Values));
            SeeLabels(contenders, row, exact, random, ofLabels);
            SeeEntropy(contenders, row, exact, others);
            SeeTargets(contenders, row, exact, random, others);
            SeeUpstream(contenders, row, random, s_upstreams[rows % s_upstreams.Length], others);
            rows++;
        }

        return
        [
            .. s_labels.Zip(ofLabels, (label, tallies) => new Sample(type, Topic.Training, label.Name, size, distribution, rows, tallies)),
            new(type, Topic.Training, "", size, distribution, rows, others),
        ];
    }

    private static void SeeLabels(TrainingContender<T>[] contenders, Row<T> row, TrainingReference exact, Random random, Tallies[] tallies)
    {
        // Beside the label a gradient does not depend on it.
        Reference[] shares = [.. Enumerable.Range(0, row.Values.Length).Select(i => exact.Gradient(i == 0 ? 1 : 0, i))];
        foreach (var (way, tally) in s_labels.Zip(tallies))
        {
            var label = way.Choose(row.Values, random);
            var (loss, slope) = (exact.Loss(label), exact.Gradient(label, label));
            Row<T> labelled = new($"{row.Origin}, label {label}", row.Values);
            foreach (var contender in contenders)
            {
                var (found, gradient) = contender.OfLabel(row.Values, label);
                tally.Of(Quantity.Loss, contender.Name).See(found, loss, labelled, label);
                tally.Of(Quantity.GradientOfLabel, contender.Name).See(gradient[label], slope, labelled, label);
                var beside = tally.Of(Quantity.Gradient, contender.Name);
                for (var i = 0; i < gradient.Length; i++)
                {
                    if (i != label)
                    {
                        beside.See(gradient[i], shares[i], labelled, i);
                    }
                }
            }
        }
    }

    private static void SeeEntropy(TrainingContender<T>[] contenders, Row<T> row, TrainingReference exact, Tallies tallies)
    {
        var entropy = exact.Entropy;
        foreach (var contender in contenders)
        {
            tallies.Of(Quantity.Entropy, contender.Name).See(contender.Entropy(row.Values), entropy, row, 0);
        }
    }

    /// <summary>A third of the targets is 0.</summary>
    private static void SeeTargets(TrainingContender<T>[] contenders, Row<T> row, TrainingReference exact, Random random, Tallies tallies)
    {
        var targets = Each(row.Values, i => i % 3 == 2 ? 0 : random.NextDouble());
        var wide = Exactly(targets);
        var (loss, slopes) = (exact.Loss(wide), exact.Gradients(wide));
        foreach (var contender in contenders)
        {
            var (found, gradient) = contender.OfTargets(row.Values, targets);
            tallies.Of(Quantity.LossOfTargets, contender.Name).See(found, loss, row, 0);
            See(gradient, slopes, row, tallies.Of(Quantity.GradientOfTargets, contender.Name), Math.Max(1, wide.Sum()));
        }
    }

    /// <summary>Probabilities and their logarithms are ours for all: so they have the same to start from.</summary>
    private static void SeeUpstream(
        TrainingContender<T>[] contenders, Row<T> row, Random random, (string Name, Func<T[], Random, T[]> Make) way, Tallies tallies)
    {
        var upstream = way.Make(row.Values, random);
        var (probabilities, logs) = (new T[upstream.Length], new T[upstream.Length]);
        SoftMath.Softmax<T>(row.Values, probabilities);
        SoftMath.LogSoftmax<T>(row.Values, logs);
        var (ofSoftmax, ofLog) = (
            TrainingReference.SoftmaxGradients(Exactly(probabilities), Exactly(upstream)), TrainingReference.LogSoftmaxGradients(Exactly(logs), Exactly(upstream)));
        Row<T> named = new($"{row.Origin}, upstream {way.Name}", row.Values);
        foreach (var contender in contenders)
        {
            if (contender.SoftmaxGradient?.Invoke(probabilities, upstream) is { } softmax)
            {
                See(softmax, ofSoftmax, named, tallies.Of(Quantity.SoftmaxGradient, contender.Name));
            }

            if (contender.LogSoftmaxGradient?.Invoke(logs, upstream) is { } logSoftmax)
            {
                See(logSoftmax, ofLog, named, tallies.Of(Quantity.LogSoftmaxGradient, contender.Name));
            }
        }
    }

    /// <summary>In eps of what the exact values are made of, and one unit of the subnormals, times the factor of what was rounded there.</summary>
    private static void See(T[] gradient, (double Exact, double Scale)[] exact, Row<T> row, Tally tally, double factor = 1)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            tally.SeeIn(gradient[i], exact[i].Exact, (Ulp<T>.Epsilon * exact[i].Scale) + (factor * double.CreateChecked(T.Epsilon)), row, i);
        }
    }

    private static double[] Exactly(T[] values) => [.. values.Select(double.CreateChecked)];

    private static T[] Each(T[] row, Func<int, double> value) => [.. row.Select((_, i) => T.CreateChecked(value(i)))];

    private sealed class Tallies : Dictionary<(Quantity, string), Tally>
    {
        public Tally Of(Quantity quantity, string contender) => TryGetValue((quantity, contender), out var tally) ? tally : this[(quantity, contender)] = new();
    }
}
