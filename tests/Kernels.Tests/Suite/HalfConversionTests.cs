using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Half to float and back by registers, against the conversions of .NET, which take one number at a time.</summary>
[On(Hardware.Every)]
public sealed class HalfConversionTests
{
    private const int Patterns = 1 << 16;
    private const int Longest = 70;

    private static readonly int[] s_fractions = [0, 1, 0x1000, 0x1FFF, 0x2000, 0x3FFFFF, 0x400000, 0x7FFFFF];
    private static readonly int[] s_signs = [0, int.MinValue];

    private static readonly Half Untouched = (Half)(-123);

    private delegate void Widen(ReadOnlySpan<Half> values, Span<float> singles);

    private delegate void Narrow(ReadOnlySpan<float> singles, Span<Half> results);

    private static IEnumerable<(string Name, int Count, Widen Widen, Narrow Narrow)> Ways
    {
        get
        {
            yield return ("the widest", 1, Halves.ToSingles, Halves.FromSingles);
            if (Vector512.IsHardwareAccelerated)
            {
                yield return ("512 bits", HalfLanes512.Count, WidenBy<HalfLanes512>, NarrowBy<HalfLanes512>);
            }

            if (Vector256.IsHardwareAccelerated)
            {
                yield return ("256 bits", HalfLanes256.Count, WidenBy<HalfLanes256>, NarrowBy<HalfLanes256>);
            }

            if (Vector128.IsHardwareAccelerated)
            {
                yield return ("128 bits", HalfLanes128.Count, WidenBy<HalfLanes128>, NarrowBy<HalfLanes128>);
            }
        }
    }

    [Fact]
    public void Every_Half_becomes_the_float_that_it_is()
    {
        Half[] halves = [.. Enumerable.Range(0, Patterns).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))];
        foreach (var (name, _, widen, _) in Ways)
        {
            var singles = new float[Patterns];
            widen(halves, singles);
            for (var i = 0; i < Patterns; i++)
            {
                Assert.True(
                    Half.IsNaN(halves[i]) ? float.IsNaN(singles[i]) : BitConverter.SingleToInt32Bits(singles[i]) == BitConverter.SingleToInt32Bits((float)halves[i]),
                    $"{name}: 0x{i:X4} is {singles[i]:R}, not {(float)halves[i]:R}");
            }
        }
    }

    /// <summary>What is exact, what lies in the middle between neighbours, and the floats beside both.</summary>
    [Fact]
    public void A_float_is_rounded_to_the_nearest_Half_and_ties_to_even()
    {
        List<float> singles = [];
        for (var bits = 0; bits <= 0x7C00; bits++)
        {
            var value = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            var next = bits < 0x7BFF ? (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1)) : 65536;
            var middle = (value + next) / 2;
            singles.AddRange([value, MathF.BitIncrement(value), MathF.BitDecrement(value), middle, MathF.BitIncrement(middle), MathF.BitDecrement(middle)]);
        }

        AssertRounded([.. singles, .. singles.Select(value => -value)]);
    }

    [Fact]
    public void So_is_what_lies_far_beyond_and_far_below() => AssertRounded(
    [
        .. from exponent in Enumerable.Range(0, 256)
           from fraction in s_fractions
           from sign in s_signs
           select BitConverter.Int32BitsToSingle(sign | (exponent << 23) | fraction),
    ]);

    [Fact]
    public void A_stride_of_floats_is_rounded() => AssertEveryFloat(stride: 997);

    /// <summary>A minute of two cores.</summary>
    [Fact(Explicit = true)]
    public void Every_float_is_rounded() => AssertEveryFloat(stride: 1);

    [Fact]
    public void Any_number_of_values_is_converted_and_nothing_beside_them()
    {
        for (var n = 0; n <= Longest; n++)
        {
            Half[] halves = [.. Enumerable.Range(0, n).Select(i => (Half)(i - 20.5))];
            var singles = Enumerable.Repeat(-1f, n + 2).ToArray();
            Halves.ToSingles(halves, singles.AsSpan(1, n));
            Assert.Equal([-1, .. halves.Select(half => (float)half), -1], singles);

            var results = Enumerable.Repeat(Untouched, n + 2).ToArray();
            Halves.FromSingles(singles.AsSpan(1, n), results.AsSpan(1, n));
            Assert.Equal([Untouched, .. halves, Untouched], results);
        }
    }

    private static void AssertEveryFloat(uint stride)
    {
        const uint AtOnce = 1 << 16;
        var steps = uint.MaxValue / stride;
        Parallel.For(0, (steps / AtOnce) + 1, block => AssertRounded([.. Enumerable.Range(0, (int)AtOnce).Select(i => BitConverter.UInt32BitsToSingle((uint)((block * AtOnce) + i) * stride))]));
    }

    private static void AssertRounded(float[] singles)
    {
        foreach (var (name, count, _, narrow) in Ways)
        {
            // In one call, and one by one where a call takes one.
            var results = new Half[singles.Length];
            narrow(singles, results);
            for (var i = 0; i < singles.Length; i++)
            {
                AssertRounded(singles[i], results[i], name);
                if (count == 1 && singles.Length < Patterns)
                {
                    narrow(singles.AsSpan(i, 1), results.AsSpan(i, 1));
                    AssertRounded(singles[i], results[i], "one by one");
                }
            }
        }
    }

    private static void AssertRounded(float single, Half result, string name)
    {
        var expected = (Half)single;
        var right = Half.IsNaN(expected) ? Half.IsNaN(result)
            : expected == Half.Zero ? BitConverter.HalfToUInt16Bits(result) == 0
            : BitConverter.HalfToUInt16Bits(result) == BitConverter.HalfToUInt16Bits(expected);
        if (!right)
        {
            Assert.Fail($"{name}: {single:R} (0x{BitConverter.SingleToUInt32Bits(single):X8}) is rounded to 0x{BitConverter.HalfToUInt16Bits(result):X4}, not 0x{BitConverter.HalfToUInt16Bits(expected):X4}");
        }
    }

    private static void WidenBy<TLanes>(ReadOnlySpan<Half> values, Span<float> singles)
        where TLanes : struct, IHalfLanes => Halves.Widen<TLanes>(values, singles);

    private static void NarrowBy<TLanes>(ReadOnlySpan<float> singles, Span<Half> results)
        where TLanes : struct, IHalfLanes => Halves.Narrow<TLanes>(singles, results);
}
