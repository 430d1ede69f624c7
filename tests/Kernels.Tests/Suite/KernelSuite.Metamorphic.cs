using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using CsCheck;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class KernelSuite<T>
{
    private const long Samples = 5_000;

    /// <summary>Properties see new values each time they run. A failure tells its seed, and a run with this variable begins with it.</summary>
    private const string SeedVariable = "SOFTKERNELS_PROPERTY_SEED";

    // The forms of any length are the same methods whichever size they are found by.
    private Operation<T> Softmax => Kernels[0].Softmax;

    private Operation<T> LogSumExp => Kernels[0].LogSumExp;

    private static Gen<T[]> RowsWithin(double reach) => Gen.Double[-reach, reach].Select(T.CreateChecked).Array[1, 300];

    /// <summary>Multiples of 1/16: sums with whole numbers are exact, and different values are far apart.</summary>
    private static Gen<T[]> GridRows => Gen.Int[-800, 800].Select(i => T.CreateChecked(i) / T.CreateChecked(16)).Array[1, 300];

    [Fact]
    [On(Hardware.Any)]
    public void LogSumExp_lies_between_the_maximum_and_log_N_above() => Check(
        RowsWithin(100),
        row =>
        {
            var (max, y) = (row.Max(), SumUp(row));
            var above = double.CreateChecked(max) + Math.Log(row.Length);
            var slack = Ulp<T>.Of(Math.Max(Math.Abs(above), Math.Abs(double.CreateChecked(max))));
            return max <= y && double.CreateChecked(y) <= above + slack;
        });

    [Fact]
    [On(Hardware.Any)]
    public void An_exact_translation_moves_only_LogSumExp() => Check(
        Gen.Select(GridRows, Gen.Int[-10_000, 10_000]),
        both =>
        {
            var (row, c) = (both.Item1, T.CreateChecked(both.Item2));
            T[] moved = [.. row.Select(x => x + c)];

            // Twice the bound, since both sides may use it up.
            Assert.All(Share(row).Zip(Share(moved)), pair => AssertNear(pair.First, pair.Second, 8 * Ulp<T>.Of(double.CreateChecked(pair.First))));
            var size = Math.Max(double.CreateChecked(T.Abs(row.Max())), double.CreateChecked(T.Abs(moved.Max()))) + Math.Log(row.Length);
            AssertNear(SumUp(row) + c, SumUp(moved), 9 * Ulp<T>.Of(size));
        });

    [Fact]
    [On(Hardware.Any)]
    public void The_most_likely_is_the_maximum() => Check(
        GridRows,
        row => Array.IndexOf(row, row.Max()) is var first && Share(row) is var shares && Array.IndexOf(shares, shares.Max()) == first);

    [Fact]
    [On(Hardware.Any)]
    public void Softmax_is_the_gradient_of_LogSumExp() => Check(
        Gen.Select(RowsWithin(10), Gen.Int[0, 299]),
        both =>
        {
            var (row, i) = (both.Item1, both.Item2 % both.Item1.Length);
            var step = Math.ScaleB(1, Math.ILogB(Math.Cbrt(Ulp<T>.Epsilon)));
            T Nudged(double by) => SumUp([.. row.Select((x, j) => j == i ? x + T.CreateChecked(by) : x)]);

            var slope = double.CreateChecked(Nudged(step) - Nudged(-step)) / (2 * step);

            // The third derivative is below 1; each sum is rounded to some ulps of at most 16.
            var slack = step * step + 64 * Ulp<T>.Epsilon / step;
            AssertNear(T.CreateChecked(slope), Share(row)[i], slack);
        });

    [Fact]
    [On(Hardware.Any)]
    public void LogSumExp_of_parts_is_LogSumExp_of_the_whole() => Check(
        Gen.Select(RowsWithin(50), RowsWithin(50)),
        both =>
        {
            var (left, right) = both;
            T[] parts = [SumUp(left), SumUp(right)];
            T[] whole = [.. left, .. right];
            var size = whole.Concat(parts).Max(x => Math.Abs(double.CreateChecked(x)));
            AssertNear(SumUp(parts), SumUp(whole), 3 * 4 * Ulp<T>.Of(size));
        });

    [Fact]
    [On(Hardware.Any)]
    public void A_property_that_fails_tells_the_seed_that_fails_again()
    {
        static void Fail(string? seed, long samples) => Gen.Int[0, 1000].Sample(i => i % 7 != 3, seed: seed, iter: samples, threads: 1);

        var told = Assert.ThrowsAny<Exception>(() => Fail(null, Samples)).Message;
        var seed = Regex.Match(told, "[Ss]eed: \"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(seed);
        Assert.Contains(seed, Assert.ThrowsAny<Exception>(() => Fail(seed, 1)).Message, StringComparison.Ordinal);
    }

    private static void Check<TValue>(Gen<TValue> values, Func<TValue, bool> holds) =>
        values.Sample(holds, seed: Environment.GetEnvironmentVariable(SeedVariable), iter: Samples);

    private static void Check<TValue>(Gen<TValue> values, Action<TValue> assert) =>
        values.Sample(assert, seed: Environment.GetEnvironmentVariable(SeedVariable), iter: Samples);

    private T[] Share(T[] row)
    {
        var results = new byte[row.Length * Softmax.BytesPerResult];
        Softmax.AnyLength(row, results);
        return MemoryMarshal.Cast<byte, T>(results).ToArray();
    }

    private T SumUp(T[] row)
    {
        var result = new T[1];
        LogSumExp.AnyLength(row, MemoryMarshal.AsBytes(result.AsSpan()));
        return result[0];
    }

    private static void AssertNear(T expected, T actual, double slack)
    {
        var distance = Math.Abs(double.CreateChecked(expected) - double.CreateChecked(actual));
        Assert.True(distance <= slack, $"{Shown.Exactly(actual)} is {distance} from {Shown.Exactly(expected)}, more than {slack}.");
    }
}
