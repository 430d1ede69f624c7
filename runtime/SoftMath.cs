#if NET
using System.Diagnostics;
#endif

namespace SoftKernels;

/// <summary>
/// Numerically stable softmax, log-sum-exp and argmax for rows of any length: the fallback of the generated methods, with the same bits.
/// </summary>
/// <remarks>
/// Results depend on the values of the row and on nothing else: not on the register width, the processor, the operating system or the
/// order of equal-valued rows in a batch. The one exception is hardware without fused multiply-add, where the same error bounds hold but
/// not the same bits. −∞ is absent, +∞ is dominant, NaN is contagious, and a NaN comes out only if a NaN went in. Nothing is allocated.
/// </remarks>
#if NET
[StackTraceHidden]
#endif
public static partial class SoftMath
{
}
