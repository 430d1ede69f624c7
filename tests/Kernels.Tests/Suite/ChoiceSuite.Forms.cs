using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <content>Rows, masks and generated methods choose as one row of the library does, and all refuse the same.</content>
public abstract partial class ChoiceSuite<T>
{
    private const int Untouched = -77;

    private static readonly int[] s_formSizes = [1, 4, 10, 64, 65, 257];

    [Fact]
    [On(Hardware.Every)]
    public void Rows_choose_as_each_row_does()
    {
        SplitMix random = new(11);
        foreach (var size in s_formSizes)
        {
            foreach (var rows in new[] { 0, 1, 3, 40 })
            {
                var values = Matrix(random, rows, size);
                double[] uniforms = [.. Enumerable.Range(0, rows).Select(_ => random.NextUnit())];
                foreach (var k in new[] { 1, 2, 5, size }.Where(k => k <= size).Distinct())
                {
                    int[] first = [.. Enumerable.Range(0, rows).SelectMany(row => Of(size, row, values, k))];
                    AssertRows(first, indices => Sized<FirstRows>("TopKRows")(values, indices, size));
                    IfGenerated<First>("TopK{0}Rows", size, run => AssertRows(first, indices => run(values, indices)));
                    foreach (var name in new[] { "TopKSoftmax", "SoftmaxTopK" })
                    {
                        foreach (var temperature in new[] { T.One, T.CreateChecked(0.4) })
                        {
                            var (indices, probabilities) = (new int[rows * k], new T[rows * k]);
                            for (var row = 0; row < rows; row++)
                            {
                                Both(name, values.AsSpan(row * size, size), temperature, indices.AsSpan(row * k, k), probabilities.AsSpan(row * k, k));
                            }

                            AssertRows(indices, probabilities, (i, p) => Sized<FirstAndSharesAtRows>(name + "Rows")(values, temperature, i, p, size));
                            IfGenerated<FirstAndSharesAt>(name + "{0}Rows", size, run => AssertRows(indices, probabilities, (i, p) => run(values, temperature, i, p)));
                            if (temperature == T.One)
                            {
                                AssertRows(indices, probabilities, (i, p) => Sized<FirstAndSharesRows>(name + "Rows")(values, i, p, size));
                                IfGenerated<FirstAndShares>(name + "{0}Rows", size, run => AssertRows(indices, probabilities, (i, p) => run(values, i, p)));
                            }
                        }
                    }
                }

                int[] drawn = [.. Enumerable.Range(0, rows).Select(row => Draw(values.AsSpan(row * size, size), uniforms[row]))];
                AssertRows(drawn, indices => SampleRows(values, uniforms, indices, size));
                IfGenerated<RowsOfDraws>("Sample{0}Rows", size, run => AssertRows(drawn, indices => run(values, uniforms, indices)));
                int[] drawnAt = [.. Enumerable.Range(0, rows).Select(row => DrawAt(values.AsSpan(row * size, size), T.CreateChecked(3), uniforms[row]))];
                AssertRows(drawnAt, indices => Sized<DrawRowsAt>("SampleRows")(values, T.CreateChecked(3), uniforms, indices, size));
                IfGenerated<RowsOfDrawsAt>("Sample{0}Rows", size, run => AssertRows(drawnAt, indices => run(values, T.CreateChecked(3), uniforms, indices)));
            }

            OneRow(size, random);
        }
    }

    /// <summary>One row by the methods of its size, and of any length.</summary>
    private void OneRow(int size, SplitMix random)
    {
        var values = Matrix(random, 1, size);
        var k = Math.Min(size, 3);
        var uniform = random.NextUnit();
        foreach (var sized in new[] { "{0}", "" })
        {
            IfGenerated<First>("TopK" + sized, size, run => AssertRows(Of(size, 0, values, k), indices => run(values, indices)));
            IfGenerated<DrawOne>("Sample" + sized, size, run => Assert.Equal(Draw(values, uniform), run(values, uniform)));
            IfGenerated<DrawOneAt>("Sample" + sized, size, run => Assert.Equal(DrawAt(values, T.CreateChecked(0.5), uniform), run(values, T.CreateChecked(0.5), uniform)));
            foreach (var name in new[] { "TopKSoftmax", "SoftmaxTopK" })
            {
                var (indices, probabilities) = (new int[k], new T[k]);
                Both(name, values, T.One, indices, probabilities);
                IfGenerated<FirstAndShares>(name + sized, size, run => AssertRows(indices, probabilities, (i, p) => run(values, i, p)));
                Both(name, values, T.Zero, indices, probabilities);
                IfGenerated<FirstAndSharesAt>(name + sized, size, run => AssertRows(indices, probabilities, (i, p) => run(values, T.Zero, i, p)));
            }
        }
    }

