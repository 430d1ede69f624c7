using System;
using System.Buffers.Binary;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using CsCheck;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>How peaks, totals and entries merge and are written, and what they refuse.</content>
public abstract partial class PartsSuite<T>
{
    private static readonly byte SizeOfElement = (byte)(typeof(T) == typeof(float) ? 4 : 8);

    private static Gen<T[]> Rows => Gen.OneOf(Any(Alphabet), Gen.Int[-4, 4].Select(T.CreateChecked)).Array[0, 12];

    [Fact]
    [On(Hardware.Any)]
    public void Merging_is_associative_and_commutative_and_default_is_nothing() => Gen.Select(Rows, Rows, Rows).Sample(
        rows =>
        {
            var (a, b, c) = (InParts<T>.Peak(rows.Item1), InParts<T>.Peak(rows.Item2), InParts<T>.Peak(rows.Item3));
            AssertLaws(a, b, c, (left, right) => left + right);
            AssertBytes(a + b + c, peak => peak.ToByteArray(), bytes => RowPeak<T>.Read(bytes));

            var peak = a + b + c;
            var (d, e, f) = (InParts<T>.Total(rows.Item1, peak), InParts<T>.Total(rows.Item2, peak), InParts<T>.Total(rows.Item3, peak));
            AssertLaws(d, e, f, (left, right) => left + right);
            AssertBytes(d + e + f, total => total.ToByteArray(), bytes => RowTotal<T>.Read(bytes));

            var (g, h, i) = (InParts<T>.ArgMax(rows.Item1, 0), InParts<T>.ArgMax(rows.Item2, 12), InParts<T>.ArgMax(rows.Item3, 24));
            AssertLaws(g, h, i, (left, right) => left + right);
            AssertBytes(g + h + i, entry => entry.ToByteArray(), bytes => RowEntry<T>.Read(bytes));
        },
        seed: Environment.GetEnvironmentVariable(SeedVariable));

    [Fact]
    [On(Hardware.Any)]
    public void No_values_are_default()
    {
        Assert.Equal(default, InParts<T>.Peak([]));
        Assert.Equal(default, InParts<T>.Total([], InParts<T>.Peak([T.One])));
        Assert.Equal(default, InParts<T>.ArgMax([], 5));
        Assert.Equal(-1, default(RowEntry<T>).Index);
        Assert.Equal(T.NegativeInfinity, InParts<T>.LogSumExp(default, default));
        Assert.Equal(T.Zero, InParts<T>.Entropy(default, default));
        InParts<T>.Softmax([], default, default, []);
        InParts<T>.LogSoftmax([], default, default, []);
        Assert.Throws<ArgumentException>("peak", () => InParts<T>.Max(default));
        Assert.Throws<ArgumentException>("logit", () => InParts<T>.CrossEntropy(T.One, default, default));
    }

