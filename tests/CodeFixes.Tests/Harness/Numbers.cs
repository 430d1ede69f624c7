using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>The numbers in whatever holds them.</summary>
internal static class Numbers
{
    public static IEnumerable<double> Of(object? values) => values switch
    {
        null or Random => [],
        Half half => [(double)half],
        IConvertible value => [value.ToDouble(CultureInfo.InvariantCulture)],
        IEnumerable sequence => [.. sequence.Cast<object?>().SelectMany(Of)],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).SelectMany(place => Of(tuple[place]))],
        _ => throw new ArgumentException($"Nothing is known of {values.GetType()}.", nameof(values)),
    };

    public static string Text(object? values) => string.Join(" ", Of(values).Select(value => value.ToString("g6", CultureInfo.InvariantCulture)));

    public static bool AreClose(object? one, object? other, double tolerance)
    {
        double[] expected = [.. Of(one)];
        double[] actual = [.. Of(other)];
        return expected.Length == actual.Length
            && expected.Zip(actual).All(pair => pair.First.Equals(pair.Second) || double.IsFinite(pair.First) && Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.First)));
    }
}

/// <summary>That different numbers are told apart.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData(new double[] { 1, 2 }, new double[] { 1, 2.1 })]
    [InlineData(new double[] { 1, 2 }, new double[] { 1 })]
    [InlineData(new double[] { double.NaN }, new double[] { 1 })]
    [InlineData(new double[] { double.NegativeInfinity }, new double[] { 0 })]
    public void What_differs_is_seen(double[] one, double[] other) => Assert.False(Numbers.AreClose(one, other, 0.01));

    [Fact]
    public void What_is_equal_in_another_shape_is_equal() => Assert.True(Numbers.AreClose(new List<object> { 1f, (2, 3.0) }, new double[] { 1, 2, 3 }, 0.01));
}
