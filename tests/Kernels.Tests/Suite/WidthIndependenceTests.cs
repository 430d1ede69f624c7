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

/// <summary>The runtime's code for rows, at every register width that this machine has: the same bits.</summary>
public sealed class WidthIndependenceTests
{
    // All tails of all widths; on both sides of where 32-bit counters are emptied and where 64-bit totals are closed.
    private static readonly int[] Sizes =
        [.. Enumerable.Range(1, 70), 127, 128, 129, 255, 256, 257, 511, 1000, 1023, 1025, 2047, 4095, 4096, 4097, 8200, 65_535, 65_536, 65_537, 140_003];

    [Fact]
    public void Float_has_the_same_bits_at_every_width()
    {
        var widths = new List<Width<float>> { Of<SingleScalar, SingleFormat, float, int, float>("scalar") };
        if (Vector128.IsHardwareAccelerated)
        {
            widths.Add(Of<SingleLanes128, SingleFormat, Vector128<float>, Vector128<int>, float>("128 bits"));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            widths.Add(Of<SingleLanes256, SingleFormat, Vector256<float>, Vector256<int>, float>("256 bits"));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            widths.Add(Of<SingleLanes512, SingleFormat, Vector512<float>, Vector512<int>, float>("512 bits"));
        }

        AssertSameBits(widths);
    }

    [Fact]
    public void Double_has_the_same_bits_at_every_width()
    {
        var widths = new List<Width<double>> { Of<DoubleScalar, DoubleFormat, double, long, double>("scalar") };
        if (Vector128.IsHardwareAccelerated)
        {
            widths.Add(Of<DoubleLanes128, DoubleFormat, Vector128<double>, Vector128<long>, double>("128 bits"));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            widths.Add(Of<DoubleLanes256, DoubleFormat, Vector256<double>, Vector256<long>, double>("256 bits"));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            widths.Add(Of<DoubleLanes512, DoubleFormat, Vector512<double>, Vector512<long>, double>("512 bits"));
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

    private static Width<T> Of<TLanes, TFormat, TVector, TBits, T>(string name)
        where TLanes : struct, ILanes<TVector, TBits, T>
        where TFormat : struct, IFormat<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(name, values =>
        {
            T[] softmax = new T[values.Length], logSoftmax = new T[values.Length];
            RowKernel<TLanes, TFormat, TVector, TBits, T>.Softmax(values, softmax);
            RowKernel<TLanes, TFormat, TVector, TBits, T>.LogSoftmax(values, logSoftmax);
            return new()
            {
                ["Softmax"] = softmax,
                ["LogSoftmax"] = logSoftmax,
                ["LogSumExp"] = [RowKernel<TLanes, TFormat, TVector, TBits, T>.LogSumExp(values)],

                // SoftMath turns −0 into +0.
                ["Max"] = [RowKernel<TLanes, TFormat, TVector, TBits, T>.Max(values) + T.Zero],
                ["ArgMax"] = [T.CreateChecked(RowKernel<TLanes, TFormat, TVector, TBits, T>.ArgMax(values))],
            };
        });

    private sealed record Width<T>(string Name, Func<T[], Dictionary<string, T[]>> Results);
}
