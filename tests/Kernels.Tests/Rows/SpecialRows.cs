using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>Rows with something other than ordinary numbers in them, at the first, a middle and the last place.</summary>
internal static class SpecialRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Largest = T.BitDecrement(T.PositiveInfinity);
    private static readonly T Huge = T.CreateSaturating(1e30);

    public static IEnumerable<Row<T>> All(int n) =>
        [.. NaN(n), .. PositiveInfinity(n), .. NegativeInfinity(n), AllNegativeInfinity(n), .. Finite(n)];

    public static IEnumerable<Row<T>> NaN(int n)
    {
        // A NaN must win over every other special value, whatever its sign and payload.
        foreach (var (name, nan) in new[] { ("NaN", T.NaN), ("-NaN", -T.NaN), ("infinity - infinity", T.PositiveInfinity - T.PositiveInfinity) })
        {
            yield return new($"all {name}", Filled(n, nan));
            foreach (var place in Places(n))
            {
                yield return With(Ordinary(n), $"{name} at {place}", (place, nan));
                yield return With(Filled(n, T.NegativeInfinity), $"-infinity, {name} at {place}", (place, nan));
                yield return With(Filled(n, T.PositiveInfinity), $"+infinity, {name} at {place}", (place, nan));
            }
        }

        if (n > 2)
        {
            yield return With(Ordinary(n), "NaN, +infinity, -infinity", (n / 2, T.NaN), (0, T.PositiveInfinity), (n - 1, T.NegativeInfinity));
            yield return With(Ordinary(n), "+infinity, -infinity, NaN", (n - 1, T.NaN), (n / 2, T.PositiveInfinity), (0, T.NegativeInfinity));
        }
    }

    public static IEnumerable<Row<T>> PositiveInfinity(int n)
    {
        yield return new("all +infinity", Filled(n, T.PositiveInfinity));
        foreach (var place in Places(n))
        {
            yield return With(Ordinary(n), $"+infinity at {place}", (place, T.PositiveInfinity));
            yield return With(Filled(n, Largest), $"MaxValue, +infinity at {place}", (place, T.PositiveInfinity));
            yield return With(Filled(n, T.NegativeInfinity), $"-infinity, +infinity at {place}", (place, T.PositiveInfinity));
        }

        if (n > 2)
        {
            yield return With(Ordinary(n), "two +infinity", (0, T.PositiveInfinity), (n - 1, T.PositiveInfinity));
            yield return new("every third +infinity", [.. Ordinary(n).Select((x, i) => i % 3 == 2 ? T.PositiveInfinity : x)]);
        }
    }

    public static IEnumerable<Row<T>> NegativeInfinity(int n)
    {
        if (n == 1)
        {
            yield break;
        }

        foreach (var place in Places(n))
        {
            yield return With(Ordinary(n), $"-infinity at {place}", (place, T.NegativeInfinity));
            foreach (var alone in new[] { T.CreateSaturating(-1.25), T.CreateSaturating(-4096), T.Zero, T.NegativeZero, Largest, -Largest, -Huge })
            {
                yield return With(Filled(n, T.NegativeInfinity), $"-infinity but for {place}", (place, alone));
            }
        }

        yield return new("every other -infinity", [.. Ordinary(n).Select((x, i) => i % 2 == 0 ? T.NegativeInfinity : x)]);
    }

    public static Row<T> AllNegativeInfinity(int n) => new("all -infinity", Filled(n, T.NegativeInfinity));

    public static IEnumerable<Row<T>> Finite(int n) => [.. Huges(n), .. TiesAndZeros(n), .. Subnormals(n)];

    public static IEnumerable<Row<T>> Huges(int n)
    {
        foreach (var huge in new[] { Largest, Huge })
        {
            yield return new($"all {huge}", Filled(n, huge));
            yield return new($"all {-huge}", Filled(n, -huge));
            yield return new($"±{huge} by turns", [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? huge : -huge)]);
            foreach (var place in Places(n))
            {
                yield return With(Ordinary(n), $"{huge} at {place}", (place, huge));
                yield return With(Ordinary(n), $"{-huge} at {place}", (place, -huge));
                yield return With(Filled(n, -huge), $"{-huge}, {huge} at {place}", (place, huge));
            }
        }
    }

    public static IEnumerable<Row<T>> TiesAndZeros(int n)
    {
        yield return new("all +0", Filled(n, T.Zero));
        yield return new("all -0", Filled(n, T.NegativeZero));
        yield return new("-0, +0 by turns", [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? T.NegativeZero : T.Zero)]);
        yield return new("ties", [.. Enumerable.Range(0, n).Select(i => T.CreateSaturating(i * 7 % 3))]);
        yield return With([.. Enumerable.Range(1, n).Select(i => T.CreateSaturating(i - n))], "rising to -0", (n - 1, T.NegativeZero));
        foreach (var place in Places(n))
        {
            yield return With(Filled(n, T.CreateSaturating(-200)), $"-200, -0 at {place}", (place, T.NegativeZero));
            yield return With(Filled(n, T.CreateSaturating(-2000)), $"-2000, +0 at {place}", (place, T.Zero));
        }
    }

    public static IEnumerable<Row<T>> Subnormals(int n)
    {
        foreach (var tiny in new[] { T.Epsilon, -T.Epsilon })
        {
            yield return new($"all {tiny}", Filled(n, tiny));
            foreach (var place in Places(n))
            {
                yield return With(Filled(n, T.NegativeZero), $"-0, {tiny} at {place}", (place, tiny));
                yield return With(Filled(n, T.CreateSaturating(-2000)), $"-2000, {tiny} at {place}", (place, tiny));
            }
        }
    }

    private static IEnumerable<int> Places(int n) => new[] { 0, n / 2, n - 1 }.Distinct();

    private static T[] Ordinary(int n) => [.. Enumerable.Range(0, n).Select(i => T.CreateSaturating(i * 37 % 11 / 4.0 - 1))];

    private static T[] Filled(int n, T value) => [.. Enumerable.Repeat(value, n)];

    private static Row<T> With(T[] values, string name, params ReadOnlySpan<(int Place, T Value)> changes)
    {
        foreach (var (place, value) in changes)
        {
            values[place] = value;
        }

        return new(name, values);
    }
}
