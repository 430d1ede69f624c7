using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SoftKernels.Kernels.Tests.Golden;

namespace SoftKernels.Kernels.Tests.Rows;

/// <summary>A row of few different values, its levels: so an oracle of any precision judges as many values as there are.</summary>
internal sealed record LongRow<T>(string Name, T[] Levels, int[] LevelAt)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Row<T>? _row;

    public Row<T> Row => _row ??= new(Name, [.. LevelAt.Select(level => Levels[level])]);

    /// <summary>How often each level occurs: at least once.</summary>
    public int[] Counts()
    {
        var counts = new int[Levels.Length];
        foreach (var level in LevelAt)
        {
            counts[level]++;
        }

        return counts;
    }
}

/// <summary>
/// Rows of more values than one exact total holds, with the same bits on every machine: equal values, ties, and sums of which every
/// rounding goes the same way.
/// </summary>
internal static class LongRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The last row that one total holds, one value more, whole totals, and a part that is left over.</summary>
    public static readonly int[] Lengths = [65_536, 65_537, 131_072, 200_000];

    /// <summary>46 totals, of which the last is not full.</summary>
    public const int Millions = 3_000_000;

    private const int Spread = 256;

    private static readonly bool IsSingle = typeof(T) == typeof(float);

    // Where e^-x turns subnormal, and where nothing is left of it.
    private static readonly double Fading = IsSingle ? 87 : 708;
    private static readonly double Gone = IsSingle ? 104 : 746;

    private static readonly (string Name, Func<SplitMix, double[]> Levels, Pick Pick)[] Kinds =
    [
        ("all equal", _ => [1.5], One),
        ("all equal, shifted", _ => [30_000.25], One),
        ("ties", _ => [-3, -1.5, 0, 1.5, 3], Any),
        ("one maximum, the others equal", _ => [0, -0.3125], OneOfTheFirst),
        ("one maximum, the others equal and far", _ => [0.1, -17.7], OneOfTheFirst),
        ("one maximum, the others subnormal", random => [0, .. Uniform(random, -Gone, -Fading)], OneOfTheFirst),
        ("two maxima apart", random => [4, .. Uniform(random, -20, -10)], TwoOfTheFirst),
        ("log-sum-exp near 0", random => [.. Uniform(random, -0.125, 0.125).Select(x => x - 11.25)], Any),
        ("bell", random => [.. Enumerable.Range(0, Spread).Select(_ => 3 * random.NextBell())], Any),
        ("uniform", random => Uniform(random, -80, 0), Any),
        ("uniform, shifted", random => [.. Uniform(random, -80, 0).Select(x => x - 50_000)], Any),
        ("masked", random => [double.NegativeInfinity, .. Uniform(random, -4, 4)], HalfOfTheFirst),
    ];

    private static readonly string[] KindsOfMillions = ["all equal", "one maximum, the others equal", "bell", "masked"];

    private delegate int Pick(SplitMix random, int place, int length, int levels);

    public static IEnumerable<LongRow<T>> All => Lengths.SelectMany(Of).Concat(OfMillions);

    /// <summary>One of each kind.</summary>
    public static IEnumerable<LongRow<T>> Of(int length) => Kinds.Select((_, kind) => Draw(kind, length));

    /// <summary>Of few kinds, because of the time they take.</summary>
    public static IEnumerable<LongRow<T>> OfMillions =>
        Enumerable.Range(0, Kinds.Length).Where(kind => KindsOfMillions.Contains(Kinds[kind].Name)).Select(kind => Draw(kind, Millions));

    private static LongRow<T> Draw(int kind, int length)
    {
        var (name, levels, pick) = Kinds[kind];
        var random = new SplitMix(((ulong)length << 32) + (ulong)kind);
        T[] distinct = [.. levels(random).Select(T.CreateSaturating).Distinct()];
        var places = new int[length];
        for (var place = 0; place < length; place++)
        {
            places[place] = pick(random, place, length, distinct.Length);
        }

        return new(name, distinct, places);
    }

    private static double[] Uniform(SplitMix random, double low, double high) =>
        [.. Enumerable.Range(0, Spread).Select(_ => low + (high - low) * random.NextUnit())];

    private static int One(SplitMix random, int place, int length, int levels) => 0;

    private static int Any(SplitMix random, int place, int length, int levels) => random.NextBelow(levels);

    private static int OneOfTheFirst(SplitMix random, int place, int length, int levels) =>
        place == length / 3 ? 0 : 1 + random.NextBelow(levels - 1);

    /// <summary>At the ends of the row, so in its first total and in its last.</summary>
    private static int TwoOfTheFirst(SplitMix random, int place, int length, int levels) =>
        place == 0 || place == length - 1 ? 0 : 1 + random.NextBelow(levels - 1);

    private static int HalfOfTheFirst(SplitMix random, int place, int length, int levels) =>
        random.NextBelow(2) == 0 ? 0 : 1 + random.NextBelow(levels - 1);
}
