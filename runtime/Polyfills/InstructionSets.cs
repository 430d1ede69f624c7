#if !NET8_0_OR_GREATER
namespace System.Runtime.Intrinsics.X86
{
    /// <summary>Where there are no registers, nothing is fused.</summary>
    internal static class Fma
    {
        public static bool IsSupported => false;
    }

    /// <inheritdoc cref="Fma"/>
    internal static class Avx512F
    {
        internal static class VL
        {
            public static bool IsSupported => false;
        }
    }
}

namespace System.Runtime.Intrinsics.Arm
{
    /// <inheritdoc cref="X86.Fma"/>
    internal static class AdvSimd
    {
        internal static class Arm64
        {
            public static bool IsSupported => false;
        }
    }
}
#endif
