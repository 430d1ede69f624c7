using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftKernels.Kernels.Tests.Golden;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Numerics;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>The runtime's code for rows, at every register width that this machine has, and as the one generic definition it is written out of: the same bits.</summary>
public sealed class WidthIndependenceTests
{
    // All tails of all widths; on both sides of where 32-bit counters are emptied and where 64-bit totals are closed.
    private static readonly int[] Sizes =
        [.. Enumerable.Range(1, 70), 127, 128, 129, 255, 256, 257, 511, 1000, 1023, 1025, 2047, 4095, 4096, 4097, 8200, 65_535, 65_536, 65_537, 140_003];

    [Fact]
    public void Float_has_the_same_bits_at_every_width()
    {
        var widths = new List<Width<float>> { Of<float>("scalar", Registers.Single) };
        if (Vector128.IsHardwareAccelerated)
        {
            widths.Add(Of<float>("128 bits", Registers.Single128));
            widths.Add(Of<float>("128 bits, generic", default(Kernel<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>)));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            widths.Add(Of<float>("256 bits", Registers.Single256));
            widths.Add(Of<float>("256 bits, generic", default(Kernel<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>)));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            widths.Add(Of<float>("512 bits", Registers.Single512));
            widths.Add(Of<float>("512 bits, generic", default(Kernel<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>)));
        }

        AssertSameBits(widths);
    }

    [Fact]
    public void Double_has_the_same_bits_at_every_width()
    {
        var widths = new List<Width<double>> { Of<double>("scalar", Registers.Double) };
        if (Vector128.IsHardwareAccelerated)
        {
            widths.Add(Of<double>("128 bits", Registers.Double128));
            widths.Add(Of<double>("128 bits, generic", default(Kernel<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>)));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            widths.Add(Of<double>("256 bits", Registers.Double256));
            widths.Add(Of<double>("256 bits, generic", default(Kernel<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>)));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            widths.Add(Of<double>("512 bits", Registers.Double512));
            widths.Add(Of<double>("512 bits, generic", default(Kernel<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>)));
        }

        AssertSameBits(widths);
    }

    private static void AssertSameBits<T>(IReadOnlyList<Width<T>> widths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.SkipWhen(widths.Count == 1, "There are no registers to compare.");
        foreach (var row in Sizes.SelectMany(n => GoldenRows<T>.Groups(n)).SelectMany(group => group.Rows))
        {
            var expected = widths[0].Results(row.Values);
            foreach (var width in widths.Skip(1))
            {
                foreach (var (operation, bits) in width.Results(row.Values))
                {
                    var at = MemoryMarshal.AsBytes<T>(expected[operation]).CommonPrefixLength(MemoryMarshal.AsBytes<T>(bits)) / Marshal.SizeOf<T>();
                    Assert.True(
                        at == bits.Length,
                        at == bits.Length ? null : $"{operation}, {width.Name}: element {at} is {Shown.Exactly(bits[at])}, scalar {Shown.Exactly(expected[operation][at])}; {row}");
                }
            }
        }
    }

    private static Width<T> Of<T>(string name, IRows<T> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(name, values =>
        {
            T[] softmax = new T[values.Length], logSoftmax = new T[values.Length], hardMax = new T[values.Length];
            rows.Softmax(values, softmax);
            rows.LogSoftmax(values, logSoftmax);
            rows.HardMax(values, hardMax);
            return new()
            {
                ["Softmax"] = softmax,
                ["LogSoftmax"] = logSoftmax,
                ["LogSumExp"] = [rows.LogSumExp(values)],
                ["Max"] = [rows.Max(values)],
                ["ArgMax"] = [T.CreateChecked(rows.ArgMax(values))],
                ["HardMax"] = hardMax,
            };
        });

    private sealed record Width<T>(string Name, Func<T[], Dictionary<string, T[]>> Results);
}
