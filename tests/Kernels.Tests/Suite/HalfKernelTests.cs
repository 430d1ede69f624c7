using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Rows;
using SoftKernels.Kernels.Tests.Subject;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>Generated kernels of Half: the results of the float kernels, rounded once, in every form.</summary>
/// <remarks>Masks, columns and training are held against a row by their own suites, which have a line for Half.</remarks>
[On(Hardware.Every)]
public sealed class HalfKernelTests
{
    private static readonly IReadOnlyList<KernelSet<Half>> s_kernels = KernelSet<Half>.DeclaredOn(typeof(HalfKernels));

    private static readonly double[] s_temperatures = [0, 6e-8, 0.1, 1, 3, 65504];

    [Fact]
    public void Every_form_gives_the_float_result_rounded_once()
    {
        foreach (var kernel in s_kernels)
        {
            foreach (var operation in kernel.All)
            {
                AssertForms(operation, (wide, results) => Float(operation.Kind, wide, results));
            }
        }
    }

    [Fact]
    public void And_so_it_does_at_a_temperature()
    {
        foreach (var size in s_kernels.Select(kernel => kernel.Size).Where(size => size <= 1000))
        {
            foreach (var temperature in s_temperatures.Select(temperature => (Half)temperature))
            {
                foreach (var operation in new TemperatureSet<Half>(typeof(HalfKernels), size, temperature).All)
                {
                    AssertForms(operation, (wide, results) => FloatAt(operation.Kind, wide, (float)temperature, results));
                }
            }
        }
    }

    [Fact]
    public void Work_in_place_leaves_the_same()
    {
        foreach (var operation in s_kernels.SelectMany(kernel => kernel.All).Where(operation => operation.IsElementwise))
        {
            var source = Matrix(operation.Size);
            var expected = operation.Bits(operation.Rows, source);
            var bytes = MemoryMarshal.AsBytes(source.AsSpan());
            operation.Rows(source, bytes);
            Assert.True(bytes.SequenceEqual(expected), $"{operation.Kind.Name}{operation.Size}Rows in place");
        }
    }

    [Fact]
    public void Wrong_lengths_and_overlaps_are_refused_before_anything_is_written()
    {
        Half[] row = new Half[10], rows = new Half[30], results = [.. Enumerable.Repeat((Half)7, 31)];
        Refusal.AssertLength(() => HalfKernels.Softmax10(row.AsSpan(Unseen(1)), results.AsSpan(0, 10)), "nine logits", "logits", 9, 10);
        Refusal.AssertLength(() => HalfKernels.Softmax10(row, results.AsSpan(0, Unseen(11))), "eleven probabilities", "probabilities", 11, 10);
        Refusal.AssertRows(() => HalfKernels.LogSoftmax10Rows(rows.AsSpan(Unseen(1)), results.AsSpan(0, Unseen(29))), "29 logits", "logits", 29, 10);
        Refusal.AssertLength(() => HalfKernels.LogSumExp10Rows(rows, results.AsSpan(0, Unseen(4))), "four results", "results", 4, 3);
        Refusal.AssertLength(() => HalfKernels.ArgMax10Rows(rows, new int[Unseen(2)]), "two indices", "indices", 2, 3);
        Refusal.AssertOverlap(() => HalfKernels.Softmax10Rows(results.AsSpan(0, 30), results.AsSpan(Unseen(1), 30)), "one after", "probabilities", 1);
        Refusal.AssertOverlap(() => HalfKernels.HardMax10(results.AsSpan(Unseen(3), 10), results.AsSpan(0, 10)), "three before", "oneHot", -3);
        Refusal.AssertShared(() => HalfKernels.ArgMax10Rows(rows, MemoryMarshal.Cast<Half, int>(rows.AsSpan(0, Unseen(6)))), "indices in the values", "indices");
        Assert.Equal("temperature", Assert.Throws<ArgumentOutOfRangeException>(() => HalfKernels.Softmax10(row, (Half)(-1), results.AsSpan(0, 10))).ParamName);
        Assert.Equal("temperature", Assert.Throws<ArgumentOutOfRangeException>(() => HalfKernels.LogSumExp10Rows(rows, Half.PositiveInfinity, results.AsSpan(0, 3))).ParamName);
        Refusal.AssertBlocks(() => HalfColumnKernels.Softmax10Columns(rows.AsSpan(0, Unseen(20)), results.AsSpan(0, Unseen(20)), 3), "two thirds of a block", "logits", 20, 30, 3, 10);
        Assert.All(results, result => Assert.Equal((Half)7, result));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        foreach (var operation in s_kernels.SelectMany(kernel => kernel.All))
        {
            var source = Matrix(operation.Size);
            var row = source.AsMemory(0, operation.Size);
            var results = new byte[source.Length / operation.Size * operation.BytesPerRow];
            var allocated = Allocations.Least(() =>
            {
                operation.Row(row.Span, results.AsSpan(0, operation.BytesPerRow));
                operation.Rows(source, results);
            });
            Assert.True(allocated == 0, $"{operation.Kind.Name}{operation.Size} allocated {allocated} bytes.");
        }
    }

