using System;
using System.Linq;
using SoftKernels.Kernels.Tests.Golden;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Other types choose as the float or double does that holds each of their values; probabilities are rounded once.</summary>
[On(Hardware.Every)]
public sealed partial class HalfChoiceTests
{
    [SoftKernel(10, ElementType = typeof(Half), Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
    private static partial class Stored;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(700)]
    [InlineData(3000)]
    public void Halves_choose_as_floats_do(int size)
    {
        SplitMix random = new((ulong)size);
        foreach (var rows in size == 10 ? [0, 1, 7, 900] : new[] { 0, 1, 7 })
        {
            Half[] halves = [.. Enumerable.Range(0, rows * size).Select(_ => random.NextBelow(20) == 0 ? Half.NegativeInfinity : (Half)(random.NextBell() * 3))];
            float[] floats = [.. halves.Select(half => (float)half)];
            double[] uniforms = [.. Enumerable.Range(0, rows).Select(_ => random.NextUnit())];
            bool[] mask = [.. halves.Select(_ => random.NextBelow(3) > 0)];
            ulong[] bits = [.. Enumerable.Range(0, rows).Select(_ => random.NextBits())];
            foreach (var k in new[] { 1, 3, size }.Where(k => k <= size).Distinct())
            {
                Same(rows * k, indices => SoftMath.TopKRows(floats, indices, size), indices => SoftMath.TopKRows<Half>(halves, indices, size));
                Same(rows * k, indices => SoftMath.MaskedTopKRows(floats, mask, indices, size), indices => SoftMath.MaskedTopKRows<Half>(halves, mask, indices, size));
                Same(rows * k, (i, p) => SoftMath.TopKSoftmaxRows(floats, i, p, size), (i, p) => SoftMath.TopKSoftmaxRows<Half>(halves, i, p, size));
                Same(rows * k, (i, p) => SoftMath.SoftmaxTopKRows(floats, 0.5f, i, p, size), (i, p) => SoftMath.SoftmaxTopKRows<Half>(halves, (Half)0.5, i, p, size));
                Same(rows * k, (i, p) => SoftMath.MaskedSoftmaxTopKRows(floats, mask, i, p, size), (i, p) => SoftMath.MaskedSoftmaxTopKRows<Half>(halves, mask, i, p, size));
                if (size <= 64)
                {
                    Same(rows * k, indices => SoftMath.MaskedTopKRows(floats, bits, indices, size), indices => SoftMath.MaskedTopKRows<Half>(halves, bits, indices, size));
                    Same(rows * k, (i, p) => SoftMath.MaskedTopKSoftmaxRows(floats, bits, i, p, size), (i, p) => SoftMath.MaskedTopKSoftmaxRows<Half>(halves, bits, i, p, size));
                }
            }

            Same(rows, indices => SoftMath.SampleRows(floats, uniforms, indices, size), indices => SoftMath.SampleRows<Half>(halves, uniforms, indices, size));
            Same(rows, indices => SoftMath.SampleRows(floats, 2f, uniforms, indices, size), indices => SoftMath.SampleRows<Half>(halves, (Half)2, uniforms, indices, size));
            Same(rows, indices => SoftMath.MaskedSampleRows(floats, mask, uniforms, indices, size), indices => SoftMath.MaskedSampleRows<Half>(halves, mask, uniforms, indices, size));
        }
    }

    [Fact]
    public void Generated_methods_of_halves_are_those_of_the_library()
    {
        SplitMix random = new(9);
        Half[] halves = [.. Enumerable.Range(0, 30).Select(_ => (Half)(random.NextBell() * 3))];
        var (indices, expected, probabilities, shares) = (new int[6], new int[6], new Half[6], new Half[6]);
        Stored.TopK10Rows(halves, indices);
        SoftMath.TopKRows<Half>(halves, expected, 10);
        Assert.Equal(expected, indices);
        Stored.TopKSoftmax10Rows(halves, (Half)0.5, indices, probabilities);
        SoftMath.TopKSoftmaxRows<Half>(halves, (Half)0.5, expected, shares, 10);
        Assert.Equal(expected, indices);
        Assert.Equal(shares, probabilities);
        Assert.Equal(SoftMath.Sample<Half>(halves.AsSpan(0, 10), 0.3), Stored.Sample10(halves.AsSpan(0, 10), 0.3));
        Assert.Equal(SoftMath.MaskedSample<Half>(halves.AsSpan(0, 10), 5, 0.3), Stored.MaskedSample10(halves.AsSpan(0, 10), 5, 0.3));
    }

    private static void Same(int count, Action<int[]> ofFloats, Action<int[]> ofHalves)
    {
        var (expected, indices) = (new int[count], new int[count]);
        ofFloats(expected);
        ofHalves(indices);
        Assert.Equal(expected, indices);
    }

    private static void Same(int count, Action<int[], float[]> ofFloats, Action<int[], Half[]> ofHalves)
    {
        var (shares, halves) = (new float[count], new Half[count]);
        Same(count, indices => ofFloats(indices, shares), indices => ofHalves(indices, halves));
        Assert.Equal(shares.Select(share => (Half)share), halves);
    }
}
