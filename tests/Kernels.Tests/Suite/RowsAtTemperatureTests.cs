using System;
using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Golden;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Rows of a size known at run time, at a temperature: the bits of one row after the other.</summary>
public sealed class RowsAtTemperatureTests
{
    private static readonly int[] s_sizes = [1, 2, 3, 5, 10, 33, 100, 20_000];

    [Fact]
    [On(Hardware.Fused)]
    public void Rows_have_the_bits_of_one_row_after_the_other()
    {
        AssertRows<float>();
        AssertRows<double>();
        AssertRows<Half>();
    }

    [Fact]
    [On(Hardware.Every)]
    public void What_does_not_fit_is_refused_before_anything_is_written()
    {
        float[] six = new float[6], results = [7, 7, 7, 7, 7, 7];
        var ratio = Assert.Throws<ArgumentOutOfRangeException>(() => SoftMath.SoftmaxRows(six, -1f, results, Unseen(3)));
        Assert.Equal("temperature", ratio.ParamName);
        Assert.Equal("temperature", Assert.Throws<ArgumentOutOfRangeException>(() => SoftMath.LogSoftmaxRows<Half>(new Half[6], Half.NaN, new Half[6], Unseen(3))).ParamName);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => SoftMath.LogSumExpRows(six, 2f, results.AsSpan(0, 2), Unseen(0))).ParamName);
        Assert.Equal("logits", Assert.Throws<ArgumentException>(() => SoftMath.SoftmaxRows(six, 2f, results, Unseen(4))).ParamName);
        Assert.Equal("results", Assert.Throws<ArgumentException>(() => SoftMath.LogSumExpRows(six, 2f, results.AsSpan(0, 3), Unseen(3))).ParamName);
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => SoftMath.SoftmaxRows(six.AsSpan(0, 3), 2f, six.AsSpan(1, 3), Unseen(3))).ParamName);
        Assert.All(results, one => Assert.Equal(7, one));
    }

    private static void AssertRows<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var (size, temperature) in from size in s_sizes from temperature in new[] { 0, 0.7, 1, 30 } select (size, T.CreateChecked(temperature)))
        {
            var rows = size > 1000 ? 3 : 37;
            SplitMix random = new((ulong)size);
            T[] values = [.. Enumerable.Range(0, rows * size).Select(_ => T.CreateChecked(4 * random.NextBell()))];
            T[] softmax = new T[values.Length], logSoftmax = new T[values.Length], logSumExp = new T[rows];
            T[] oneSoftmax = new T[values.Length], oneLogSoftmax = new T[values.Length], oneLogSumExp = new T[rows];
            SoftMath.SoftmaxRows<T>(values, temperature, softmax, size);
            SoftMath.LogSoftmaxRows<T>(values, temperature, logSoftmax, size);
            SoftMath.LogSumExpRows<T>(values, temperature, logSumExp, size);
            for (var row = 0; row < rows; row++)
            {
                SoftMath.Softmax<T>(values.AsSpan(row * size, size), temperature, oneSoftmax.AsSpan(row * size, size));
                SoftMath.LogSoftmax<T>(values.AsSpan(row * size, size), temperature, oneLogSoftmax.AsSpan(row * size, size));
                oneLogSumExp[row] = SoftMath.LogSumExp<T>(values.AsSpan(row * size, size), temperature);
            }

            AssertKernelsOwn(values, temperature, size, oneSoftmax, oneLogSoftmax, oneLogSumExp);
            Assert.Equal(oneSoftmax, softmax);
            Assert.Equal(oneLogSoftmax, logSoftmax);
            Assert.Equal(oneLogSumExp, logSumExp);
        }
    }

    /// <summary>The methods of the types that have kernels, which go no detour.</summary>
    private static void AssertKernelsOwn<T>(T[] values, T temperature, int size, T[] softmax, T[] logSoftmax, T[] logSumExp)
    {
        if (values is float[] singles && temperature is float tau)
        {
            var (shares, logarithms, sums) = (new float[singles.Length], new float[singles.Length], new float[logSumExp.Length]);
            SoftMath.SoftmaxRows(singles, tau, shares, size);
            SoftMath.LogSoftmaxRows(singles, tau, logarithms, size);
            SoftMath.LogSumExpRows(singles, tau, sums, size);
            Assert.Equal((float[])(object)softmax, shares);
            Assert.Equal((float[])(object)logSoftmax, logarithms);
            Assert.Equal((float[])(object)logSumExp, sums);
        }
        else if (values is double[] doubles && temperature is double warmth)
        {
            var (shares, logarithms, sums) = (new double[doubles.Length], new double[doubles.Length], new double[logSumExp.Length]);
            SoftMath.SoftmaxRows(doubles, warmth, shares, size);
            SoftMath.LogSoftmaxRows(doubles, warmth, logarithms, size);
            SoftMath.LogSumExpRows(doubles, warmth, sums, size);
            Assert.Equal((double[])(object)softmax, shares);
            Assert.Equal((double[])(object)logSoftmax, logarithms);
            Assert.Equal((double[])(object)logSumExp, sums);
        }
    }

    /// <summary>A number that no analyzer sees.</summary>
    private static int Unseen(int number) => number;
}
