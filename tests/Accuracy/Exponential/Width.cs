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
        var scale = Single512.Scale(Single512.Zero());
        var lowest = Single512.Lowest(Single512.Zero());
        for (var i = 0; i < x.Length; i += Vector512<float>.Count)
        {
            Single512.Store(Single512.Weight(Single512.Load(ref First(x), i), scale, lowest), ref First(weights), i);
        }
    }

    private static void Weigh256(float[] x, float[] weights)
    {
        var scale = Single256.Scale(Single256.Zero());
        var lowest = Single256.Lowest(Single256.Zero());
        for (var i = 0; i < x.Length; i += Vector256<float>.Count)
        {
            Single256.Store(Single256.Weight(Single256.Load(ref First(x), i), scale, lowest), ref First(weights), i);
        }
    }

    private static void Weigh128(float[] x, float[] weights)
    {
        var scale = Single128.Scale(Single128.Zero());
        var lowest = Single128.Lowest(Single128.Zero());
        for (var i = 0; i < x.Length; i += Vector128<float>.Count)
        {
            Single128.Store(Single128.Weight(Single128.Load(ref First(x), i), scale, lowest), ref First(weights), i);
        }
    }

    private static ref float First(float[] values) => ref MemoryMarshal.GetArrayDataReference(values);
}