    /// <summary>A number that analyzers don't know.</summary>
    private static int Unseen(int number) => number;

    private static void AssertForms(Operation<Half> operation, Action<float[], float[]> compute)
    {
        var (n, source) = (operation.Size, Matrix(operation.Size));
        List<byte> expected = [];
        for (var i = 0; i < source.Length; i += n)
        {
            var results = new float[operation.ResultsPerRow];
            compute([.. source.AsSpan(i, n).ToArray().Select(value => (float)value)], results);
            expected.AddRange(operation.IsValued ? MemoryMarshal.AsBytes(results.Select(Rounded).ToArray().AsSpan()) : MemoryMarshal.AsBytes([(int)results[0]]));
            foreach (var (name, form) in operation.RowlessForms.Append((operation.Kind.Name + n, operation.Row)))
            {
                AssertSame(operation, CollectionsMarshal.AsSpan(expected)[^operation.BytesPerRow..], operation.Bits(form, source.AsSpan(i, n)), name);
            }
        }

        AssertSame(operation, CollectionsMarshal.AsSpan(expected), operation.Bits(operation.Rows, source), $"{operation.Kind.Name}{n}Rows");
    }

    /// <summary>Bits, but for those of a NaN.</summary>
    private static void AssertSame(Operation<Half> operation, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string name)
    {
        if (!operation.IsValued)
        {
            Assert.True(expected.SequenceEqual(actual), name);
            return;
        }

        var right = MemoryMarshal.Cast<byte, ushort>(expected);
        var given = MemoryMarshal.Cast<byte, ushort>(actual);
        for (var i = 0; i < right.Length; i++)
        {
            if (right[i] != given[i] && !(Half.IsNaN(BitConverter.UInt16BitsToHalf(right[i])) && Half.IsNaN(BitConverter.UInt16BitsToHalf(given[i]))))
            {
                Assert.Fail($"{name}: result {i} is {BitConverter.UInt16BitsToHalf(given[i]):R}, not {BitConverter.UInt16BitsToHalf(right[i]):R}");
            }
        }
    }

    /// <summary>By .NET's conversion, and without a sign where nothing else is left.</summary>
    private static Half Rounded(float result) => (Half)result == Half.Zero ? Half.Zero : (Half)result;

    private static void Float(OperationKind kind, float[] row, float[] results)
    {
        switch (kind.Name)
        {
            case "Softmax":
                SoftMath.Softmax(row, results);
                break;
            case "LogSoftmax":
                SoftMath.LogSoftmax(row, results);
                break;
            case "HardMax":
                SoftMath.HardMax(row, results);
                break;
            case "LogSumExp":
                results[0] = SoftMath.LogSumExp(row);
                break;
            case "Max":
                results[0] = SoftMath.Max(row);
                break;
            default:
                results[0] = SoftMath.ArgMax(row);
                break;
        }
    }

    private static void FloatAt(OperationKind kind, float[] row, float temperature, float[] results)
    {
        switch (kind.Name)
        {
            case "Softmax":
                SoftMath.Softmax(row, temperature, results);
                break;
            case "LogSoftmax":
                SoftMath.LogSoftmax(row, temperature, results);
                break;
            default:
                results[0] = SoftMath.LogSumExp(row, temperature);
                break;
        }
    }

    /// <summary>Ordinary rows, hard ones, and those that hold special values: a block of the library's and more, where they are short.</summary>
    private static Half[] Matrix(int n)
    {
        var hard = Distributions<Half>.All.Select(distribution => distribution.Row(n, 3));
        var rows = n > 1000 ? [Distributions<Half>.Ordinary.Row(n, 1), .. SpecialRows<Half>.All(n).Take(3)] : SpecialRows<Half>.All(n).Concat(hard).Concat(Distributions<Half>.Ordinary.Rows(n, n <= 17 ? 300 : 5));
        return [.. rows.SelectMany(row => row.Values)];
    }
}
