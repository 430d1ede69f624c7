using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Lengths, overlaps and element types of <c>SoftMath.X&lt;T&gt;</c>: one line an element type.</summary>
public sealed class HalfContractTests : GenericContract<Half>;

public sealed class NFloatContractTests : GenericContract<NFloat>;

public sealed class SingleContractTests : GenericContract<float>;

public sealed class DoubleContractTests : GenericContract<double>;

[On(Hardware.Every)]
public abstract class GenericContract<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Lengths = [1, 2, 3, 10, 33, 257];

    private static readonly (string Name, string Results, Fill Run)[] Fills =
    [
        ("Softmax", "probabilities", static (values, results) => SoftMath.Softmax(values, results)),
        ("LogSoftmax", "logProbabilities", static (values, results) => SoftMath.LogSoftmax(values, results)),
        ("HardMax", "oneHot", static (values, results) => SoftMath.HardMax(values, results)),
    ];

    private protected delegate void Fill(ReadOnlySpan<T> values, Span<T> results);

    [Fact]
    public void A_destination_is_as_long_as_the_source()
    {
        foreach (var (name, parameter, fill) in Fills)
        {
            foreach (var n in Lengths.Prepend(0))
            {
                foreach (var given in new[] { 0, n - 1, n + 1, 2 * n }.Where(given => given >= 0 && given != n))
                {
                    var results = Untouched(given);
                    Refusal.AssertLength(() => fill(Values(n), results), $"{name} of {n} into {given}", parameter, given, n);
                    Assert.Equal(Untouched(given), results);
                }
            }
        }
    }

    [Fact]
    public void A_partial_overlap_is_refused()
    {
        foreach (var (name, parameter, fill) in Fills)
        {
            foreach (var n in Lengths)
            {
                foreach (var distance in new[] { 1, -1, n / 2, -n / 2, n - 1, 1 - n }.Where(distance => distance != 0 && Math.Abs(distance) < n))
                {
                    var buffer = Untouched(n + Math.Abs(distance));
                    Refusal.AssertOverlap(
                        () => fill(buffer.AsSpan(Math.Max(0, -distance), n), buffer.AsSpan(Math.Max(0, distance), n)),
                        $"{name} of {n}, results {distance} elements after the values",
                        parameter,
                        distance);
                    Assert.Equal(Untouched(buffer.Length), buffer);
                }
            }
        }
    }

    [Fact]
    public void Results_at_the_values_or_touching_them_are_right()
    {
        foreach (var (_, _, fill) in Fills)
        {
            foreach (var n in Lengths)
            {
                var expected = new T[n];
                fill(Values(n), expected);
                foreach (var distance in new[] { 0, n, -n })
                {
                    var buffer = new T[n + Math.Abs(distance)];
                    Values(n).CopyTo(buffer, Math.Max(0, -distance));
                    fill(buffer.AsSpan(Math.Max(0, -distance), n), buffer.AsSpan(Math.Max(0, distance), n));
                    Assert.Equal(expected, buffer.AsSpan(Math.Max(0, distance), n));
                }
            }
        }
    }

    [Fact]
    public void No_values_have_no_results_and_no_maximum()
    {
        foreach (var (_, _, fill) in Fills)
        {
            var buffer = Untouched(2);
            fill(buffer.AsSpan(1, 0), buffer.AsSpan(1, 0));
            Assert.Equal(Untouched(2), buffer);
        }

        Assert.Equal(T.NegativeInfinity, SoftMath.LogSumExp<T>([]));
        Assert.Equal(-1, SoftMath.ArgMax<T>([]));
        Refusal.AssertEmpty(() => SoftMath.Max<T>([]), "the maximum of no values", "values");
    }

    private static T[] Values(int n) => Distributions<T>.Ordinary.Row(n, 1).Values;

    private static T[] Untouched(int n) => [.. Enumerable.Repeat(T.CreateChecked(-123), n)];
}

/// <summary>What SoftMath says of a type wider than double, which nothing of the framework is.</summary>
[On(Hardware.Any)]
public sealed class WideTypeTests
{
    [Theory]
    [InlineData(nameof(Calls<>.Softmax))]
    [InlineData(nameof(Calls<>.LogSoftmax))]
    [InlineData(nameof(Calls<>.LogSumExp))]
    [InlineData(nameof(Calls<>.Max))]
    [InlineData(nameof(Calls<>.ArgMax))]
    [InlineData(nameof(Calls<>.HardMax))]
    [InlineData(nameof(Calls<>.SoftmaxLogSumExp))]
    [InlineData(nameof(Calls<>.ArgMaxAndProbability))]
    public void A_type_wider_than_double_is_not_supported(string operation)
    {
        var wide = WideFloat.Emit(bytes: 16);
        var call = typeof(Calls<>).MakeGenericType(wide).GetMethod(operation, BindingFlags.Static | BindingFlags.Public)!;

        var thrown = Assert.Throws<NotSupportedException>(() => call.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null));

        Assert.Equal($"{wide} is wider than double: SoftMath computes in float or double. Convert the values first.", thrown.Message);
    }

    private static class Calls<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Softmax() => SoftMath.Softmax<T>(new T[1], new T[1]);

        public static void LogSoftmax() => SoftMath.LogSoftmax<T>(new T[1], new T[1]);

        public static void LogSumExp() => SoftMath.LogSumExp<T>(new T[1]);

        public static void Max() => SoftMath.Max<T>(new T[1]);

        public static void ArgMax() => SoftMath.ArgMax<T>(new T[1]);

        public static void HardMax() => SoftMath.HardMax<T>(new T[1], new T[1]);

        public static void SoftmaxLogSumExp() => SoftMath.SoftmaxLogSumExp<T>(new T[1], new T[1]);

        public static void ArgMaxAndProbability() => SoftMath.ArgMax<T>(new T[1], out _);
    }
}
