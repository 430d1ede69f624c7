using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>How loops over registers are compiled.</summary>
internal static class KernelOptions
{
    /// <summary>
    /// Optimised from the first call on: such code is worth nothing before its helpers are inlined, so it does not wait for a second tier.
    /// </summary>
#if NET8_0_OR_GREATER
    public const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;
#else
    public const MethodImplOptions Optimized = default;
#endif
}
