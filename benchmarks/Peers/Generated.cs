using System;
using System.Numerics;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>The generated methods.</summary>
internal sealed class Generated : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Contend(KernelMethods<T>.Generated(typeof(Generated).Assembly, work.Operation, work.Size), work);

    /// <summary>Those of whichever build.</summary>
    public static Contender Contend<T>(KernelMethods<T> methods, Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(null, work.RowCount, work.Scenario.OneRowACall ? RowByRow(methods, work) : AllRows(methods, work));

    private static unsafe Action AllRows<T>(KernelMethods<T> methods, Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => work.Operation == Operation.ArgMax
            ? () => methods.RowsToIndices(work.Logits.Span, work.Indices.Span)
            : () => methods.Rows(work.Logits.Span, work.Results.Span);

    private static unsafe Action RowByRow<T>(KernelMethods<T> methods, Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = work.Size;
        return work.Operation switch
        {
            Operation.ArgMax => () =>
            {
                ReadOnlySpan<T> logits = work.Logits.Span;
                Span<int> indices = work.Indices.Span;
                var argMax = methods.RowToIndex;
                for (int row = 0; row < indices.Length; row++)
                {
                    indices[row] = argMax(logits.Slice(row * size, size));
                }
            },
            Operation.LogSumExp or Operation.Max => () =>
            {
                ReadOnlySpan<T> logits = work.Logits.Span;
                Span<T> results = work.Results.Span;
                var reduce = methods.RowToValue;
                for (int row = 0; row < results.Length; row++)
                {
                    results[row] = reduce(logits.Slice(row * size, size));
                }
            },
            _ => () =>
            {
                ReadOnlySpan<T> logits = work.Logits.Span;
                Span<T> results = work.Results.Span;
                var softmax = methods.RowToRow;
                for (int at = 0; at < logits.Length; at += size)
                {
                    softmax(logits.Slice(at, size), results.Slice(at, size));
                }
            },
        };
    }
}

/// <summary>Our Softmax, the yardstick of the two logarithms.</summary>
internal sealed class OurSoftmax : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (work.Operation is not (Operation.LogSoftmax or Operation.LogSumExp))
        {
            return null;
        }

        Workload<T> softmax = new(work.Scenario with { Operation = Operation.Softmax }, work.Size);
        return new Generated().Prepare(softmax)! with { Rival = Rival.OurSoftmax };
    }
}
