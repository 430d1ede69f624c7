using SoftKernels;

namespace Consumers
{
    /// <summary>Sizes of every layout: rows across lanes, row in registers, blocks, and too large for any.</summary>
    [SoftKernel(Size = 3)]
    [SoftKernel(Size = 10)]
    [SoftKernel(Size = 16)]
    [SoftKernel(Size = 300)]
    [SoftKernel(Size = 5000)]
    [SoftKernel(Size = 10, ElementType = typeof(double))]
    public static partial class Kernels
    {
    }

#if NET8_0_OR_GREATER
    /// <summary>Stored as Half.</summary>
    [SoftKernel(10, ElementType = typeof(System.Half))]
    [SoftKernel(300, ElementType = typeof(System.Half))]
    public static partial class Halves
    {
    }
#endif
}
