using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using SoftKernels.Accuracy.Contenders;
using SoftKernels.Accuracy.Survey;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;

namespace SoftKernels.Accuracy.Trials;

/// <summary>Rows with a mask, one for all rows of a trial. Peers are given a copy with −∞ in place of what is left out.</summary>
internal static class MaskTrials<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Farther below 0 than any number: −∞ is right for it, and nothing else.
    private static readonly Reference s_minusInfinity = new(-1, 0, 1 << 20);

    // One value takes part in any case.
    private static readonly (string Name, double Share)[] s_masks = [("one value", 0), ("a quarter", 0.25), ("half", 0.5), ("nine in ten", 0.9)];

    public static IEnumerable<Trial<T>> Of(Type kernels, IOracle<T> oracle, int values, IReadOnlyList<Contender<T>> peers) =>
        from kernel in MaskedSet<T>.DeclaredOn(kernels).Reverse()
        from variant in s_masks
        from distribution in Enumerable.Range(0, Distributions<T>.All.Count)
        let mask = Mask(kernel.Size, distribution, variant.Share)
        select new Trial<T>(
            Topic.Mask,
            variant.Name,
            kernel.Size,
            distribution,
            [Ours(kernel, mask), .. peers.Select(peer => peer.Each(operation => row => operation(Copy(row, mask))))],
            from row in Distributions<T>.All[distribution].Rows(kernel.Size, Math.Max(values / kernel.Size, 1))
            select Block<T>.Of(Exactly(row, mask, oracle)));

    private static Contender<T> Ours(MaskedSet<T> kernel, bool[] mask)
    {
        return Contender<T>.Ours(Of("Softmax"), Of("LogSoftmax"), Of("LogSumExp"));

        Func<T[], T[]> Of(string name)
        {
            var operation = kernel.All.Single(one => one.Plain.Kind.Name == name);
            return row =>
            {
                var results = new T[operation.Plain.ResultsPerRow];
                operation.Row[0].Run(row, mask, MemoryMarshal.AsBytes(results.AsSpan()));
                return results;
            };
        }
    }

    /// <summary>Of the values that take part; 0 and −∞ elsewhere.</summary>
    private static Answer<T> Exactly(Row<T> row, bool[] mask, IOracle<T> oracle)
    {
        T[] present = [.. row.Values.Where((_, i) => mask[i])];
        var exact = oracle.Evaluate(present);
        var (softmax, logSoftmax) = (new Reference[mask.Length], new Reference[mask.Length]);
        for (int i = 0, next = 0; i < mask.Length; i++)
        {
            (softmax[i], logSoftmax[i]) = mask[i] ? (exact.Softmax[next], exact.LogSoftmax[next]) : (Reference.Zero, s_minusInfinity);
            next += mask[i] ? 1 : 0;
        }

        return new(row, new(softmax, logSoftmax, exact.LogSumExp), double.CreateChecked(present.Max()));
    }

    private static T[] Copy(T[] row, bool[] mask) => [.. row.Select((x, i) => mask[i] ? x : T.NegativeInfinity)];

    private static bool[] Mask(int size, int distribution, double share)
    {
        Random random = new((1000 * size) + distribution);
        bool[] mask = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble() < share)];
        mask[random.Next(size)] = true;
        return mask;
    }
}
