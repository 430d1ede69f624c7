using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Numerics;

/// <summary>
/// How weights were counted. Without fused multiply-add a weight may differ in its last digits, and the power of two in the greatest, which is the scale of all, by one: sums of both kinds would
/// be wrong by a factor.
/// </summary>
internal enum Counting : byte
{
    /// <summary>Nothing was.</summary>
    None = 0,

    /// <summary>Multiply and add were fused.</summary>
    Fused = 1,

    /// <summary>They were not.</summary>
    Unfused = 2,
}

/// <summary>How this machine counts.</summary>
internal static class CountingHere
{
    public static Counting Is => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Counting.Fused : Counting.Unfused;
}