    /// <summary>Whatever is left out, an infinity and a NaN too.</summary>
    [Fact]
    [On(Hardware.Every)]
    public void What_a_mask_leaves_out_is_absent_and_never_chosen()
    {
        SplitMix random = new(12);
        foreach (var size in new[] { 1, 4, 10, 16, 17, 64, 65, 257, 1500 })
        {
            foreach (var density in new[] { 0, 0.1, 0.5, 1 })
            {
                const int Rows = 3;
                var values = Matrix(random, Rows, size);
                bool[] mask = [.. values.Select(_ => random.NextUnit() < density)];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = mask[i] ? random.NextBelow(10) == 0 ? T.NegativeInfinity : values[i] : random.NextBelow(3) switch { 0 => T.NaN, 1 => T.PositiveInfinity, _ => values[i] };
                }

                double[] uniforms = [.. Enumerable.Range(0, Rows).Select(_ => random.NextUnit())];
                ulong[] bits = [.. Enumerable.Range(0, Rows).Select(row => Bits(mask.AsSpan(row * size, size)))];
                foreach (var k in new[] { 1, 2, 9, size }.Where(k => k <= size).Distinct())
                {
                    int[] first = [.. Enumerable.Range(0, Rows).SelectMany(row => MaskedFirstOf(size, row, values, mask, k))];
                    AssertRows(first, indices => MaskedTopKRows(values, mask, indices, size));
                    AssertRows(first[..k], indices => Sized<MaskedFirst>("MaskedTopK")(values.AsSpan(0, size), mask.AsSpan(0, size), indices));
                    IfGenerated<MaskedFirst>("MaskedTopK{0}", size, run => AssertRows(first[..k], indices => run(values.AsSpan(0, size), mask.AsSpan(0, size), indices)));
                    IfGenerated<MaskedFirst>("MaskedTopK{0}Rows", size, run => AssertRows(first, indices => run(values, mask, indices)));

                    T[] before = [.. first.Select((index, i) => index < 0 ? T.NegativeInfinity : values[(i / k * size) + index])];
                    var (after, afterIndices) = (new T[Rows * k], new int[Rows * k]);
                    for (var row = 0; row < Rows; row++)
                    {
                        Softmax(before.AsSpan(row * k, k));
                        MaskedSoftmaxFirst(size, row, values, mask, afterIndices.AsSpan(row * k, k), after.AsSpan(row * k, k));
                    }

                    AssertRows(first, before, (i, p) => Sized<MaskedFirstAndSharesRows>("MaskedTopKSoftmaxRows")(values, mask, i, p, size));
                    AssertRows(afterIndices, after, (i, p) => Sized<MaskedFirstAndSharesRows>("MaskedSoftmaxTopKRows")(values, mask, i, p, size));
                    IfGenerated<MaskedFirstAndShares>("MaskedTopKSoftmax{0}Rows", size, run => AssertRows(first, before, (i, p) => run(values, mask, i, p)));
                    AssertRows(first[..k], before[..k], (i, p) => Sized<MaskedFirstAndShares>("MaskedTopKSoftmax")(values.AsSpan(0, size), mask.AsSpan(0, size), i, p));
                    AssertRows(afterIndices[..k], after[..k], (i, p) => Sized<MaskedFirstAndShares>("MaskedSoftmaxTopK")(values.AsSpan(0, size), mask.AsSpan(0, size), i, p));
                    if (size <= 64)
                    {
                        AssertRows(first, indices => Sized<EachBitsFirstRows>("MaskedTopKRows")(values, bits, indices, size));
                        AssertRows(first, before, (i, p) => Sized<EachBitsFirstAndSharesRows>("MaskedTopKSoftmaxRows")(values, bits, i, p, size));
                        AssertRows(afterIndices, after, (i, p) => Sized<EachBitsFirstAndSharesRows>("MaskedSoftmaxTopKRows")(values, bits, i, p, size));
                        AssertRows(first[..k], indices => Sized<BitsFirst>("MaskedTopK")(values.AsSpan(0, size), bits[0], indices));
                        AssertRows(first[..k], before[..k], (i, p) => Sized<BitsFirstAndShares>("MaskedTopKSoftmax")(values.AsSpan(0, size), bits[0], i, p));
                        AssertRows(afterIndices[..k], after[..k], (i, p) => Sized<BitsFirstAndShares>("MaskedSoftmaxTopK")(values.AsSpan(0, size), bits[0], i, p));

                        // One for all rows: the matrix thrice the first row.
                        T[] same = [.. values[..size], .. values[..size], .. values[..size]];
                        int[] ofFirst = [.. first[..k], .. first[..k], .. first[..k]];
                        AssertRows(ofFirst, indices => Sized<BitsFirstRows>("MaskedTopKRows")(same, bits[0], indices, size));
                        AssertRows(ofFirst, indices => MaskedTopKRows(same, mask.AsSpan(0, size), indices, size));
                        AssertRows(ofFirst, [.. before[..k], .. before[..k], .. before[..k]], (i, p) => Sized<BitsFirstAndSharesRows>("MaskedTopKSoftmaxRows")(same, bits[0], i, p, size));
                        AssertRows(
                            [.. afterIndices[..k], .. afterIndices[..k], .. afterIndices[..k]],
                            [.. after[..k], .. after[..k], .. after[..k]],
                            (i, p) => Sized<BitsFirstAndSharesRows>("MaskedSoftmaxTopKRows")(same, bits[0], i, p, size));
                    }
                }

                int[] drawn = [.. Enumerable.Range(0, Rows).Select(row => Draw([.. Left(size, row, values, mask)], uniforms[row]))];
                Assert.All(drawn.Select((index, row) => (index, row)), draw => Assert.True(draw.index < 0 || mask[(draw.row * size) + draw.index]));
                AssertRows(drawn, indices => Sized<MaskedDrawRows>("MaskedSampleRows")(values, mask, uniforms, indices, size));
                Assert.Equal(drawn[0], Sized<MaskedDraw>("MaskedSample")(values.AsSpan(0, size), mask.AsSpan(0, size), uniforms[0]));
                IfGenerated<MaskedDraw>("MaskedSample{0}", size, run => Assert.Equal(drawn[0], run(values.AsSpan(0, size), mask.AsSpan(0, size), uniforms[0])));
                if (size <= 64)
                {
                    AssertRows(drawn, indices => Sized<EachBitsDrawRows>("MaskedSampleRows")(values, bits, uniforms, indices, size));
                    Assert.Equal(drawn[0], Sized<BitsDraw>("MaskedSample")(values.AsSpan(0, size), bits[0], uniforms[0]));
                    T[] same = [.. values[..size], .. values[..size]];
                    AssertRows([drawn[0], drawn[0]], indices => Sized<BitsDrawRows>("MaskedSampleRows")(same, bits[0], [uniforms[0], uniforms[0]], indices, size));
                }
            }
        }
    }

    [Fact]
    [On(Hardware.Any)]
    public void How_many_are_chosen_has_to_fit()
    {
        var values = Matrix(new(13), 3, 10);
        foreach (var given in new[] { 0, 11, 12 })
        {
            Refusal.AssertNumbers(() => TopK(values.AsSpan(0, 10), new int[given]), "TopK", "indices", given, 1, 10, 10);
            Refusal.AssertNumbers(() => Generated<First>("TopK{0}", 10)(values.AsSpan(0, 10), new int[given]), "TopK10", "indices", given, 1, 10, 10);
            Refusal.AssertNumbers(() => Both("TopKSoftmax", values.AsSpan(0, 10), T.One, new int[given], new T[given]), "TopKSoftmax", "indices", given, 1, 10, 10);
            Refusal.AssertNumbers(() => Both("SoftmaxTopK", values.AsSpan(0, 10), T.Zero, new int[given], new T[given]), "SoftmaxTopK", "indices", given, 1, 10, 10);
            Refusal.AssertNumbers(() => Sized<MaskedFirst>("MaskedTopK")(values.AsSpan(0, 10), new bool[10], new int[given]), "MaskedTopK", "indices", given, 1, 10, 10);
        }

        Refusal.AssertNumbers(() => TopK([], new int[1]), "TopK of nothing", "indices", 1);
        Refusal.AssertNumbers(() => Sized<FirstRows>("TopKRows")(values, [], 10), "TopKRows", "indices", 0, 0, 3, 1, 10, 10);
        Refusal.AssertNumbers(() => Sized<FirstRows>("TopKRows")(values, new int[33], 10), "TopKRows", "indices", 33, 11, 3, 1, 10, 10);
        Refusal.AssertNumbers(() => Generated<First>("TopK{0}Rows", 10)(values, new int[7]), "TopK10Rows", "indices", 7, 3, 3);
        Refusal.AssertNumbers(() => Sized<FirstRows>("TopKRows")([], new int[7], 10), "TopKRows", "indices", 7, 0);
        Refusal.AssertLength(() => Both("TopKSoftmax", values.AsSpan(0, 10), T.One, new int[3], new T[4]), "TopKSoftmax", "probabilities", 4, 3);
        Refusal.AssertLength(() => Generated<First>("TopK{0}", 10)(values.AsSpan(0, 9), new int[3]), "TopK10", "values", 9, 10);
        Refusal.AssertRows(() => Generated<First>("TopK{0}Rows", 10)(values.AsSpan(0, 29), new int[3]), "TopK10Rows", "values", 29, 10);
        Refusal.AssertTooFew(() => Sized<FirstRows>("TopKRows")(values, new int[3], 0), "TopKRows", "size", 0);
        Refusal.AssertRange(() => Sized<EachBitsFirstRows>("MaskedTopKRows")(new T[65], [1], new int[1], 65), "MaskedTopKRows", "size", 65, 64);
    }

    [Fact]
    [On(Hardware.Any)]
    public void Numbers_to_draw_by_are_from_0_to_below_1()
    {
        var values = Matrix(new(14), 3, 10);
        var indices = new int[3];
        indices.AsSpan().Fill(Untouched);
        foreach (var uniform in new[] { double.NaN, -double.Epsilon, 1, double.PositiveInfinity, double.NegativeInfinity })
        {
            Action[] calls =
            [
                () => Draw(values, uniform), () => DrawAt(values, T.One, uniform), () => Generated<DrawOne>("Sample{0}", 10)(values.AsSpan(0, 10), uniform),
                () => Sized<MaskedDraw>("MaskedSample")(values, new bool[30], uniform), () => Sized<BitsDraw>("MaskedSample")(values, 1, uniform),
            ];
            Assert.All(calls, call => Assert.Equal("uniform", Assert.Throws<ArgumentOutOfRangeException>(call).ParamName));
            foreach (var call in new Action[] { () => SampleRows(values, [0, 0.5, uniform], indices, 10), () => Generated<RowsOfDraws>("Sample{0}Rows", 10)(values, [0, 0.5, uniform], indices) })
            {
                var thrown = Assert.Throws<ArgumentOutOfRangeException>(call);
                Assert.Equal(("uniforms", uniform), (thrown.ParamName, thrown.ActualValue));
                Assert.Contains("for row 2", thrown.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal("temperature", Assert.Throws<ArgumentOutOfRangeException>(() => DrawAt(values, -T.One, 0.5)).ParamName);
        Refusal.AssertLength(() => SampleRows(values, new double[2], indices, 10), "SampleRows", "uniforms", 2, 3);
        Refusal.AssertLength(() => SampleRows(values, new double[3], indices.AsSpan(0, 2), 10), "SampleRows", "indices", 2, 3);
        Assert.All(indices, index => Assert.Equal(Untouched, index));
    }

    [Fact]
    [On(Hardware.Any)]
    public void Results_that_share_memory_are_refused_before_anything_is_written()
    {
        T[] memory = [.. Matrix(new(15), 3, 10)];
        T[] before = [.. memory];
        var values = memory.AsMemory(0, 10);
        Refusal.AssertShared(() => TopK(values.Span, MemoryMarshal.Cast<T, int>(memory.AsSpan(9, 1))[..1]), "TopK", "indices");
        Refusal.AssertShared(() => Both("TopKSoftmax", values.Span, T.One, new int[2], memory.AsSpan(8, 2)), "TopKSoftmax", "probabilities");
        Refusal.AssertShared(() => Both("SoftmaxTopK", values.Span, T.One, new int[2], memory.AsSpan(0, 2)), "SoftmaxTopK", "probabilities");
        Refusal.AssertShared(() => Both("SoftmaxTopK", values.Span, T.One, MemoryMarshal.Cast<T, int>(memory.AsSpan(20, 1))[..1], memory.AsSpan(20, 1)), "SoftmaxTopK", "probabilities");
        Refusal.AssertShared(() => SampleRows(memory, [0, 0, 0], MemoryMarshal.Cast<T, int>(memory.AsSpan(20, 3))[..3], 10), "SampleRows", "indices");
        var uniforms = new double[3];
        Refusal.AssertShared(() => SampleRows(before, uniforms, MemoryMarshal.Cast<double, int>(uniforms.AsSpan())[..3], 10), "SampleRows", "indices");
        var mask = new bool[12];
        Refusal.AssertShared(() => Sized<MaskedFirst>("MaskedTopK")(before.AsSpan(0, 12), mask, MemoryMarshal.Cast<bool, int>(mask.AsSpan())), "MaskedTopK", "indices");
        Assert.Equal(before, memory);
        Assert.All(mask, flag => Assert.False(flag));
    }

    private static TDelegate Sized<TDelegate>(string name)
        where TDelegate : Delegate => Methods.Find<TDelegate>(typeof(SoftMath), name);

    private TDelegate Generated<TDelegate>(string name, int size)
        where TDelegate : Delegate => Methods.Find<TDelegate>(_kernels, name.Replace("{0}", size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>Tests the generated method, if the size is one that is declared.</summary>
    private void IfGenerated<TDelegate>(string name, int size, Action<TDelegate> test)
        where TDelegate : Delegate
    {
        if (_kernels.GetMethod($"TopK{size}") is not null)
        {
            test(Generated<TDelegate>(name, size));
        }
    }

    private static T[] Matrix(SplitMix random, int rows, int size) => [.. Enumerable.Range(0, rows * size).Select(_ => T.CreateChecked(random.NextBell() * 6))];

    private static int[] Of(int size, int row, T[] values, int k)
    {
        var indices = new int[k];
        TopK(values.AsSpan(row * size, size), indices);
        return indices;
    }

    private static T[] Left(int size, int row, T[] values, bool[] mask) =>
        [.. Enumerable.Range(row * size, size).Select(i => mask[i] ? values[i] : T.NegativeInfinity)];

    /// <summary>Those that take part, in the order of top-k; then −1.</summary>
    private static int[] MaskedFirstOf(int size, int row, T[] values, bool[] mask, int k)
    {
        int[] order = Of(size, 0, Left(size, row, values, mask), size);
        return [.. order.Where(index => mask[(row * size) + index]).Concat(Enumerable.Repeat(-1, size)).Take(k)];
    }

    private static void MaskedSoftmaxFirst(int size, int row, T[] values, bool[] mask, Span<int> indices, Span<T> probabilities)
    {
        var all = Left(size, row, values, mask);
        Softmax(all.AsSpan());
        int[] first = [.. Of(size, 0, [.. all.Select((p, i) => mask[(row * size) + i] ? p : T.NegativeInfinity)], size).Where(index => mask[(row * size) + index])];
        for (var i = 0; i < indices.Length; i++)
        {
            (indices[i], probabilities[i]) = i < first.Length ? (first[i], all[first[i]]) : (-1, T.Zero);
        }
    }

    private static void Softmax(Span<T> row) => Shares.Softmax(row, T.One, row);

    private static ulong Bits(ReadOnlySpan<bool> mask)
    {
        ulong bits = 0;
        for (var i = 0; i < mask.Length && i < 64; i++)
        {
            bits |= mask[i] ? 1UL << i : 0;
        }

        return bits;
    }

    private static void AssertRows(int[] expected, Action<int[]> run)
    {
        int[] indices = [.. expected];
        Array.Fill(indices, Untouched);
        run(indices);
        Assert.True(expected.SequenceEqual(indices), $"{Shown(expected)}, not {Shown(indices)}");
    }

    private static void AssertRows(int[] expected, T[] expectedProbabilities, Action<int[], T[]> run)
    {
        T[] probabilities = [.. expectedProbabilities];
        AssertRows(expected, indices => run(indices, probabilities));
        Assert.True(expectedProbabilities.Zip(probabilities).All(pair => pair.First == pair.Second || (T.IsNaN(pair.First) && T.IsNaN(pair.Second))));
    }
}
