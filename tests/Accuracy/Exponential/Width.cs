using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftKernels.Numerics;

namespace SoftKernels.Accuracy.Exponential;

/// <summary>The exponential as generated methods call it, for rows whose maximum is x: e^x without its power of two, times 2^44.</summary>
internal sealed record Width(string Name, Action<float[], float[]> Weigh)
{
    /// <summary>Those in use on this machine, widest first.</summary>
    public static IReadOnlyList<Width> All { get; } =
    [
        .. Vector512.IsHardwareAccelerated ? [new Width("Vector512", Weigh512)] : Enumerable.Empty<Width>(),
        .. Vector256.IsHardwareAccelerated ? [new Width("Vector256", Weigh256)] : Enumerable.Empty<Width>(),
        new("Vector128", Weigh128),
    ];

    private static void Weigh512(float[] x, float[] weights)
    {
        var lanes = Registers.Single512;
        for (var i = 0; i < x.Length; i += Vector512<float>.Count)
        {
            var values = lanes.Load(ref First(x), i);
            lanes.Store(lanes.Weight(values, lanes.Scale(values), lanes.Lowest(values)), ref First(weights), i);
        }
    }

    private static void Weigh256(float[] x, float[] weights)
    {
        var lanes = Registers.Single256;
        for (var i = 0; i < x.Length; i += Vector256<float>.Count)
        {
            var values = lanes.Load(ref First(x), i);
            lanes.Store(lanes.Weight(values, lanes.Scale(values), lanes.Lowest(values)), ref First(weights), i);
        }
    }

    private static void Weigh128(float[] x, float[] weights)
    {
        var lanes = Registers.Single128;
        for (var i = 0; i < x.Length; i += Vector128<float>.Count)
        {
            var values = lanes.Load(ref First(x), i);
            lanes.Store(lanes.Weight(values, lanes.Scale(values), lanes.Lowest(values)), ref First(weights), i);
        }
    }

    /// <summary>The same as logarithms count it, in units of the fine grid: the significand is not rounded.</summary>
    public static void Count(float[] x, double[] counts)
    {
        var lanes = Registers.Single128;
        for (var i = 0; i < x.Length; i += Vector128<float>.Count)
        {
            var values = lanes.Load(ref First(x), i);
            var coarse = lanes.NoneCounted();
            var fine = lanes.NoneCounted();
            lanes.CountRest(values, values, lanes.Scale(values), lanes.Lowest(values), ref coarse, ref fine);
            var totals = lanes.Totals(coarse, fine, 1);
            for (var lane = 0; lane < Vector128<float>.Count; lane++)
            {
                counts[i + lane] = (totals.Coarse[lane] * (double)SingleFormat.CoarseUnit) + totals.Fine[lane];
            }
        }
    }

    private static ref float First(float[] values) => ref MemoryMarshal.GetArrayDataReference(values);
}