    /// <summary>The layout is a promise: these bytes may not change while the version is 1.</summary>
    [Fact]
    [On(Hardware.Fused)]
    public void The_bytes_are_those_that_are_documented()
    {
        T[] row = [T.CreateChecked(1), T.CreateChecked(0.5), T.CreateChecked(-2), T.CreateChecked(-30)];
        var peak = InParts<T>.Peak(row);
        Assert.Equal(40, RowPeak<T>.Size);
        Assert.Equal($"534B5001{SizeOfElement:X2}000000" + "0400000000000000" + "0000000000000000" + "000000000000F03F" + "000000000000E03F", Convert.ToHexString(peak.ToByteArray()));
        Assert.Equal(
            $"534B5001{SizeOfElement:X2}000000" + "0200000000000000" + "0200000000000000" + "000000000000F07F" + "000000000000F07F",
            Convert.ToHexString(InParts<T>.Peak([T.PositiveInfinity, T.PositiveInfinity]).ToByteArray()));
        Assert.Equal(
            $"534B5001{SizeOfElement:X2}000000" + "0100000000000000" + "0000000000000000" + "000000000000F8FF" + "000000000000F8FF", Convert.ToHexString(InParts<T>.Peak([T.NaN]).ToByteArray()));

        Assert.Equal(176, RowTotal<T>.Size);
        var weights = typeof(T) == typeof(float)
            ? ""
                + "28139000000000000000000000000000" + "0100EAFFFFFFFFFFFFFFFFFFFFFFFFFF" + "C2ADF4FFFFFFFFFFFFFFFFFFFFFFFFFF"
                + "FE163900000000000000000000000000" + "0140F2FFFFFFFFFFFFFFFFFFFFFFFFFF" + "C2ADF4FFFFFFFFFFFFFFFFFFFFFFFFFF"
                + "2A5F2700000000000000000000000000" + "1A00DEFFFFFFFFFFFFFFFFFFFFFFFFFF" + "700AE1FFFFFFFFFFFFFFFFFFFFFFFFFF"
            : ""
                + "4E7DF127139000000000000000000000" + "FEB10A83BB1300000000000000000000" + "0000000000A0FEFFFFFFFFFFFFFFFFFF"
                + "F02BC5FD163900000000000000000000" + "FEB10A83A81E00000000000000000000" + "000000000098FEFFFFFFFFFFFFFFFFFF"
                + "0EEE88295F2700000000000000000000" + "BD8D4BDEB40000000000000000000000" + "000000000060FDFFFFFFFFFFFFFFFFFF";
        Assert.Equal(
            $"534B5401{SizeOfElement:X2}010000" + "0400000000000000" + "000000000000F03F" + "000000000000E03F" + weights, Convert.ToHexString(InParts<T>.Total(row, peak).ToByteArray()));
        Assert.Equal($"534B5401{SizeOfElement:X2}" + new string('0', 2 * 171), Convert.ToHexString(default(RowTotal<T>).ToByteArray()));

        Assert.Equal(24, RowEntry<T>.Size);
        Assert.Equal($"534B4501{SizeOfElement:X2}000000" + "0800000000000000" + "000000000000F03F", Convert.ToHexString(InParts<T>.ArgMax(row, 7).ToByteArray()));
    }

