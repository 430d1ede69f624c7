using System.Numerics;
using System.Numerics.Tensors;

namespace SoftKernels.Accuracy.Contenders;

/// <summary>System.Numerics.Tensors: its softmax, and the stable one that can be put together from it.</summary>
internal static class Tensor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Contender<T> AsIs { get; } = new("TP SoftMax", Softmax, null, null);

    public static Contender<T> Composed { get; } = new("TP stable", StableSoftmax, StableLogSoftmax, StableLogSumExp);

    private static T[] Softmax(T[] row)
    {
        var results = new T[row.Length];
        TensorPrimitives.SoftMax<T>(row, results);
        return results;
    }

    private static T[] StableSoftmax(T[] row)
    {
        var weights = Weights(Shifted(row, TensorPrimitives.Max<T>(row)));
        TensorPrimitives.Divide(weights, TensorPrimitives.Sum<T>(weights), weights);
        return weights;
    }

    private static T[] StableLogSoftmax(T[] row)
    {
        var shifted = Shifted(row, TensorPrimitives.Max<T>(row));
        TensorPrimitives.Subtract(shifted, LogOfSum(shifted), shifted);
        return shifted;
    }

    private static T[] StableLogSumExp(T[] row)
    {
        var max = TensorPrimitives.Max<T>(row);
        return [max + LogOfSum(Shifted(row, max))];
    }

    private static T[] Shifted(T[] row, T max)
    {
        var results = new T[row.Length];
        TensorPrimitives.Subtract(row, max, results);
        return results;
    }

    private static T[] Weights(T[] shifted)
    {
        var results = new T[shifted.Length];
        TensorPrimitives.Exp<T>(shifted, results);
        return results;
    }

    private static T LogOfSum(T[] shifted) => T.Log(TensorPrimitives.Sum<T>(Weights(shifted)));
}
