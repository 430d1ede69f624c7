using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>A named draw of one row: from its generator and its length, the value at each place.</summary>
internal delegate Func<int, double> Draw(SplitMix random, int n);

/// <summary>
/// The inputs of the golden file, with the same bits on every machine: made of sums and products only, because the last bits of a
/// logarithm or a cosine differ between C runtimes.
/// </summary>
internal static class GoldenRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int SmallSize = 129;
    private const int LargeSize = 4096;

    private static readonly bool IsSingle = typeof(T) == typeof(float);
    private static readonly double MinNormal = Math.ScaleB(1, IsSingle ? -126 : -1022);
    private static readonly double Epsilon = Math.ScaleB(1, IsSingle ? -23 : -52);

    // Where e^-x turns subnormal, and where nothing is left of it.
    private static readonly double Fading = IsSingle ? 87 : 708;
    private static readonly double Gone = IsSingle ? 104 : 746;

    private static readonly double[] Spreads = [1.0 / 1024, 1, 4, 16, 64];

    // Where a shift, an exponent or a conversion may begin to work differently.
    private static readonly double[] Offsets = [208, 1500, 8192, 13_000, 32_768, 1e5, 1e30];

    private static readonly (string Name, Draw Draw)[] Hostile =
    [
        .. Offsets.SelectMany(offset => new[] { Around(offset), Around(-offset) }),
        ("ties", (random, _) => _ => 1.5 * random.NextBelow(5) - 3),
        ("all equal", (random, _) => Always(32 * random.NextBell())),
        ("two levels", TwoLevels),
        ("one dominant, many tiny", Dominant(-Fading, -20)),
        ("subnormal results", Dominant(-Gone, -Fading)),
        ("uniform", (random, _) => _ => 200 * random.NextUnit() - 100),
        ("subnormal inputs", (random, _) => _ => (2 * random.NextUnit() - 1) * MinNormal),
        ("log-sum-exp near 0", Cancelling),
        ("every magnitude", (random, _) => _ => AnyFinite(random.NextBits())),
    ];

    public static IEnumerable<(string Name, Row<T>[] Rows)> Groups(int n)
    {
        // Short rows are worked on side by side: enough of them to fill the widest register twice.
        var ordinaryRounds = n <= SmallSize ? 7 : 1;
        var stride = n <= LargeSize ? 1 : 4;
        yield return ("ordinary", [.. Enumerable.Range(0, ordinaryRounds).SelectMany(round => Spreads.Select((spread, i) => Ordinary(n, spread, (round * Spreads.Length) + i)))]);
        yield return ("hostile", [.. Hostile.Select((kind, i) => (kind, i)).Where(row => row.i % stride == 0).Select(row => Drawn(row.kind.Name, row.kind.Draw, n, row.i))]);
        yield return ("special", [.. SpecialRows<T>.All(n).Where((_, i) => i % (stride * stride) == 0).Select(WithOneNaN)]);
    }

    private static Row<T> Ordinary(int n, double spread, int seed) => Drawn($"spread {spread}", (random, _) => _ => spread * random.NextBell(), n, seed);

    private static Row<T> Drawn(string name, Draw draw, int n, int seed)
    {
        var value = draw(new SplitMix(((ulong)n << 32) + (ulong)seed), n);
        return new($"{name}, seed {seed}", [.. Enumerable.Range(0, n).Select(i => T.CreateSaturating(value(i)))]);
    }

    private static (string Name, Draw Draw) Around(double center)
    {
        var reach = Math.Max(2, 8 * Epsilon * Math.Abs(center));
        return ($"near {center}", (random, _) => _ => center + reach * random.NextBell());
    }

    private static Func<int, double> Always(double value) => _ => value;

    private static Func<int, double> TwoLevels(SplitMix random, int n)
    {
        var gap = random.NextBelow(120 * 64) / 64.0;
        return _ => random.NextBelow(2) == 0 ? 0 : -gap;
    }

    private static Draw Dominant(double low, double high) => (random, n) =>
    {
        var winner = random.NextBelow(n);
        return i => i == winner ? 0 : low + (high - low) * random.NextUnit();
    };

    /// <summary>2^k values near −k·log 2, the others of no weight.</summary>
    private static Func<int, double> Cancelling(SplitMix random, int n)
    {
        const double log2 = 726_817.0 / (1 << 20);
        var k = BitOperations.Log2((uint)n);
        return i => i < 1 << k ? -k * log2 + random.NextBell() / 4096 : -60;
    }

    private static double AnyFinite(ulong bits)
    {
        var value = IsSingle ? BitConverter.UInt32BitsToSingle((uint)bits) : BitConverter.UInt64BitsToDouble(bits);
        return double.IsFinite(value) ? value : 1;
    }

    // x64 and ARM64 disagree on the sign of infinity − infinity.
    private static Row<T> WithOneNaN(Row<T> row) => row with { Values = [.. row.Values.Select(x => T.IsNaN(x) ? T.NaN : x)] };
}
