using System;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>The exponential of every float from −110 to 0, seen through rows of two: [0, x].</summary>
public sealed class ExponentialTests
{
    private static readonly uint First = BitConverter.SingleToUInt32Bits(-0f);
    private static readonly uint Last = BitConverter.SingleToUInt32Bits(-110f);

    [Fact]
    public void A_stride_of_floats_holds_the_bounds() => AssertBounds(stride: 1009);

    [Fact(Explicit = true)]
    public void Every_float_holds_the_bounds() => AssertBounds(stride: 1);

    private static void AssertBounds(uint stride)
    {
        Worst<float> softmax = new("softmax, ULP"), logSoftmax = new("log-softmax, ULP"), logSumExp = new("log-sum-exp, ULP");
        Parallel.For(0, (Last - First) / stride + 1, step =>
        {
            var x = BitConverter.UInt32BitsToSingle(First + (uint)step * stride);
            ReadOnlySpan<float> pair = [0, x];
            Span<float> results = stackalloc float[2];
            var weight = Math.Exp(x);
            var log = SingleOracle.Log1P(weight);

            SoftMath.Softmax(pair, results);
            See(softmax, results[0], 1 / (1 + weight), x, 0);
            See(softmax, results[1], weight / (1 + weight), x, 1);

            SoftMath.LogSoftmax(pair, results);
            See(logSoftmax, results[0], -log, x, 0);
            See(logSoftmax, results[1], x - log, x, 1);

            See(logSumExp, SoftMath.LogSumExp(pair), log, x, 0);
        });

        softmax.AssertAtMost(4);
        logSoftmax.AssertAtMost(4);
        logSumExp.AssertAtMost(4);
    }

    private static void See(Worst<float> worst, float actual, double exact, float x, int index)
    {
        var reference = Reference.Of(exact);
        worst.See(Ulp<float>.Error(actual, reference), actual, reference, "SoftMath", new Row<float>("pair", [0, x]), index);
    }
}
