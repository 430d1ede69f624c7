using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>Inputs that tell a good kernel from a careless one.</summary>
internal static class Distributions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly bool IsSingle = typeof(T) == typeof(float);
    private static readonly double MaxValue = double.CreateChecked(T.BitDecrement(T.PositiveInfinity));
    private static readonly double MinNormal = IsSingle ? Math.ScaleB(1, -126) : Math.ScaleB(1, -1022);

    // Where e^-x turns subnormal, and where nothing is left of it.
    private static readonly double Fading = IsSingle ? 87 : 708;
    private static readonly double Gone = IsSingle ? 104 : 746;

    // Rows at and around the places where a kernel may change its way of working: the shift's threshold, the limits of an
    // unshifted exponent, the integers that a conversion still holds.
    private static readonly double[] Offsets =
        [IsSingle ? 208 : 1500, 1e3, 1e5, 1e30, 13_000, 20_000 * Math.Log(2), 20_000, 32_768 * Math.Log(2), 32_768, 1 << 22];

    public static Distribution<T> Ordinary { get; } = Normal(3);

    public static Distribution<T> Ties { get; } = new("ties", (random, _) => _ => random.Next(-2, 3) * 1.5);

    public static Distribution<T> Extremes { get; } =
        new("extremes", (random, _) => _ => random.Next(-1, 2) * (random.Next(2) == 0 ? MaxValue : 1e30));

    public static IReadOnlyList<Distribution<T>> All { get; } =
    [
        Ordinary,
        Ties,
        Extremes,
        Normal(1e-3),
        Normal(1),
        Normal(20),
        Uniform(-80, 0),
        Uniform(-100, 100),
        Uniform(-Gone, 0),
        Uniform(-10 * Gone, 10 * Gone),
        .. Offsets.SelectMany(offset => new[] { Around(offset), Around(-offset) }),
        new("near ±2^k", (random, _) =>
        {
            var center = (random.Next(2) == 0 ? 1 : -1) * Math.ScaleB(1, random.Next(60));
            return _ => Near(random, center);
        }),
        new("near -log n", (random, n) => _ => -Math.Log(n) + 1e-3 * Gaussian(random)),
        new("sum nearer 0 than its maximum", (random, n) =>
        {
            var max = -random.NextDouble() / 2;
            return i => i == 0 ? max : max - Math.Log(n / 2.0) - 3 * random.NextDouble();
        }),
        new("all -log n", (_, n) => _ => -Math.Log(n)),
        new("two levels", (random, _) =>
        {
            var gap = random.Next(120 * 64) / 64.0;
            return _ => random.Next(2) == 0 ? 0 : -gap;
        }),
        Dominant("one dominant, many tiny", -Fading, -20),
        Dominant("subnormal results", -Gone, -Fading),
        new("one dominant at -log1p(rest)", (random, n) =>
        {
            var rest = random.NextDouble() * 10 / n;
            return i => i == 0 ? -Math.Log(1 + rest * (n - 1)) : -Math.Log(1 + rest * (n - 1)) + Math.Log(rest);
        }),
        new("all equal", (random, _) =>
        {
            var value = 50 * Gaussian(random);
            return _ => value;
        }),
        new("subnormal inputs", (random, _) => _ => (2 * random.NextDouble() - 1) * MinNormal),
        new("every magnitude", (random, _) => _ => (2 * random.NextDouble() - 1) * Math.Pow(MaxValue, 2 * random.NextDouble() - 1)),
    ];

    private static Distribution<T> Normal(double sigma) => new($"normal, σ {sigma}", (random, _) => _ => sigma * Gaussian(random));

    private static Distribution<T> Uniform(double low, double high) =>
        new($"uniform {low} … {high}", (random, _) => _ => low + (high - low) * random.NextDouble());

    private static Distribution<T> Around(double center) => new($"near {center}", (random, _) => _ => Near(random, center));

    private static Distribution<T> Dominant(string name, double low, double high) => new(name, (random, n) =>
    {
        var winner = random.Next(n);
        var level = Gaussian(random);
        return i => level + (i == winner ? 0 : low + (high - low) * random.NextDouble());
    });

    /// <summary>A few units away, or a few neighbours away where units are too small to be seen.</summary>
    private static double Near(Random random, double center)
    {
        var value = T.CreateSaturating(center);
        var neighbour = double.CreateChecked(T.BitIncrement(value) - value);
        return center + Gaussian(random) * Math.Max(3, 4 * neighbour);
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
