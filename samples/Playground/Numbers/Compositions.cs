using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace Playground.Numbers;

/// <summary>What TensorPrimitives has, and what can be put together from it: straight from the formula, or with the maximum subtracted.</summary>
internal static class Compositions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static void Softmax(ReadOnlySpan<T> row, Span<T> results) => TensorPrimitives.SoftMax(row, results);

    public static void LogSoftmax(ReadOnlySpan<T> row, Span<T> results)
    {
        TensorPrimitives.SoftMax(row, results);
        TensorPrimitives.Log(results, results);
    }

    public static void LogSumExp(ReadOnlySpan<T> row, Span<T> results)
    {
        TensorPrimitives.Exp(row, results);
        results[0] = T.Log(TensorPrimitives.Sum<T>(results));
    }

    public static void StableSoftmax(ReadOnlySpan<T> row, Span<T> results)
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), results);
        TensorPrimitives.Exp(results, results);
        TensorPrimitives.Divide(results, TensorPrimitives.Sum<T>(results), results);
    }

    public static void StableLogSoftmax(ReadOnlySpan<T> row, Span<T> results)
    {
        var max = TensorPrimitives.Max(row);
        var rest = LogOfSum(row, max, results);
        TensorPrimitives.Subtract(row, max, results);
        TensorPrimitives.Subtract(results, rest, results);
    }

    public static void StableLogSumExp(ReadOnlySpan<T> row, Span<T> results)
    {
        var max = TensorPrimitives.Max(row);
        results[0] = max + LogOfSum(row, max, results);
    }

    /// <summary>log Σ exp(xᵢ − max), by way of the room for the results.</summary>
    private static T LogOfSum(ReadOnlySpan<T> row, T max, Span<T> room)
    {
        TensorPrimitives.Subtract(row, max, room);
        TensorPrimitives.Exp(room, room);
        return T.Log(TensorPrimitives.Sum<T>(room));
    }
}
