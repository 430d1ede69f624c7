using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>SoftMath for element types that no kernel is generated for.</summary>
[On(Hardware.Every)]
public sealed class GenericTests
{
    /// <summary>Half a unit, and what the float was off.</summary>
    private const double RoundedOnce = 0.501;

    private static readonly int[] Lengths = [1, 2, 3, 7, 10, 16, 33, 100, 257, 1000];

    [Fact]
    public void What_is_too_small_for_the_type_is_plus_zero()
    {
        var results = new Half[2];
        SoftMath.LogSoftmax<Half>([(Half)0, (Half)(-20)], results);
        Assert.Equal(0, BitConverter.HalfToUInt16Bits(results[0]));
        Assert.Equal((Half)(-20), results[1]);

        SoftMath.Softmax<Half>([(Half)0, (Half)(-20)], results);
        Assert.Equal([(Half)1, (Half)0], results);
        Assert.Equal(0, BitConverter.HalfToUInt16Bits(results[1]));

        Assert.Equal(0, BitConverter.HalfToUInt16Bits(SoftMath.Max<Half>([Half.NegativeZero, (Half)(-1)])));
        Assert.Equal(0, BitConverter.HalfToUInt16Bits(SoftMath.LogSumExp<Half>([Half.NegativeZero])));
        Assert.Equal(0, BitConverter.HalfToUInt16Bits(SoftMath.LogSumExp<Half>([(Half)(-0.69336f), (Half)(-0.69287f)])) & 0x8000);
    }

    [Fact]
    public void Half_keeps_the_bounds()
    {
        IOracle<float> oracle = new SingleOracle();
        Worst<Half> softmax = new("softmax of Half, ULP"), logSoftmax = new("log-softmax of Half, ULP"), logSumExp = new("log-sum-exp of Half, ULP");
        foreach (var row in Lengths.SelectMany(n => Distributions<Half>.All.SelectMany(distribution => distribution.Rows(n, 20))))
        {
            if (!row.Values.All(Half.IsFinite))
            {
                continue;
            }

            var exact = oracle.Evaluate([.. row.Values.Select(x => (float)x)]);
            var results = new Half[row.Values.Length];
            SoftMath.Softmax<Half>(row.Values, results);
            See(softmax, results, exact.Softmax, row);
            SoftMath.LogSoftmax<Half>(row.Values, results);
            See(logSoftmax, results, exact.LogSoftmax, row);

            var y = SoftMath.LogSumExp<Half>(row.Values);
            logSumExp.See(Ulp<Half>.Error(y, exact.LogSumExp, (double)row.Values.Max()), y, exact.LogSumExp, "SoftMath.LogSumExp", row, 0);
        }

        softmax.AssertAtMost(RoundedOnce);
        logSoftmax.AssertAtMost(RoundedOnce);
        logSumExp.AssertAtMost(RoundedOnce);
    }

    [Fact]
    public void Half_knows_the_special_values() => KnowsTheSpecialValues<Half>();

    [Fact]
    public void NFloat_knows_the_special_values() => KnowsTheSpecialValues<NFloat>();

    [Fact]
    public void NFloat_gives_the_bits_of_the_type_that_it_is()
    {
        Assert.SkipUnless(NFloat.Size == sizeof(double), "NFloat is a float here.");

        foreach (var row in Lengths.SelectMany(n => Distributions<double>.All.SelectMany(distribution => distribution.Rows(n, 2))))
        {
            NFloat[] values = [.. row.Values.Select(x => (NFloat)x)];
            var expected = new double[row.Values.Length];
            var actual = new NFloat[values.Length];

            SoftMath.Softmax(row.Values, expected);
            SoftMath.Softmax<NFloat>(values, actual);
            Assert.Equal(expected, actual.Select(x => x.Value));

            SoftMath.LogSoftmax(row.Values, expected);
            SoftMath.LogSoftmax<NFloat>(values, actual);
            Assert.Equal(expected, actual.Select(x => x.Value));

            Assert.Equal(SoftMath.LogSumExp(row.Values), SoftMath.LogSumExp<NFloat>(values).Value);
        }
    }

    [Fact]
    public void Float_through_the_generic_method_gives_the_same_bits()
    {
        foreach (var row in Lengths.SelectMany(n => Distributions<float>.All.SelectMany(distribution => distribution.Rows(n, 2))))
        {
            float[] expected = new float[row.Values.Length], actual = new float[row.Values.Length];
            SoftMath.Softmax(row.Values, expected);
            SoftMath.Softmax<float>(row.Values, actual);
            Assert.Equal(expected, actual);
            Assert.Equal(SoftMath.LogSumExp(row.Values), SoftMath.LogSumExp<float>(row.Values));
        }
    }

    [Fact]
    public void Half_allocates_nothing()
    {
        foreach (var n in Lengths)
        {
            Half[] row = new Half[n], results = new Half[n];
            var allocated = Allocations.Least(() =>
            {
                SoftMath.Softmax<Half>(row, results);
                SoftMath.LogSoftmax<Half>(row, results);
                SoftMath.HardMax<Half>(row, results);
                SoftMath.LogSumExp<Half>(row);
                SoftMath.Max<Half>(row);
                SoftMath.ArgMax<Half>(row);
            });
            Assert.True(allocated == 0, $"A row of {n} allocated {allocated} bytes.");
        }
    }

    private static void KnowsTheSpecialValues<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var n in Lengths)
        {
            foreach (var row in SpecialRows<T>.NaN(n))
            {
                Check(row, T.NaN, T.NaN, Array.FindIndex(row.Values, T.IsNaN), _ => T.NaN);
            }

            foreach (var row in SpecialRows<T>.PositiveInfinity(n))
            {
                var share = T.One / T.CreateChecked(row.Values.Count(T.IsPositiveInfinity));
                Check(row, T.PositiveInfinity, T.PositiveInfinity, Array.FindIndex(row.Values, T.IsPositiveInfinity), x => T.IsPositiveInfinity(x) ? share : T.Zero);
            }

            Check(SpecialRows<T>.AllNegativeInfinity(n), T.NegativeInfinity, T.NegativeInfinity, 0, _ => T.Zero);
        }

        Assert.Equal(-1, SoftMath.ArgMax<T>([]));
        Assert.Equal(T.NegativeInfinity, SoftMath.LogSumExp<T>([]));
        Assert.Throws<ArgumentException>(() => SoftMath.Max<T>([]));
    }

    private static void Check<T>(Row<T> row, T logSumExp, T max, int argMax, Func<T, T> softmax)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var results = new T[row.Values.Length];
        SoftMath.Softmax<T>(row.Values, results);
        Assert.Equal(row.Values.Select(softmax), results);
        SoftMath.HardMax<T>(row.Values, results);
        Assert.Equal(row.Values.Select((_, i) => T.IsNaN(max) ? T.NaN : i == argMax ? T.One : T.Zero), results);
        Assert.Equal(logSumExp, SoftMath.LogSumExp<T>(row.Values));
        Assert.Equal(max, SoftMath.Max<T>(row.Values));
        Assert.Equal(argMax, SoftMath.ArgMax<T>(row.Values));
    }

    private static void See(Worst<Half> worst, Half[] actual, Reference[] exact, Row<Half> row)
    {
        for (var i = 0; i < actual.Length; i++)
        {
            worst.See(Ulp<Half>.Error(actual[i], exact[i]), actual[i], exact[i], "SoftMath", row, i);
        }
    }
}
