using System;
using System.Runtime.InteropServices;

namespace SoftKernels.Kernels.Tests.Measure;

internal static class Shown
{
    /// <summary>Round-trip decimal and the bits, so that no digit is in doubt.</summary>
    public static string Exactly<T>(T value)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
        Array.Reverse(bytes);
        return $"{value} (0x{Convert.ToHexString(bytes)})";
    }
}
