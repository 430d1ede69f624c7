using System;

[assembly: CLSCompliant(true)]
[assembly: System.Runtime.InteropServices.ComVisible(false)]

namespace SoftKernels.Strict
{
    /// <summary>In C# 7.3.</summary>
    [SoftKernel(Size = 10)]
    [SoftKernel(Size = 3, ElementType = typeof(double))]
    [SoftKernel(5, Extras = SoftExtras.Columns)]
    [SoftKernel(26, Name = "Letters", Extras = SoftExtras.None)]
    [SoftKernel(4, Extras = SoftExtras.Mask)]
    [SoftKernel(Size = 1000, Operations = SoftOperations.Softmax | SoftOperations.LogSumExp)]
    public static partial class Kernels
    {
    }

#if NET8_0_OR_GREATER
    /// <summary>Stored as <see cref="Half"/>.</summary>
    [SoftKernel(10, ElementType = typeof(Half), Operations = SoftOperations.All, Extras = SoftExtras.Temperature | SoftExtras.Mask | SoftExtras.Columns)]
    [SoftKernel(10)]
    public static partial class Halves
    {
    }
#endif

    internal static partial class Outer<T>
        where T : struct
    {
        [SoftKernel(Size = 4)]
        internal static partial class Inner
        {
        }
    }

    [SoftKernel(Size = 2)]
    internal ref partial struct Rows
    {
    }
}
