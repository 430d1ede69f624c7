using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Memory;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

public sealed class MaskedSingleTests() : MaskSuite<float>(typeof(MaskedSingles));

public sealed class MaskedDoubleTests() : MaskSuite<double>(typeof(MaskedDoubles));

public sealed class MaskedHalfTests() : MaskSuite<Half>(typeof(MaskedHalves));

/// <summary>What is promised of masks: the bits of the plain method with −∞ in place of what is left out.</summary>
[On(Hardware.Every)]
public abstract partial class MaskSuite<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const byte Untouched = 0xA5;

    private static IReadOnlyList<MaskedSet<T>>? s_kernels;

    private static readonly double[] s_densities = [0, 0.05, 0.5, 0.9, 1];

    private protected MaskSuite(Type kernels) => Kernels = s_kernels ??= MaskedSet<T>.DeclaredOn(kernels);

    private IReadOnlyList<MaskedSet<T>> Kernels { get; }

    private IEnumerable<MaskedOperation<T>> Operations => Kernels.SelectMany(kernel => kernel.All);

    [Fact]
    public void A_row_is_the_plain_one_with_minus_infinity_where_it_is_masked()
    {
        Random random = new(1);
        foreach (var operation in Operations)
        {
            foreach (var source in Rows(operation.Plain.Size))
            {
                foreach (var mask in s_densities.Select(density => Mask(random, source.Values.Length, density)))
                {
                    AssertAll(operation, operation.Row, source.Values, mask, source.Origin);
                }
            }
        }
    }

    [Fact]
    public void Rows_are_so_with_a_mask_for_all_and_with_one_for_each()
    {
        Random random = new(2);
        foreach (var operation in Operations)
        {
            var n = operation.Plain.Size;
            int[] counts = n <= 257 ? [0, 1, 2, 7, 16, 17, 35, 1 + (2100 / n)] : [0, 1, 2, 3];
            var special = SpecialRows<T>.All(n).Select(row => row.Values).ToArray();
            foreach (var count in counts)
            {
                T[] ordinary = [.. Enumerable.Range(0, count).SelectMany(seed => Distributions<T>.Ordinary.Row(n, seed).Values)];
                T[] mixed = [.. Enumerable.Range(0, count).SelectMany(row => random.Next(3) == 0 ? special[random.Next(special.Length)] : Distributions<T>.Ordinary.Row(n, row).Values)];
                foreach (var source in new[] { ordinary, mixed })
                {
                    foreach (var density in s_densities)
                    {
                        AssertAll(operation, operation.Shared, source, Mask(random, n, density), $"{count} rows");
                        AssertAll(operation, operation.Each, source, Mask(random, count * n, density), $"{count} rows");
                    }
                }
            }
        }
    }

    /// <summary>What is left out may be anything.</summary>
    [Fact]
    public void A_masked_NaN_and_a_masked_infinity_are_not_seen()
    {
        foreach (var operation in Operations.Where(operation => operation.Plain.Size > 1))
        {
            var n = operation.Plain.Size;
            foreach (var place in new[] { 0, n / 2, n - 1 })
            {
                var mask = new bool[n];
                mask.AsSpan().Fill(true);
                mask[place] = false;
                var source = Distributions<T>.Ordinary.Row(n, place).Values;
                var expected = operation.Expected(source, mask);
                foreach (var hidden in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity, -T.NaN, T.BitDecrement(T.PositiveInfinity) })
                {
                    source[place] = hidden;
                    Assert.Equal(expected, operation.Expected(source, mask));
                    AssertAll(operation, operation.Row, source, mask, $"{hidden} at {place}");
                }
            }
        }
    }

    [Fact]
    public void Where_nothing_takes_part_there_is_nothing()
    {
        foreach (var kernel in Kernels)
        {
            T[] source = Distributions<T>.Ordinary.Row(kernel.Size, 3).Values;
            var mask = new bool[kernel.Size];
            T[][] values =
            [
                new T[kernel.Size],
                [.. Enumerable.Repeat(T.NegativeInfinity, kernel.Size)],
                [T.NegativeInfinity],
            ];
            for (var i = 0; i < values.Length; i++)
            {
                Assert.Equal(MemoryMarshal.AsBytes<T>(values[i]).ToArray(), kernel.All[i].Expected(source, mask));
            }

            Assert.Equal(BitConverter.GetBytes(-1), kernel.All[3].Expected(source, mask));
            AssertAll(kernel.All[3], kernel.All[3].Row, source, mask, "nothing");
        }
    }

    [Fact]
    public void An_index_that_is_masked_is_never_given()
    {
        foreach (var operation in Kernels.Select(kernel => kernel.All[3]).Where(operation => operation.Plain.Size > 1))
        {
            var n = operation.Plain.Size;
            T[] absent = [.. Enumerable.Repeat(T.NegativeInfinity, n)];
            for (var first = 0; first < n; first += 1 + (n / 10))
            {
                var mask = new bool[n];
                mask.AsSpan(first).Fill(true);
                Assert.Equal(BitConverter.GetBytes(first), operation.Expected(absent, mask));
                AssertAll(operation, operation.Row, absent, mask, $"from {first} on");
                AssertAll(operation, operation.Shared, [.. absent, .. absent, .. absent], mask, $"rows from {first} on");
            }
        }
    }

    [Fact]
    public void In_place_is_allowed_where_results_have_the_row_s_shape()
    {
        Random random = new(3);
        foreach (var operation in Operations.Where(operation => operation.Plain.IsElementwise))
        {
            var n = operation.Plain.Size;
            foreach (var (forms, count, maskRows) in new[] { (operation.Row, 1, 1), (operation.Shared, 19, 1), (operation.Each, 19, 19) })
            {
                T[] source = [.. Enumerable.Range(0, count).SelectMany(seed => Distributions<T>.Ordinary.Row(n, seed).Values)];
                var mask = Mask(random, n * maskRows, 0.6);
                var expected = operation.Expected(source, mask);
                foreach (var (name, run) in forms)
                {
                    T[] values = [.. source];
                    run(values, mask, MemoryMarshal.AsBytes(values.AsSpan()));
                    Assert.True(MemoryMarshal.AsBytes(values.AsSpan()).SequenceEqual(expected), $"{name} in place");
                }
            }
        }
    }

    [Fact]
    public void A_bool_takes_part_unless_its_byte_is_0()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Plain.Size;
            var source = Distributions<T>.Ordinary.Row(n, 5).Values;
            var bytes = new byte[n];
            for (var i = 0; i < n; i++)
            {
                bytes[i] = (i % 5) switch { 0 => 0, 1 => 1, 2 => 2, 3 => 0x80, _ => 0xFF };
            }

            bool[] mask = [.. bytes.Select(value => value != 0)];
            var expected = operation.Expected(source, mask);
            foreach (var (name, run) in operation.Row.Where(form => !form.Name.Contains("by bits", StringComparison.Ordinal)))
            {
                var results = new byte[expected.Length];
                run(source, MemoryMarshal.Cast<byte, bool>(bytes), results);
                Assert.True(expected.SequenceEqual(results), name);
            }
        }
    }

    [Fact]
    public void Nothing_outside_the_spans_is_read_or_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guard pages are made by Linux' mmap and mprotect.");

        Random random = new(4);
        const int Most = 20 * 1024;
        using GuardedBuffer source = new(Most * Unsafe.SizeOf<T>()), masks = new(Most), results = new(Most * Unsafe.SizeOf<T>());
        foreach (var operation in Operations)
        {
            var n = operation.Plain.Size;
            foreach (var count in n <= 257 ? new[] { 1, 2, 5, 16, 19 } : [1, 2])
            {
                foreach (var forms in count == 1 ? new[] { operation.Row, operation.Each } : [operation.Shared, operation.Each])
                {
                    T[] values = [.. Enumerable.Range(0, count).SelectMany(seed => Distributions<T>.Ordinary.Row(n, seed).Values)];
                    var mask = Mask(random, forms == operation.Shared ? n : values.Length, 0.7);
                    var expected = operation.Expected(values, mask);
                    foreach (var (name, run) in forms)
                    {
                        foreach (var isFirst in new[] { true, false })
                        {
                            var s = MemoryMarshal.Cast<byte, T>(At(source, isFirst, values.Length * Unsafe.SizeOf<T>()));
                            var m = MemoryMarshal.Cast<byte, bool>(At(masks, isFirst, mask.Length));
                            var r = At(results, isFirst, expected.Length);
                            values.CopyTo(s);
                            mask.CopyTo(m);
                            run(s, m, r);
                            Assert.True(r.SequenceEqual(expected), name);
                        }
                    }
                }
            }
        }

        static Span<byte> At(GuardedBuffer buffer, bool isFirst, int count) => isFirst ? buffer.First(count) : buffer.Last(count);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        foreach (var operation in Operations)
        {
            var n = operation.Plain.Size;
            var mask = new bool[3 * n];
            mask.AsSpan().Fill(true);
            var source = new T[3 * n];
            var results = new byte[3 * operation.Plain.BytesPerRow];
            foreach (var (name, run) in operation.Row)
            {
                Assert.True(Allocations.Least(() => run(source.AsSpan(0, n), mask.AsSpan(0, n), results.AsSpan(0, operation.Plain.BytesPerRow))) == 0, name);
            }

            foreach (var (name, run) in operation.Shared)
            {
                Assert.True(Allocations.Least(() => run(source, mask.AsSpan(0, n), results)) == 0, name);
            }

            foreach (var (name, run) in operation.Each)
            {
                Assert.True(Allocations.Least(() => run(source, mask, results)) == 0, name);
            }
        }
    }

    private static IEnumerable<Row<T>> Rows(int n) =>
        [Distributions<T>.Ordinary.Row(n, 1), .. (n <= 257 ? Distributions<T>.All.Select(distribution => distribution.Row(n, 2)) : []), .. SpecialRows<T>.All(n).Where((_, i) => n <= 65 || i % 5 == 0)];

    private static bool[] Mask(Random random, int length, double density) => [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() < density)];

    private static void AssertAll(MaskedOperation<T> operation, IReadOnlyList<(string Name, MaskedForm<T> Run)> forms, T[] source, bool[] mask, string what)
    {
        var expected = operation.Expected(source, mask);
        var results = new byte[expected.Length];
        foreach (var (name, run) in forms)
        {
            results.AsSpan().Fill(Untouched);
            run(source, mask, results);
            Assert.True(
                expected.AsSpan().SequenceEqual(results),
                $"{name}: byte {expected.AsSpan().CommonPrefixLength(results)} differs; {what}, mask {string.Concat(mask.Take(70).Select(part => part ? '1' : '0'))}");
        }
    }
}
