using System;
using System.Linq;
using System.Numerics;
using System.Numerics.Tensors;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>The stable formulas, put together from methods of System.Numerics.Tensors.</summary>
internal sealed class StableComposition : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => work.Operation switch
        {
            Operation.Softmax => work.EachToRow<Softmax<T>>(Rival.StableComposition),
            Operation.LogSoftmax => work.EachToRow<LogSoftmax<T>>(Rival.StableComposition),
            Operation.LogSumExp => work.EachToValue<LogSumExp<T>>(Rival.StableComposition),
            _ => null,
        };

    internal readonly struct Softmax<T> : IToRow<T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result)
        {
            TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), result);
            TensorPrimitives.Exp(result, result);
            TensorPrimitives.Divide(result, TensorPrimitives.Sum<T>(result), result);
        }
    }

    internal readonly struct LogSoftmax<T> : IToRow<T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result) =>
            TensorPrimitives.Subtract(row, LogSumExp<T>.Invoke(row), result);
    }

    internal readonly struct LogSumExp<T> : IToValue<T, T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        private static readonly T[] s_scratch = new T[Sizes.All.Max()];

        public static T Invoke(ReadOnlySpan<T> row)
        {
            Span<T> scratch = s_scratch.AsSpan(0, row.Length);
            T max = TensorPrimitives.Max(row);
            TensorPrimitives.Subtract(row, max, scratch);
            TensorPrimitives.Exp(scratch, scratch);
            return max + T.Log(TensorPrimitives.Sum<T>(scratch));
        }
    }
}
