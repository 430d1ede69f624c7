using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SoftKernels;

namespace Playground.Numbers;

/// <summary>The sizes on offer. Methods of any length find the generated one of the size, or else the library's.</summary>
[SoftKernel(2)]
[SoftKernel(4)]
[SoftKernel(8)]
[SoftKernel(10)]
[SoftKernel(16)]
[SoftKernel(32)]
[SoftKernel(64)]
[SoftKernel(2, ElementType = typeof(double))]
[SoftKernel(4, ElementType = typeof(double))]
[SoftKernel(8, ElementType = typeof(double))]
[SoftKernel(10, ElementType = typeof(double))]
[SoftKernel(16, ElementType = typeof(double))]
[SoftKernel(32, ElementType = typeof(double))]
[SoftKernel(64, ElementType = typeof(double))]
internal static partial class RowKernels
{
    public static IReadOnlyList<int> Sizes { get; } =
        [.. typeof(RowKernels).GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size).Distinct().Order()];
}
