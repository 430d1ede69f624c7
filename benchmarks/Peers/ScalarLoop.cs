using System;
using System.Numerics;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>What one writes first: a loop for the maximum, one for the exponentials and their sum, one for the division.</summary>
internal sealed class ScalarLoop : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => work.Operation switch
        {
            Operation.Softmax => work.EachToRow<Softmax<T>>(Rival.ScalarLoop),
            Operation.LogSoftmax => work.EachToRow<LogSoftmax<T>>(Rival.ScalarLoop),
            Operation.LogSumExp => work.EachToValue<LogSumExp<T>>(Rival.ScalarLoop),
            Operation.Max => work.EachToValue<Max<T>>(Rival.ScalarLoop),
            Operation.HardMax => work.EachToRow<HardMax<T>>(Rival.ScalarLoop),
            _ => work.EachToIndex<ArgMax<T>>(Rival.ScalarLoop),
        };

    private readonly struct Softmax<T> : IToRow<T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result)
        {
            T max = Max<T>.Invoke(row);
            T sum = T.Zero;
            for (int i = 0; i < row.Length; i++)
            {
                result[i] = T.Exp(row[i] - max);
                sum += result[i];
            }

            for (int i = 0; i < result.Length; i++)
            {
                result[i] /= sum;
            }
        }
    }

    private readonly struct LogSoftmax<T> : IToRow<T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result)
        {
            T logSumExp = LogSumExp<T>.Invoke(row);
            for (int i = 0; i < row.Length; i++)
            {
                result[i] = row[i] - logSumExp;
            }
        }
    }

    private readonly struct LogSumExp<T> : IToValue<T, T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static T Invoke(ReadOnlySpan<T> row)
        {
            T max = Max<T>.Invoke(row);
            T sum = T.Zero;
            foreach (T value in row)
            {
                sum += T.Exp(value - max);
            }

            return max + T.Log(sum);
        }
    }

    private readonly struct Max<T> : IToValue<T, T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static T Invoke(ReadOnlySpan<T> row)
        {
            T max = row[0];
            foreach (T value in row)
            {
                max = value > max ? value : max;
            }

            return max;
        }
    }

    private readonly struct ArgMax<T> : IToValue<T, int>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static int Invoke(ReadOnlySpan<T> row)
        {
            int index = 0;
            for (int i = 1; i < row.Length; i++)
            {
                if (row[i] > row[index])
                {
                    index = i;
                }
            }

            return index;
        }
    }
    private readonly struct HardMax<T> : IToRow<T>
        where T : IBinaryFloatingPointIeee754<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result)
        {
            result.Clear();
            result[ArgMax<T>.Invoke(row)] = T.One;
        }
    }
}
