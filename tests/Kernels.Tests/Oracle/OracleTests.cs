using System;
using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Suite;
using Xunit;

namespace SoftKernels.Kernels.Tests.Oracle;

/// <summary>The judges are judged by published constants, by identities and by each other.</summary>
[On(Hardware.Any)]
public sealed class OracleTests
{
    private static readonly int[] Lengths = [1, 2, 3, 10, 100];

    // 60 decimals, as mathematical tables print them.
    private const int Decimals = 60;

    [Theory]
    [InlineData(1, "2718281828459045235360287471352662497757247093699959574966967")]
    [InlineData(-1, "367879441171442321595523770161460867445811131031767834507836")]
    [InlineData(0.5, "1648721270700128146848650787814163571653776100710148011575079")]
    public void Exp_is_the_published_number(double y, string digits) => AssertDecimals(digits, BigMath.Exp(BigFloat.Of(y)));

    [Theory]
    [InlineData(1, "693147180559945309417232121458176568075500134360255254120680")]
    [InlineData(2, "1098612288668109691395245236922525704647490557822749451734694")]
    [InlineData(9, "2302585092994045684017991454684364207601101488628772976033327")]
    public void Log1P_is_the_published_number(double s, string digits) => AssertDecimals(digits, BigMath.Log1P(BigFloat.Of(s)));

    [Fact]
    public void Exp_of_log1p_is_1_plus_s_over_the_whole_range()
    {
        for (var exponent = -1000; exponent <= 16; exponent += 7)
        {
            var s = BigFloat.Of(Math.ScaleB(1.2345678901234567, exponent));
            var l = BigMath.Log1P(s);

            // Below 2^-200 the exponential has no bit left for s, and log1p(s) is s − s²/2.
            var (error, size) = exponent > -200
                ? (BigMath.Exp(l) - BigFloat.One - s, Math.Max(0, exponent))
                : (l - s + s * s / new BigFloat(2, 0), exponent);
            Assert.True(error.IsZero || error.Magnitude < size - 240, $"s = 2^{exponent}: off by 2^{error.Magnitude}");
        }
    }

    [Fact]
    public void Both_oracles_agree_on_rows_of_float()
    {
        IOracle<float> single = new SingleOracle();
        IOracle<double> exact = new DoubleOracle();
        foreach (var row in Lengths.SelectMany(n => Distributions<float>.All.SelectMany(distribution => distribution.Rows(n, 5))))
        {
            var left = single.Evaluate(row.Values);
            var right = exact.Evaluate([.. row.Values.Select(x => (double)x)]);
            for (var i = 0; i < row.Values.Length; i++)
            {
                AssertAgree(left.Softmax[i], right.Softmax[i], 0, row);
                AssertAgree(left.LogSoftmax[i], right.LogSoftmax[i], 0, row);
            }

            AssertAgree(left.LogSumExp, right.LogSumExp, row.Values.Max(), row);
        }
    }

    [Fact]
    public void A_value_that_occurs_often_is_as_many_values()
    {
        AssertCounted(new SingleOracle(), [1.5f, -2, 0.25f], [1, 3, 2]);
        AssertCounted(new SingleOracle(), [1.5f, 2, 2.25f], [4, 1, 3]);
        AssertCounted(new DoubleOracle(), [1.5, -2, 0.25], [1, 3, 2]);
        AssertCounted(new DoubleOracle(), [1.5, 2, 2.25], [4, 1, 3]);
    }

    private static void AssertCounted<T>(IOracle<T> oracle, T[] values, int[] counts)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] levels = [.. values.SelectMany((_, i) => Enumerable.Repeat(i, counts[i]))];
        var one = oracle.Evaluate(values, counts);
        var all = oracle.Evaluate([.. levels.Select(level => values[level])]);
        AssertSame(one.LogSumExp, all.LogSumExp);
        for (var i = 0; i < levels.Length; i++)
        {
            AssertSame(one.Softmax[levels[i]], all.Softmax[i]);
            AssertSame(one.LogSoftmax[levels[i]], all.LogSoftmax[i]);
        }
    }

    private static void AssertSame(Reference left, Reference right) =>
        Assert.Equal(left.ToDouble(), right.ToDouble(), 4e-16 * Math.Abs(right.ToDouble()));

    private static void AssertAgree(Reference left, Reference right, double magnitude, Row<float> row)
    {
        const double floatUlps = 1e-5;
        var error = Math.Abs(left.ToDouble() - right.ToDouble()) / Ulp<float>.Of(Math.Max(Math.Abs(right.ToDouble()), Math.Abs(magnitude)));
        Assert.True(error < floatUlps, $"{left} and {right} are {error} float ULP apart; {row}");
    }

    private static void AssertDecimals(string digits, BigFloat actual)
    {
        const int fractionBits = 250;
        var difference = actual.ToFixed(fractionBits) * BigInteger.Pow(10, Decimals) - (BigInteger.Parse(digits, null) << fractionBits);
        Assert.True(BigInteger.Abs(difference) <= BigInteger.One << fractionBits, $"{actual.ToDouble():R} is not {digits}e-{Decimals}");
    }
}
