using System;
using System.Numerics;
using System.Numerics.Tensors;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>What System.Numerics.Tensors has ready-made. Its SoftMax is not stable.</summary>
internal sealed class TensorPrimitivesPeer : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => work.Operation switch
        {
            Operation.Softmax => work.EachToRow<SoftMax<T>>(Rival.TensorPrimitives),
            Operation.Max => work.EachToValue<Max<T>>(Rival.TensorPrimitives),
            Operation.ArgMax => work.EachToIndex<IndexOfMax<T>>(Rival.TensorPrimitives),
            _ => null,
        };

    private readonly struct SoftMax<T> : IToRow<T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result) => TensorPrimitives.SoftMax(row, result);
    }

    private readonly struct Max<T> : IToValue<T, T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static T Invoke(ReadOnlySpan<T> row) => TensorPrimitives.Max(row);
    }

    private readonly struct IndexOfMax<T> : IToValue<T, int>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static int Invoke(ReadOnlySpan<T> row) => TensorPrimitives.IndexOfMax(row);
    }
}
