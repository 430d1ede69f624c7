using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Survey;

/// <summary>Runs every contender on the same rows and compares with the oracle.</summary>
internal sealed class Surveyor<T>(string type, Type kernels, IOracle<T> oracle, int valuesPerSample)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostRows = 1024;

    public IReadOnlyList<Sample> Take()
    {
        using Onnx<T> onnx = new();
        Contender<T>[] peers = [Tensor<T>.AsIs, Tensor<T>.Composed, onnx.Contender];
        var plan = (
            from kernel in KernelSet<T>.DeclaredOn(kernels).Reverse()
            from distribution in Enumerable.Range(0, Distributions<T>.All.Count)
            select (kernel, distribution)).ToArray();
        var samples = new Sample[plan.Length];

        // Partition one by one: the large sizes come first and take nearly all the time.
        var order = Partitioner.Create(Enumerable.Range(0, plan.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, i => samples[i] = Take(plan[i].kernel, plan[i].distribution, [Contender<T>.Ours(plan[i].kernel), .. peers]));
        return samples;
    }

    private Sample Take(KernelSet<T> kernel, int distribution, Contender<T>[] contenders)
    {
        Dictionary<(Quantity, string), Tally> tallies = [];
        var count = Math.Clamp(valuesPerSample / kernel.Size, 1, MostRows);
        foreach (var row in Distributions<T>.All[distribution].Rows(kernel.Size, count))
        {
            var exact = oracle.Evaluate(row.Values);
            foreach (var contender in contenders)
            {
                See(contender, row, exact, quantity => tallies.TryGetValue((quantity, contender.Name), out var tally)
                    ? tally
                    : tallies[(quantity, contender.Name)] = new());
            }
        }

        return new(type, kernel.Size, distribution, count, tallies);
    }

    private static void See(Contender<T> contender, Row<T> row, RowReference exact, Func<Quantity, Tally> tallyOf)
    {
        if (contender.Softmax?.Invoke(row.Values) is { } probabilities)
        {
            SeeEach(probabilities, exact.Softmax, row, tallyOf(Quantity.Softmax));
            tallyOf(Quantity.Sum).SeeSum(probabilities, row);
        }

        if (contender.LogSoftmax?.Invoke(row.Values) is { } logProbabilities)
        {
            SeeEach(logProbabilities, exact.LogSoftmax, row, tallyOf(Quantity.LogSoftmax));
        }

        if (contender.LogSumExp?.Invoke(row.Values) is [var logSumExp])
        {
            tallyOf(Quantity.LogSumExp).See(logSumExp, exact.LogSumExp, row, 0, double.CreateChecked(row.Values.Max()));
        }
    }

    private static void SeeEach(T[] results, Reference[] exact, Row<T> row, Tally tally)
    {
        for (var i = 0; i < results.Length; i++)
        {
            tally.See(results[i], exact[i], row, i);
        }
    }
}
