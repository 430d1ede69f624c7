using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftKernels.Numerics;

namespace SoftKernels.Accuracy.Exponential;

/// <summary>The exponential as generated methods call it: e^x · 2^45 for a row whose maximum is 0.</summary>
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
        var scale = lanes.Scale(lanes.Zero());
        var lowest = lanes.Lowest(lanes.Zero());
        for (var i = 0; i < x.Length; i += Vector512<float>.Count)
        {
            lanes.Store(lanes.Weight(lanes.Load(ref First(x), i), scale, lowest), ref First(weights), i);
        }
    }

    private static void Weigh256(float[] x, float[] weights)
    {
        var lanes = Registers.Single256;
        var scale = lanes.Scale(lanes.Zero());
        var lowest = lanes.Lowest(lanes.Zero());
        for (var i = 0; i < x.Length; i += Vector256<float>.Count)
        {
            lanes.Store(lanes.Weight(lanes.Load(ref First(x), i), scale, lowest), ref First(weights), i);
        }
    }

    private static void Weigh128(float[] x, float[] weights)
    {
        var lanes = Registers.Single128;
        var scale = lanes.Scale(lanes.Zero());
        var lowest = lanes.Lowest(lanes.Zero());
        for (var i = 0; i < x.Length; i += Vector128<float>.Count)
        {
            lanes.Store(lanes.Weight(lanes.Load(ref First(x), i), scale, lowest), ref First(weights), i);
        }
    }

    private static ref float First(float[] values) => ref MemoryMarshal.GetArrayDataReference(values);
}
