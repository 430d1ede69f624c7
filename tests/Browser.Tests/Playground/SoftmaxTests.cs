using System.Linq;
using Playground.Softmax;
using Xunit;

namespace SoftKernels.Browser.Tests.Playground;

/// <summary>What is behind the bars and the sliders.</summary>
public class SoftmaxTests
{
    [Theory]
    [InlineData(1f)]
    [InlineData(0.07f)]
    [InlineData(10f)]
    [InlineData(0f)]
    public void The_kernels_of_the_bars_give_the_librarys_bits(float temperature)
    {
        foreach (var count in Enumerable.Range(Bars.Fewest, Bars.Most - Bars.Fewest + 1))
        {
            float[] logits = [.. new[] { 1f, 2f, 4f, 3.5f, -0.5f, 89f }.Take(count)];
            var expected = new float[count];
            SoftMath.Softmax(logits, temperature, expected);
            var shares = Shares.Of(logits, temperature);
            Assert.Equal(expected, shares.Softmax);
            Assert.Equal(SoftMath.LogSumExp(logits, temperature), shares.LogSumExp);
            Assert.Equal(logits.Max(), shares.Max);
        }
    }

    [Fact]
    public void At_temperature_0_the_soft_is_the_hard()
    {
        var shares = Shares.Of([1, 2, 4, 3.5f], 0);
        Assert.Equal(shares.OneHot, shares.Softmax);
        Assert.Equal(shares.Max, shares.LogSumExp);
    }

    [Fact]
    public void The_textbook_breaks_where_a_float_ends()
    {
        Assert.All(Textbook.Of([88, 1], 1).Quotients, share => Assert.True(float.IsFinite(share)));
        Assert.True(float.IsNaN(Textbook.Of([89, 1], 1).Quotients[0]));
        Assert.Equal("0x3F800000", Shown.Bits(Shares.Of([89, 1], 1).Softmax[0]));
    }

    [Fact]
    public void The_slider_goes_from_0_to_10_by_equal_factors()
    {
        Assert.Equal(0, TemperatureScale.At(0));
        Assert.Equal(0.01f, TemperatureScale.At(1));
        Assert.Equal(10, TemperatureScale.At(TemperatureScale.Last));
        var steps = Enumerable.Range(2, TemperatureScale.Last - 1).Select(position => TemperatureScale.At(position) / TemperatureScale.At(position - 1));
        Assert.All(steps, step => Assert.InRange(step, 1.01, 1.04));
        Assert.All([0f, 0.01f, 0.5f, 1f, 10f], temperature => Assert.InRange(TemperatureScale.At(TemperatureScale.PositionOf(temperature)), temperature * 0.98f, temperature * 1.02f));
        Assert.Equal(1, TemperatureScale.At(TemperatureScale.PositionOf(1)));
    }

    [Theory]
    [InlineData("ArrowUp", 1.1f)]
    [InlineData("ArrowLeft", 0.9f)]
    [InlineData("PageUp", 2f)]
    [InlineData("Home", -6f)]
    [InlineData("End", 6f)]
    [InlineData("a", 1f)]
    public void Keys_move_a_bar(string key, float expected) => Assert.Equal(expected, LogitScale.Near.After(key, 1));

    [Fact]
    public void A_bars_height_and_its_logit_belong_together()
    {
        foreach (var scale in new[] { LogitScale.Near, LogitScale.Far })
        {
            Assert.All(Enumerable.Range(-100, 201).Select(i => scale.Fit(i * scale.Reach / 100)), logit => Assert.Equal(logit, scale.At(scale.Of(logit))));
            Assert.Equal(scale.Reach, scale.At(-50));
            Assert.Equal(-scale.Reach, scale.At(1000));
        }
    }

    [Fact]
    public void The_soft_curve_lies_over_the_hard_one_and_on_it_at_0()
    {
        Assert.All(Curves.LogSumExp(0.5).Zip(Curves.Max()), pair => Assert.True(pair.First.Y > pair.Second.Y));
        Assert.Equal(Curves.Max(), Curves.LogSumExp(0));
        Assert.Equal((0.5, 0.5), (Curves.Softmax(0).Single(point => point.X == 0).Y, Curves.Softmax(2).Single(point => point.X == 0).Y));
        Assert.Equal("M0 10L10 0", Curves.Path([(-3, 0), (3, 1)], 10, 10, 0, 1));
    }
}
