using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>For generated code: how unrolled code and loops over registers are compiled.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelOptions
{
    /// <summary>
    /// Optimised from the first call on, for such code is worth nothing before its helpers are inlined; and never inlined itself, for
    /// the caller's limit of inlined code would not hold it and its helpers.
    /// </summary>
#if NET8_0_OR_GREATER
    public const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
#else
    public const MethodImplOptions Optimized = MethodImplOptions.NoInlining;
#endif
}
