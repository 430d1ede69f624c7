using System;
using System.Numerics;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Peers;

/// <summary>Our own methods for any length.</summary>
internal sealed class Fallback : IPeer
{
    public Contender? Prepare<T>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => work switch
        {
            Workload<float> singles => Prepare<float, Single>(singles),
            Workload<double> doubles => Prepare<double, Double>(doubles),
            _ => null,
        };

    private static Contender Prepare<T, TFunctions>(Workload<T> work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunctions : struct, IFunctions<T> => work.Operation switch
        {
            Operation.Softmax => work.EachToRow<Softmax<T, TFunctions>>(Rival.Fallback),
            Operation.LogSoftmax => work.EachToRow<LogSoftmax<T, TFunctions>>(Rival.Fallback),
            Operation.LogSumExp => work.EachToValue<LogSumExp<T, TFunctions>>(Rival.Fallback),
            Operation.Max => work.EachToValue<Max<T, TFunctions>>(Rival.Fallback),
            Operation.HardMax => work.EachToRow<HardMax<T, TFunctions>>(Rival.Fallback),
            _ => work.EachToIndex<ArgMax<T, TFunctions>>(Rival.Fallback),
        };

    private interface IFunctions<T>
    {
        static abstract void Softmax(ReadOnlySpan<T> row, Span<T> result);

        static abstract void LogSoftmax(ReadOnlySpan<T> row, Span<T> result);

        static abstract T LogSumExp(ReadOnlySpan<T> row);

        static abstract T Max(ReadOnlySpan<T> row);

        static abstract int ArgMax(ReadOnlySpan<T> row);

        static abstract void HardMax(ReadOnlySpan<T> row, Span<T> result);
    }

    private readonly struct Single : IFunctions<float>
    {
        public static void Softmax(ReadOnlySpan<float> row, Span<float> result) => SoftMath.Softmax(row, result);

        public static void LogSoftmax(ReadOnlySpan<float> row, Span<float> result) => SoftMath.LogSoftmax(row, result);

        public static float LogSumExp(ReadOnlySpan<float> row) => SoftMath.LogSumExp(row);

        public static float Max(ReadOnlySpan<float> row) => SoftMath.Max(row);

        public static int ArgMax(ReadOnlySpan<float> row) => SoftMath.ArgMax(row);

        public static void HardMax(ReadOnlySpan<float> row, Span<float> result) => SoftMath.HardMax(row, result);
    }

    private readonly struct Double : IFunctions<double>
    {
        public static void Softmax(ReadOnlySpan<double> row, Span<double> result) => SoftMath.Softmax(row, result);

        public static void LogSoftmax(ReadOnlySpan<double> row, Span<double> result) => SoftMath.LogSoftmax(row, result);

        public static double LogSumExp(ReadOnlySpan<double> row) => SoftMath.LogSumExp(row);

        public static double Max(ReadOnlySpan<double> row) => SoftMath.Max(row);

        public static int ArgMax(ReadOnlySpan<double> row) => SoftMath.ArgMax(row);

        public static void HardMax(ReadOnlySpan<double> row, Span<double> result) => SoftMath.HardMax(row, result);
    }

    private readonly struct Softmax<T, TFunctions> : IToRow<T>
        where TFunctions : struct, IFunctions<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result) => TFunctions.Softmax(row, result);
    }

    private readonly struct LogSoftmax<T, TFunctions> : IToRow<T>
        where TFunctions : struct, IFunctions<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result) => TFunctions.LogSoftmax(row, result);
    }

    private readonly struct LogSumExp<T, TFunctions> : IToValue<T, T>
        where TFunctions : struct, IFunctions<T>
    {
        public static T Invoke(ReadOnlySpan<T> row) => TFunctions.LogSumExp(row);
    }

    private readonly struct Max<T, TFunctions> : IToValue<T, T>
        where TFunctions : struct, IFunctions<T>
    {
        public static T Invoke(ReadOnlySpan<T> row) => TFunctions.Max(row);
    }

    private readonly struct ArgMax<T, TFunctions> : IToValue<T, int>
        where TFunctions : struct, IFunctions<T>
    {
        public static int Invoke(ReadOnlySpan<T> row) => TFunctions.ArgMax(row);
    }
    private readonly struct HardMax<T, TFunctions> : IToRow<T>
        where TFunctions : struct, IFunctions<T>
    {
        public static void Invoke(ReadOnlySpan<T> row, Span<T> result) => TFunctions.HardMax(row, result);
    }
}
