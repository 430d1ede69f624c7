using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Accuracy.Trials;
using SoftKernels.Kernels.Tests.Oracle;

namespace SoftKernels.Accuracy.Survey;

/// <summary>Runs every contender on the same rows and compares with the oracle.</summary>
/// <param name="type">What the element type is called.</param>
/// <param name="kernels">The plain kernels.</param>
/// <param name="extras">Those with temperatures, masks and columns.</param>
/// <param name="oracle">Knows the exact results.</param>
/// <param name="valuesPerSample">How many values of a size and a distribution, at most.</param>
internal sealed class Surveyor<T>(string type, Type kernels, Type extras, IOracle<T> oracle, int valuesPerSample)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Each of a dozen temperatures, masks and numbers of columns is asked for.
    private const int Fewer = 8;

    public IReadOnlyList<Sample> Take()
    {
        using Onnx<T> rows = Onnx<T>.OfRows();
        using Onnx<T> columns = Onnx<T>.OfColumns();
        Contender<T>[] ready = [Tensor<T>.AsIs, Tensor<T>.Composed];
        Contender<T>[] peers = [.. ready, rows.Contender(1)];
        var fewer = valuesPerSample / Fewer;
        Trial<T>[] plan =
        [
            .. PlainTrials<T>.Of(kernels, oracle, valuesPerSample, peers),
            .. TemperatureTrials<T>.Of(extras, oracle, fewer, peers),
            .. MaskTrials<T>.Of(extras, oracle, fewer, peers),
            .. ColumnTrials<T>.Of(extras, oracle, fewer, ready, columns),
        ];
        var samples = new Sample[plan.Length];

        // Partition one by one: the large sizes come first and take nearly all the time.
        var order = Partitioner.Create(Enumerable.Range(0, plan.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, i => samples[i] = Take(plan[i]));
        return samples;
    }

    private Sample Take(Trial<T> trial)
    {
        Dictionary<(Quantity, string), Tally> tallies = [];
        var rows = 0;
        foreach (var block in trial.Blocks)
        {
            rows += block.Answers.Count;
            foreach (var contender in trial.Contenders)
            {
                See(contender, block, quantity => tallies.TryGetValue((quantity, contender.Name), out var tally)
                    ? tally
                    : tallies[(quantity, contender.Name)] = new());
            }
        }

        return new(type, trial.Topic, trial.Variant, trial.Size, trial.Distribution, rows, tallies);
    }

    private static void See(Contender<T> contender, Block<T> block, Func<Quantity, Tally> tallyOf)
    {
        if (contender.Softmax?.Invoke(block.Values) is { } probabilities)
        {
            SeeEach(probabilities, block, exact => exact.Softmax, tallyOf(Quantity.Softmax));
            for (var column = 0; column < block.Answers.Count; column++)
            {
                tallyOf(Quantity.Sum).SeeSum(Block<T>.Column(probabilities, block.Answers.Count, column), block.Answers[column].Row);
            }
        }

        if (contender.LogSoftmax?.Invoke(block.Values) is { } logProbabilities)
        {
            SeeEach(logProbabilities, block, exact => exact.LogSoftmax, tallyOf(Quantity.LogSoftmax));
        }

        if (contender.LogSumExp?.Invoke(block.Values) is { } sums)
        {
            foreach (var (sum, answer) in sums.Zip(block.Answers))
            {
                tallyOf(Quantity.LogSumExp).See(sum, answer.Exact.LogSumExp, answer.Row, 0, answer.Greatest);
            }
        }
    }

    private static void SeeEach(T[] results, Block<T> block, Func<RowReference, Reference[]> expected, Tally tally)
    {
        var columns = block.Answers.Count;
        for (var column = 0; column < columns; column++)
        {
            var (row, exact, _) = block.Answers[column];
            var references = expected(exact);
            for (var i = 0; i < references.Length; i++)
            {
                tally.See(results[(i * columns) + column], references[i], row, i);
            }
        }
    }
}
