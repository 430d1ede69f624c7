using System;
using System.Threading.Tasks;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>The exponential of every float from −110 to 0, seen through rows of two: [0, x].</summary>
[On(Hardware.Every)]
public sealed class ExponentialTests
{
    private const int RowsAtOnce = 4096;

    private static readonly uint First = BitConverter.SingleToUInt32Bits(-0f);
    private static readonly uint Last = BitConverter.SingleToUInt32Bits(-110f);

    [Fact]
    public void A_stride_of_floats_holds_the_bounds() => AssertBounds(stride: 251);

    /// <summary>A minute of two cores: tests/isa.sh runs it once.</summary>
    [Fact(Explicit = true)]
    public void Every_float_holds_the_bounds() => AssertBounds(stride: 1);

    private static void AssertBounds(uint stride)
    {
        Worst<float> softmax = new("softmax, ULP"), logSoftmax = new("log-softmax, ULP"), logSumExp = new("log-sum-exp, ULP");
        var steps = (Last - First) / stride + 1;
        Parallel.For(0, (steps + RowsAtOnce - 1) / RowsAtOnce, block =>
        {
            var rows = (int)Math.Min(RowsAtOnce, steps - block * RowsAtOnce);
            float[] pairs = new float[2 * rows], shares = new float[2 * rows], logs = new float[2 * rows], sums = new float[rows];
            for (var row = 0; row < rows; row++)
            {
                pairs[2 * row + 1] = BitConverter.UInt32BitsToSingle(First + (uint)(block * RowsAtOnce + row) * stride);
            }

            SingleKernels.Softmax2Rows(pairs, shares);
            SingleKernels.LogSoftmax2Rows(pairs, logs);
            SingleKernels.LogSumExp2Rows(pairs, sums);

            Span<Seen> seen = stackalloc Seen[5];
            for (var row = 0; row < rows; row++)
            {
                var x = pairs[2 * row + 1];
                var weight = Math.Exp(x);
                var log = SingleOracle.Log1P(weight);
                seen[0].See(shares[2 * row], 1 / (1 + weight), x);
                seen[1].See(shares[2 * row + 1], weight / (1 + weight), x);
                seen[2].See(logs[2 * row], -log, x);
                seen[3].See(logs[2 * row + 1], x - log, x);
                seen[4].See(sums[row], log, x);
            }

            seen[0].Tell(softmax, 0);
            seen[1].Tell(softmax, 1);
            seen[2].Tell(logSoftmax, 0);
            seen[3].Tell(logSoftmax, 1);
            seen[4].Tell(logSumExp, 0);
        });

        Assert.Multiple(() => softmax.AssertAtMost(Bounds<float>.Softmax), () => logSoftmax.AssertAtMost(Bounds<float>.LogSoftmax), () => logSumExp.AssertAtMost(Bounds<float>.LogSumExp));
    }

    /// <summary>The worst of a block, found by a few operations a value: a thousand million of them are to be looked at.</summary>
    private struct Seen
    {
        private double _error;
        private float _actual;
        private double _exact;
        private float _x;

        public void See(float actual, double exact, float x)
        {
            // What is not below a NaN is worse than anything.
            var error = Math.Abs(actual - exact) * InverseUnit(exact);
            if (!(error <= _error) && !double.IsNaN(_error))
            {
                (_error, _actual, _exact, _x) = (error, actual, exact, x);
            }
        }

        public readonly void Tell(Worst<float> worst, int index)
        {
            var reference = Reference.Of(_exact);
            worst.See(Ulp<float>.Error(_actual, reference), _actual, reference, "SingleKernels", new Row<float>("pair", [0, _x]), index);
        }

        /// <summary>1 / ulp of a float of this size, from the exponent's bits.</summary>
        private static double InverseUnit(double exact)
        {
            const int bias = 1023, bitsBelow = 52, fraction = 23, smallest = -149;
            var binade = (int)(BitConverter.DoubleToInt64Bits(exact) >> bitsBelow & 0x7FF) - bias;
            return BitConverter.Int64BitsToDouble((long)(bias - Math.Max(binade - fraction, smallest)) << bitsBelow);
        }
    }
}
