using SoftKernels;

namespace Consumers
{
    /// <summary>Columns in registers, a row in one register and in some, and what the library's loops serve.</summary>
    [SoftKernel(Size = 4)]
    [SoftKernel(Size = 10)]
    [SoftKernel(Size = 64)]
    [SoftKernel(Size = 1000)]
    internal static partial class Singles
    {
    }

    [SoftKernel(Size = 4, ElementType = typeof(double))]
    [SoftKernel(Size = 10, ElementType = typeof(double))]
    [SoftKernel(Size = 64, ElementType = typeof(double))]
    [SoftKernel(Size = 1000, ElementType = typeof(double))]
    internal static partial class Doubles
    {
    }
}
