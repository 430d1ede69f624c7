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
    /// <remarks>
    /// The second is what this option says. For the first, each such method begins with
    /// <c>try { } finally { while (Unsafe.SizeOf&lt;float&gt;() == 0) { } }</c>: the JIT does not replace a method on the stack
    /// while it is in a loop of a handler, so it optimises a method that has one at once, and removes loop and handler before that. The
    /// flag <see cref="MethodImplOptions"/>.AggressiveOptimization would do the same, but keeps the method from being compiled ahead of
    /// time (ReadyToRun). tests/Package.Tests watches both.
    /// </remarks>
    public const MethodImplOptions Optimized = MethodImplOptions.NoInlining;
}
