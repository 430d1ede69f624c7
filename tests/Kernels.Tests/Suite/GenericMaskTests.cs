using System;
using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>SoftMath's masks for element types that no kernel is generated for.</summary>
[On(Hardware.Every)]
public sealed class GenericMaskTests
{
    [Fact]
    public void Half_is_the_plain_method_with_minus_infinity() => AssertAll<Half>();

    [Fact]
    public void And_so_are_types_that_are_computed_in_double() => AssertAll<double>();

    private static void AssertAll<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(7);
        foreach (var n in new[] { 1, 2, 3, 7, 10, 33, 64, 65, 257 })
        {
            const int Rows = 5;
            T[] source = [.. Enumerable.Range(0, Rows).SelectMany(seed => Distributions<T>.Ordinary.Row(n, seed).Values)];
            bool[] mask = [.. source.Select(_ => random.Next(3) != 0)];
            T[] left = [.. source.Select((value, i) => mask[i] ? value : T.NegativeInfinity)];
            ulong[] bits = n <= 64 ? [.. Enumerable.Range(0, Rows).Select(row => MaskedSet<float>.BitsOf(mask.AsSpan(row * n, n)))] : [];
            var softmax = new T[left.Length];
            var logSoftmax = new T[left.Length];
            var logSumExp = new T[Rows];
            var argMax = new int[Rows];
            T[] results = new T[left.Length], values = new T[Rows];
            var indices = new int[Rows];
            for (var row = 0; row < Rows; row++)
            {
                var one = row * n;
                SoftMath.Softmax<T>(left.AsSpan(one, n), softmax.AsSpan(one, n));
                SoftMath.LogSoftmax<T>(left.AsSpan(one, n), logSoftmax.AsSpan(one, n));
                logSumExp[row] = SoftMath.LogSumExp<T>(left.AsSpan(one, n));
                argMax[row] = mask.AsSpan(one, n).Contains(true) ? SoftMath.ArgMax<T>(left.AsSpan(one, n)) : -1;

                Assert.Equal(logSumExp[row], SoftMath.MaskedLogSumExp<T>(source.AsSpan(one, n), mask.AsSpan(one, n)));
                Assert.Equal(argMax[row], SoftMath.MaskedArgMax<T>(source.AsSpan(one, n), mask.AsSpan(one, n)));
                SoftMath.MaskedSoftmax<T>(source.AsSpan(one, n), mask.AsSpan(one, n), results.AsSpan(one, n));
                Assert.Equal(softmax.AsSpan(one, n), results.AsSpan(one, n));
                SoftMath.MaskedLogSoftmax<T>(source.AsSpan(one, n), mask.AsSpan(one, n), results.AsSpan(one, n));
                Assert.Equal(logSoftmax.AsSpan(one, n), results.AsSpan(one, n));
                if (n <= 64)
                {
                    Assert.Equal(logSumExp[row], SoftMath.MaskedLogSumExp<T>(source.AsSpan(one, n), bits[row]));
                    Assert.Equal(argMax[row], SoftMath.MaskedArgMax<T>(source.AsSpan(one, n), bits[row]));
                    SoftMath.MaskedSoftmax<T>(source.AsSpan(one, n), bits[row], results.AsSpan(one, n));
                    Assert.Equal(softmax.AsSpan(one, n), results.AsSpan(one, n));
                    SoftMath.MaskedLogSoftmax<T>(source.AsSpan(one, n), bits[row], results.AsSpan(one, n));
                    Assert.Equal(logSoftmax.AsSpan(one, n), results.AsSpan(one, n));
                }
            }

            SoftMath.MaskedSoftmaxRows<T>(source, mask, results, n);
            Assert.Equal(softmax, results);
            SoftMath.MaskedLogSoftmaxRows<T>(source, mask, results, n);
            Assert.Equal(logSoftmax, results);
            SoftMath.MaskedLogSumExpRows<T>(source, mask, values, n);
            Assert.Equal(logSumExp, values);
            SoftMath.MaskedArgMaxRows<T>(source, mask, indices, n);
            Assert.Equal(argMax, indices);
            if (n <= 64)
            {
                SoftMath.MaskedSoftmaxRows<T>(source, bits, results, n);
                Assert.Equal(softmax, results);
                SoftMath.MaskedLogSoftmaxRows<T>(source, bits, results, n);
                Assert.Equal(logSoftmax, results);
                SoftMath.MaskedLogSumExpRows<T>(source, bits, values, n);
                Assert.Equal(logSumExp, values);
                SoftMath.MaskedArgMaxRows<T>(source, bits, indices, n);
                Assert.Equal(argMax, indices);

                // The first row's mask for all rows.
                SoftMath.MaskedSoftmaxRows<T>(source, bits[0], results, n);
                SoftMath.MaskedSoftmaxRows<T>(source, mask.AsSpan(0, n), softmax, n);
                Assert.Equal(softmax, results);
            }
        }
    }
}
