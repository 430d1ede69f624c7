using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Digits;

/// <summary>What the kernels compute with: under the JIT what the machine has, under NativeAOT what the program was published for.</summary>
internal static class Registers
{
    private static int Bits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    private static bool AreFused => Fma.IsSupported || AdvSimd.IsSupported;

    public static string Description =>
        $"{(Bits == 0 ? "No vector registers" : $"Registers of {Bits} bits")}, {(AreFused ? "with" : "without")} fused multiply-add.";
}