    [Fact]
    [On(Hardware.Any)]
    public void Other_bytes_are_refused()
    {
        T[] row = [T.One, T.Zero];
        var peak = InParts<T>.Peak(row);
        AssertFormats(peak.ToByteArray(), RowPeak<T>.Size, bytes => RowPeak<T>.Read(bytes), "RowPeak");
        AssertFormats(InParts<T>.Total(row, peak).ToByteArray(), RowTotal<T>.Size, bytes => RowTotal<T>.Read(bytes), "RowTotal");
        AssertFormats(InParts<T>.ArgMax(row, 7).ToByteArray(), RowEntry<T>.Size, bytes => RowEntry<T>.Read(bytes), "RowEntry");

        // Of which no part has these.
        const int count = 8, infinities = 16, max = 24, second = 32;
        AssertPeak("no more than 2^40 values", (count, (1L << 40) + 1));
        AssertPeak("a number of values", (count, -1));
        AssertPeak("no value, no maximum", (count, 0));
        AssertPeak("one value, no second", (count, 1));
        AssertPeak("no infinity, no number of them", (infinities, 1));
        AssertPeak("as many infinities as the maxima say", (max, Bits(double.PositiveInfinity)));
        AssertPeak("the second no greater than the maximum", (second, Bits(2)));
        AssertPeak("both NaN, or none", (max, Bits(double.NaN)));
        Assert.Contains("40 are written", Assert.Throws<ArgumentException>("destination", () => peak.WriteTo(new byte[39])).Message, StringComparison.Ordinal);
        if (SizeOfElement == 4)
        {
            AssertPeak("a float", (second, Bits(0.1)));
        }

        var total = InParts<T>.Total(row, peak).ToByteArray();
        foreach (var (place, value) in new[] { (5, (byte)0), (5, (byte)3), (15, (byte)1), (8, (byte)0), (23, (byte)0xFF), (6, (byte)1) })
        {
            Assert.Throws<FormatException>(() => RowTotal<T>.Read(With(total, place, value)));
        }

        total = InParts<T>.Total([T.PositiveInfinity], InParts<T>.Peak([T.PositiveInfinity])).ToByteArray();
        Assert.Throws<FormatException>(() => RowTotal<T>.Read(With(total, 100, 1)));

        void AssertPeak(string what, (int Place, long Value) change)
        {
            var bytes = peak.ToByteArray();
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(change.Place), change.Value);
            var thrown = Record.Exception(() => RowPeak<T>.Read(bytes));
            Assert.True(thrown is FormatException, $"{what}: {thrown?.ToString() ?? "nothing was thrown"}");
        }
    }

    [Fact]
    [On(Hardware.Every)]
    public void A_part_that_the_peak_does_not_know_is_refused()
    {
        T[] row = [T.One, T.Zero, T.CreateChecked(-1), T.NegativeInfinity];
        T[] results = [.. Enumerable.Repeat(T.CreateChecked(7), 5)];
        var peak = InParts<T>.Peak(row);
        var total = InParts<T>.Total(row, peak);
        foreach (var (what, part) in new[]
        {
            ("a greater value", new[] { T.CreateChecked(1.5) }), ("a NaN", [T.NaN]), ("the maximum twice", [T.One, T.One]), ("a value between the two greatest", [T.CreateChecked(0.5)]),
            ("more values than the row", [.. Enumerable.Repeat(T.Zero, 5)]), ("as many, but others", [T.Zero, T.Zero, T.Zero, T.Zero]), ("an infinity", [T.PositiveInfinity]),
        })
        {
            AssertRefused(what, "part", () => InParts<T>.Total(part, peak));
            AssertRefused(what, "part", () => InParts<T>.Softmax(part, peak, total, results.AsSpan(0, part.Length)));
            AssertRefused(what, "part", () => InParts<T>.LogSoftmax(part, peak, total, results.AsSpan(0, part.Length)));
        }

        // Known only by what comes after what a core's cache holds.
        T[] late = [.. Enumerable.Repeat(T.Zero, 100_000), T.One];
        var peakOfEarly = InParts<T>.Peak([.. Enumerable.Repeat(T.Zero, 100_001)]);
        AssertRefused("a greater value at the end", "part", () => InParts<T>.Total(late, peakOfEarly));

        AssertRefused("a logit above", "logit", () => InParts<T>.CrossEntropy(T.CreateChecked(2), peak, total));
        AssertRefused("a logit between", "logit", () => InParts<T>.CrossEntropy(T.CreateChecked(0.25), peak, total));
        AssertRefused("a logit that is NaN", "logit", () => InParts<T>.CrossEntropy(T.NaN, peak, total));
        Assert.All(results, one => Assert.Equal(T.CreateChecked(7), one));
    }

    [Fact]
    [On(Hardware.Every)]
    public void A_total_of_another_row_or_of_less_is_refused()
    {
        T[] row = [T.One, T.Zero, T.CreateChecked(-1)], results = [T.One, T.One, T.One];
        var peak = InParts<T>.Peak(row);
        var total = InParts<T>.Total(row, peak);
        var greater = InParts<T>.Peak([T.One, T.One, T.Zero]);
        var other = InParts<T>.Total(row.AsSpan(0, 1), greater);
        AssertRefused("another second", "right", () => total.Add(other));
        AssertRefused("another maximum", "right", () => total.Add(InParts<T>.Total([T.Zero], InParts<T>.Peak([T.CreateChecked(5), T.Zero]))));

        foreach (var (what, wrong) in new[]
        {
            ("nothing", default), ("one part of two", InParts<T>.Total(row.AsSpan(0, 2), peak)), ("a part twice", total + InParts<T>.Total(row.AsSpan(0, 1), peak)),
            ("another row's", InParts<T>.Total([T.One, T.One, T.Zero], greater)), ("counted on another machine", Alien(total)),
        })
        {
            AssertRefused(what, "total", () => InParts<T>.LogSumExp(peak, wrong));
            AssertRefused(what, "total", () => InParts<T>.Entropy(peak, wrong));
            AssertRefused(what, "total", () => InParts<T>.CrossEntropy(T.One, peak, wrong));
            AssertRefused(what, "total", () => InParts<T>.Softmax(row, peak, wrong, results));
            AssertRefused(what, "total", () => InParts<T>.LogSoftmax(row, peak, wrong, results));
        }

        AssertRefused("one machine that fuses and one that does not", "right", () => total.Add(Alien(total)));
        AssertRefused("too short a destination", "probabilities", () => InParts<T>.Softmax(row, peak, total, results.AsSpan(0, 2)));
        AssertRefused("too short a destination", "logProbabilities", () => InParts<T>.LogSoftmax(row, peak, total, results.AsSpan(0, 2)));
        var shared = new T[4];
        AssertRefused("an overlap", "probabilities", () => InParts<T>.Softmax(shared.AsSpan(0, 3), peak, total, shared.AsSpan(1)));
        AssertRefused("an overlap", "logProbabilities", () => InParts<T>.LogSoftmax(shared.AsSpan(0, 3), peak, total, shared.AsSpan(1)));
        Assert.All(results, one => Assert.Equal(T.One, one));
    }

    [Fact]
    [On(Hardware.Any)]
    public void Entries_refuse_what_is_no_place_and_no_order()
    {
        T[] row = [T.One, T.Zero];
        var (some, none) = (new RowEntry<T>[2], Array.Empty<RowEntry<T>>());
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => InParts<T>.ArgMax(row, -1));
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => InParts<T>.ArgMax(row, (1L << 40) - 1));
        Assert.Equal((1L << 40) - 2, InParts<T>.ArgMax(row, (1L << 40) - 2).Index);
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => InParts<T>.TopK(row, -1, some));
        AssertRefused("no place", "entries", () => InParts<T>.TopK(row, 0, none));
        InParts<T>.TopK(row, 0, some);
        Array.Reverse(some);
        AssertRefused("not descending", "entries", () => SoftMath.MergeTopK<T>(some, []));
        AssertRefused("not descending", "others", () => SoftMath.MergeTopK<T>(new RowEntry<T>[1], some));
        var three = new RowEntry<T>[3];
        AssertRefused("shared", "entries", () => SoftMath.MergeTopK<T>(three, three.AsSpan(1)));
        Assert.Throws<NotSupportedException>(() => default(RowPeak<Half>).ToByteArray());
    }

    private static void AssertLaws<TPart>(TPart a, TPart b, TPart c, Func<TPart, TPart, TPart> merge)
        where TPart : struct, IEquatable<TPart>
    {
        Assert.Equal(merge(a, b), merge(b, a));
        Assert.Equal(merge(merge(a, b), c), merge(a, merge(b, c)));
        Assert.Equal(a, merge(a, default));
        Assert.Equal(a, merge(default, a));
        Assert.Equal(merge(a, b).GetHashCode(), merge(b, a).GetHashCode());
    }

    /// <summary>Equal parts have equal bytes, and bytes give the part again.</summary>
    private static void AssertBytes<TPart>(TPart part, Func<TPart, byte[]> write, Func<byte[], TPart> read)
    {
        var bytes = write(part);
        Assert.Equal(part, read(bytes));
        Assert.Equal(bytes, write(read(bytes)));
    }

    private static void AssertFormats(byte[] bytes, int size, Action<byte[]> read, string kind)
    {
        Assert.Equal(size, bytes.Length);
        Assert.Contains($"exactly {size} ", Assert.Throws<ArgumentException>("source", () => read(bytes[..^1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("source", () => read([.. bytes, 0]));
        Assert.Throws<ArgumentException>("source", () => read([]));
        AssertTold("\"SK\"", With(bytes, 0, (byte)'s'));
        AssertTold("\"SK\"", With(bytes, 1, (byte)'k'));
        AssertTold(kind, With(bytes, 2, (byte)(bytes[2] == 'P' ? 'T' : 'P')));
        AssertTold(kind, With(bytes, 2, 0));
        AssertTold("version 2", With(bytes, 3, 2));
        AssertTold(bytes[4] == 4 ? "double" : "float", With(bytes, 4, (byte)(12 - bytes[4])));
        AssertTold("2 bytes a value", With(bytes, 4, 2));
        AssertTold("bytes 6 and 7", With(bytes, 7, 1));
        AssertTold("byte 5", With(bytes, 5, 9));

        void AssertTold(string told, byte[] wrong) => Assert.Contains(told, Assert.Throws<FormatException>(() => read(wrong)).Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string what, string parameter, Action call)
    {
        var thrown = Record.Exception(call);
        Assert.True(
            thrown is ArgumentException { ParamName: var name } && name == parameter,
            $"{what}: {thrown?.ToString() ?? "nothing was thrown"}");
        Assert.StartsWith("'", thrown!.Message, StringComparison.Ordinal);
    }

    private static byte[] With(byte[] bytes, int place, byte value) => [.. bytes.Select((one, i) => i == place ? value : one)];

    /// <summary>As if counted where multiply and add are not fused, or are, if not here.</summary>
    private static RowTotal<T> Alien(RowTotal<T> total) => RowTotal<T>.Read(With(total.ToByteArray(), 5, (byte)(Fma.IsSupported || AdvSimd.Arm64.IsSupported ? 2 : 1)));

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
