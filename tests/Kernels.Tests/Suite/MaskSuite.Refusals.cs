using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public abstract partial class MaskSuite<T>
{
    [Fact]
    public void A_row_takes_N_values_and_a_mask_and_results_of_that_length()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Plain.Size;
            var kind = operation.Plain.Kind;
            foreach (var (name, run) in operation.Row)
            {
                var isSized = name.EndsWith($"{kind.Name}{n}", StringComparison.Ordinal) || name.EndsWith($"{kind.Name}{n} by bits", StringComparison.Ordinal);
                var isByBits = name.EndsWith(" by bits", StringComparison.Ordinal);
                foreach (var given in new[] { n - 1, n + 1 }.Where(given => !isByBits || given <= MaskedSet<T>.MostBits))
                {
                    if (isSized)
                    {
                        AssertRefused(run, given, n, operation.Plain.BytesPerRow, (call, what) => Refusal.AssertLength(call, what, kind.Source, given, n), name);
                    }

                    if (!isByBits)
                    {
                        AssertRefused(run, n, given, operation.Plain.BytesPerRow, (call, what) => Refusal.AssertLength(call, what, "mask", given, n), name);
                    }

                    if (operation.Plain.IsElementwise)
                    {
                        AssertRefused(run, n, n, given * Unsafe.SizeOf<T>(), (call, what) => Refusal.AssertLength(call, what, kind.Results, given, n), name);
                    }
                }
            }
        }
    }

    [Fact]
    public void Rows_take_whole_rows_and_a_mask_of_one_or_of_all()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Plain.Size;
            var kind = operation.Plain.Kind;
            foreach (var (name, run) in operation.Each.Concat(operation.Shared).DistinctBy(form => form.Name))
            {
                var isOfEach = name.EndsWith("of each", StringComparison.Ordinal);
                var bytes = 3 * operation.Plain.BytesPerRow;
                if (n > 1 && !isOfEach)
                {
                    AssertRefused(run, (3 * n) - 1, n, bytes, (call, what) => Refusal.AssertRows(call, what, kind.Source, (3 * n) - 1, n), name);
                }

                if (!name.Contains("by bits", StringComparison.Ordinal))
                {
                    foreach (var given in new[] { 0, n - 1, n + 1, 2 * n, (3 * n) + 1 }.Where(given => given != n).Distinct())
                    {
                        AssertRefused(run, 3 * n, given, bytes, (call, what) => Refusal.AssertNeither(call, what, "mask", given, n, 3 * n), name);
                    }
                }

                var mask = isOfEach ? 3 * n : n;
                var needed = 3 * operation.Plain.ResultsPerRow;
                foreach (var given in new[] { 0, needed - 1, needed + 1 })
                {
                    AssertRefused(
                        run, 3 * n, mask, given * operation.Plain.BytesPerResult, (call, what) => Refusal.AssertLength(call, what, kind.Results, given, needed), name);
                }
            }
        }
    }

    [Fact]
    public void A_number_of_masks_that_is_not_that_of_rows_is_refused()
    {
        var rows = Methods.Find<MaskedSet<T>.FillRowsByBits<T>>(typeof(T) == typeof(float) ? typeof(MaskedSingles) : typeof(T) == typeof(double) ? typeof(MaskedDoubles) : typeof(MaskedHalves), "MaskedSoftmax10Rows");
        var sized = Methods.Find<MaskedSet<T>.SizedFillRowsByBits<int>>(typeof(SoftMath), "MaskedArgMaxRows");
        foreach (var given in new[] { 0, 1, 2, 4 })
        {
            Refusal.AssertLength(() => rows(new T[30], new ulong[given], new T[30]), "rows", "masks", given, 3);
            Refusal.AssertLength(() => sized(new T[30], new ulong[given], new int[3], 10), "rows", "masks", given, 3);
        }
    }

    [Fact]
    public void Bits_are_of_64_values_at_most_and_a_size_is_at_least_1()
    {
        foreach (var name in new[] { "Softmax", "LogSoftmax" })
        {
            var source = "logits";
            var one = Methods.Find<MaskedSet<T>.FillByBits<T>>(typeof(SoftMath), "Masked" + name);
            Refusal.AssertNumbers(() => one(new T[65], 1, new T[65]), name, source, 65, 64);
            AssertSizes(name);
            one(new T[64], ulong.MaxValue, new T[64]);
        }

        Refusal.AssertNumbers(() => Methods.Find<MaskedSet<T>.FoldByBits<T>>(typeof(SoftMath), "MaskedLogSumExp")(new T[65], 1), "LogSumExp", "values", 65, 64);
        Refusal.AssertNumbers(() => Methods.Find<MaskedSet<T>.FoldByBits<int>>(typeof(SoftMath), "MaskedArgMax")(new T[65], 1), "ArgMax", "values", 65, 64);
        AssertSizes("LogSumExp");

        static void AssertSizes(string name)
        {
            var flags = Methods.Find<MaskedSet<T>.SizedFill<T>>(typeof(SoftMath), $"Masked{name}Rows");
            var bits = Methods.Find<MaskedSet<T>.SizedFillByBits<T>>(typeof(SoftMath), $"Masked{name}Rows");
            var bitsOfEach = Methods.Find<MaskedSet<T>.SizedFillRowsByBits<T>>(typeof(SoftMath), $"Masked{name}Rows");
            foreach (var size in new[] { 0, -1, int.MinValue })
            {
                Refusal.AssertRange(() => flags(new T[4], new bool[4], new T[4], size), name, "size", size, 1);
                Refusal.AssertRange(() => bits(new T[4], 1, new T[4], size), name, "size", size, 1);
                Refusal.AssertRange(() => bitsOfEach(new T[4], new ulong[1], new T[4], size), name, "size", size, 1);
            }

            Refusal.AssertRange(() => bits(new T[130], 1, new T[130], 65), name, "size", 65, 64);
            Refusal.AssertRange(() => bitsOfEach(new T[130], new ulong[2], new T[130], 65), name, "size", 65, 64);
        }
    }

    [Fact]
    public void Results_over_the_mask_or_beside_the_row_are_refused()
    {
        foreach (var operation in Operations.Where(operation => operation.Plain.Size is > 1 and <= 257))
        {
            var n = operation.Plain.Size;
            var kind = operation.Plain.Kind;
            var size = Unsafe.SizeOf<T>();
            (IReadOnlyList<(string Name, MaskedForm<T> Run)> Forms, int Rows)[] all = operation.Plain.IsElementwise
                ? [(operation.Row, 1), (operation.Shared, 3), (operation.Each, 3)]
                : [(operation.Shared, 3), (operation.Each, 3)];
            foreach (var (forms, rows) in all)
            {
                foreach (var (name, run) in forms)
                {
                    var bytes = rows * operation.Plain.BytesPerRow;
                    var values = new T[(rows * n) + 2];
                    var offset = operation.Plain.IsValued ? size : 4;
                    Action beside = () => run(values.AsSpan(0, rows * n), new bool[rows * n], MemoryMarshal.AsBytes(values.AsSpan()).Slice(offset, bytes));
                    var isOfOneMask = forms == operation.Shared;
                    if (isOfOneMask)
                    {
                        beside = () => run(values.AsSpan(0, rows * n), new bool[n], MemoryMarshal.AsBytes(values.AsSpan()).Slice(offset, bytes));
                    }

                    if (operation.Plain.IsValued)
                    {
                        Refusal.AssertOverlap(beside, name, kind.Results, 1);
                    }
                    else
                    {
                        Refusal.AssertShared(beside, name, kind.Results);
                    }

                    if (name.Contains("by bits", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    // The last byte of the mask is the first of the results, then the other way round.
                    var mask = isOfOneMask || rows == 1 ? n : rows * n;
                    var memory = new T[((mask + bytes) / size) + 2];
                    foreach (var isBefore in new[] { true, false })
                    {
                        Refusal.AssertShared(
                            () =>
                            {
                                var shared = MemoryMarshal.AsBytes(memory.AsSpan());
                                var start = isBefore ? (mask - 1) / size * size : 0;
                                run(new T[rows * n], MemoryMarshal.Cast<byte, bool>(shared.Slice(isBefore ? 0 : bytes - 1, mask)), shared.Slice(start, bytes));
                            },
                            name,
                            kind.Results);
                    }

                    Assert.All(values, value => Assert.Equal(T.Zero, value));
                }
            }
        }
    }

    private static void AssertRefused(
        MaskedForm<T> run, int values, int mask, int bytes, Action<Action, string> assert, string name)
    {
        var results = new byte[bytes];
        results.AsSpan().Fill(Untouched);
        assert(() => run(Distributions<T>.Ordinary.Row(values, 1).Values, new bool[mask], results), $"{name}, {values} values");
        Assert.All(results, value => Assert.Equal(Untouched, value));
    }
}
