using System.Numerics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftKernels.Kernels.Tests.Measure;

/// <summary>What docs/numerics.md derives, in units of the last place.</summary>
internal static class Bounds<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly bool IsSingle = typeof(T) == typeof(float);

    private static readonly bool IsFused = Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Doubles without fused multiply-add have a bound of their own.</summary>
    public static double Softmax => IsSingle || IsFused ? 4 : 5;

    /// <summary>Of each element, near 0 too.</summary>
    public static double LogSoftmax => IsSingle ? 3 : 4;

    /// <summary>Of the result or the maximum, whichever is greater in magnitude.</summary>
    public static double LogSumExp => IsSingle ? 3 : 4;
}
