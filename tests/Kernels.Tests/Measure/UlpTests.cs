using System;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Suite;
using Xunit;

namespace SoftKernels.Kernels.Tests.Measure;

[On(Hardware.Any)]
public sealed class UlpTests
{
    [Fact]
    public void The_unit_is_that_of_the_exact_value_on_both_sides_of_a_power_of_two()
    {
        Assert.Equal(1, Ulp<float>.Error(1.0000001f, Reference.Of(1)));
        Assert.Equal(0.5, Ulp<float>.Error(MathF.BitDecrement(1), Reference.Of(1)));
        Assert.Equal(1, Ulp<float>.Error(1, Reference.Of(MathF.BitDecrement(1))));
        Assert.Equal(1, Ulp<double>.Error(1, Reference.Of(1, -Math.ScaleB(1, -53), 0)));
        Assert.Equal(0.5, Ulp<double>.Error(1, Reference.Of(1, Math.ScaleB(1, -53), 0)));
    }

    [Fact]
    public void Subnormals_share_one_unit()
    {
        Assert.Equal(1, Ulp<float>.Error(0, Reference.Of(float.Epsilon)));
        Assert.Equal(1, Ulp<double>.Error(2 * double.Epsilon, Reference.Of(double.Epsilon)));
        Assert.Equal(0.25, Ulp<double>.Error(0, Reference.Of(1, 0, -1076)));
        Assert.Equal(0.25, Ulp<double>.Error(double.Epsilon, Reference.Of(1.25, 0, -1074)));
    }

    [Fact]
    public void Nothing_is_0_away_from_itself_and_far_from_anything_else()
    {
        Assert.Equal(0, Ulp<double>.Error(0, Reference.Zero));
        Assert.Equal(0, Ulp<double>.Error(0, Reference.Of(Math.Exp(-700), 0, -2000)));
        Assert.True(Ulp<double>.Error(1, Reference.Zero) > 1e300);
        Assert.Equal(double.PositiveInfinity, Ulp<double>.Error(double.PositiveInfinity, Reference.Zero));
        Assert.Equal(1, Ulp<float>.Error(float.Epsilon, Reference.Zero));
    }

    [Fact]
    public void A_double_reference_carries_106_bits()
    {
        var third = (BigFloat.One / new BigFloat(3, 0)).ToReference();
        Assert.Equal(1.0 / 3, third.ToDouble());
        Assert.Equal(1.0 / 3, Ulp<double>.Error(1.0 / 3, third), 1e-15);
    }

    [Fact]
    public void Infinity_is_right_beyond_the_range_and_wrong_inside()
    {
        Assert.Equal(0, Ulp<float>.Error(float.NegativeInfinity, Reference.Of(-1e39)));
        Assert.Equal(1, Ulp<float>.Error(float.PositiveInfinity, Reference.Of(float.MaxValue)));
        Assert.True(Ulp<float>.Error(float.PositiveInfinity, Reference.Of(-1e39)) > 1e6);
        Assert.True(Ulp<float>.Error(float.MaxValue, Reference.Of(1e39)) > 1e6);
        Assert.Equal(0, Ulp<double>.Error(double.PositiveInfinity, Reference.Of(1.5, 0, 1024)));
    }

    [Fact]
    public void NaN_is_never_near() => Assert.Equal(double.PositiveInfinity, Ulp<float>.Error(float.NaN, Reference.Of(1)));

    [Fact]
    public void A_larger_magnitude_makes_a_larger_unit()
    {
        Assert.Equal(1, Ulp<double>.Error(Math.ScaleB(1, -52), Reference.Zero, magnitude: 1));
        Assert.Equal(1, Ulp<double>.Error(3, Reference.Of(3 - Math.ScaleB(1, -51)), magnitude: 1));
    }
}
