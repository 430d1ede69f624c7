using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>A library or loop that knows some of the operations.</summary>
internal interface IPeer
{
    /// <returns>Null for an operation that the peer does not have.</returns>
    Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>All who take part.</summary>
internal static class Field
{
    private static readonly IPeer[] s_peers =
    [
        new Generated(),
        new ScalarLoop(),
        new TensorPrimitivesPeer(),
        new StableComposition(),
        new OnnxRuntime(),
        new Fallback(),
        new OurSoftmax(),
        new Roofline(),
    ];

    /// <summary>Everybody who has the operation, the generated methods first.</summary>
    public static IReadOnlyList<Contender> Of<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Contender[] contenders = [.. s_peers.Select(peer => peer.Prepare(work)).OfType<Contender>()];
        Check(work, contenders);
        return contenders;
    }

    /// <summary>A comparison with somebody who computes something else would be worth nothing.</summary>
    private static void Check<T>(Workload<T> work, Contender[] contenders)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        contenders[0].Pass();
        T[] values = work.Results.ToArray();
        int[] indices = work.Indices.ToArray();
        foreach (Contender contender in contenders.Where(contender => contender.Rival is { } rival && !rival.IsYardstick()))
        {
            work.Results.Span.Fill(T.NaN);
            work.Indices.Span.Fill(-1);
            contender.Pass();
            int rows = contender.Rival == Rival.OnnxRuntime && work.Scenario.OneRowACall ? 1 : work.RowCount;
            bool agrees = work.Operation == Operation.ArgMax
                ? contender.Rival == Rival.OnnxRuntime || work.Indices.Span[..rows].SequenceEqual(indices.AsSpan(0, rows))
                : Agree<T>(work.Results.Span[..(values.Length / work.RowCount * rows)], values);
            if (!agrees)
            {
                throw new InvalidOperationException($"{contender.Rival!.Value.Name()} disagrees about {work.Scenario.Title}, N = {work.Size}.");
            }
        }
    }

    private static bool Agree<T>(ReadOnlySpan<T> theirs, ReadOnlySpan<T> ours)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T tolerance = T.CreateTruncating(1e-4);
        for (int i = 0; i < theirs.Length; i++)
        {
            if (!(T.Abs(theirs[i] - ours[i]) <= tolerance))
            {
                return false;
            }
        }

        return true;
    }
}
