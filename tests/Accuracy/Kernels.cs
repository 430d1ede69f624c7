namespace SoftKernels.Accuracy;

[SoftKernel(Size = 2), SoftKernel(Size = 3), SoftKernel(Size = 5), SoftKernel(Size = 8), SoftKernel(Size = 10)]
[SoftKernel(Size = 16), SoftKernel(Size = 17), SoftKernel(Size = 32), SoftKernel(Size = 64), SoftKernel(Size = 100)]
[SoftKernel(Size = 128), SoftKernel(Size = 256), SoftKernel(Size = 1000), SoftKernel(Size = 4096), SoftKernel(Size = 65536)]
internal static partial class SingleKernels;

[SoftKernel(Size = 2, ElementType = typeof(double)), SoftKernel(Size = 3, ElementType = typeof(double)), SoftKernel(Size = 5, ElementType = typeof(double))]
[SoftKernel(Size = 8, ElementType = typeof(double)), SoftKernel(Size = 10, ElementType = typeof(double)), SoftKernel(Size = 16, ElementType = typeof(double))]
[SoftKernel(Size = 17, ElementType = typeof(double)), SoftKernel(Size = 32, ElementType = typeof(double)), SoftKernel(Size = 64, ElementType = typeof(double))]
[SoftKernel(Size = 100, ElementType = typeof(double)), SoftKernel(Size = 128, ElementType = typeof(double)), SoftKernel(Size = 256, ElementType = typeof(double))]
[SoftKernel(Size = 1000, ElementType = typeof(double)), SoftKernel(Size = 4096, ElementType = typeof(double)), SoftKernel(Size = 65536, ElementType = typeof(double))]
internal static partial class DoubleKernels;

[SoftKernel(Size = 2, Extras = EveryExtra.Of), SoftKernel(Size = 3, Extras = EveryExtra.Of), SoftKernel(Size = 5, Extras = EveryExtra.Of)]
[SoftKernel(Size = 10, Extras = EveryExtra.Of), SoftKernel(Size = 17, Extras = EveryExtra.Of), SoftKernel(Size = 64, Extras = EveryExtra.Of)]
[SoftKernel(Size = 100, Extras = EveryExtra.Of), SoftKernel(Size = 1000, Extras = EveryExtra.Of)]
internal static partial class SingleExtras;

[SoftKernel(Size = 2, ElementType = typeof(double), Extras = EveryExtra.Of), SoftKernel(Size = 3, ElementType = typeof(double), Extras = EveryExtra.Of)]
[SoftKernel(Size = 5, ElementType = typeof(double), Extras = EveryExtra.Of), SoftKernel(Size = 10, ElementType = typeof(double), Extras = EveryExtra.Of)]
[SoftKernel(Size = 17, ElementType = typeof(double), Extras = EveryExtra.Of), SoftKernel(Size = 64, ElementType = typeof(double), Extras = EveryExtra.Of)]
[SoftKernel(Size = 100, ElementType = typeof(double), Extras = EveryExtra.Of), SoftKernel(Size = 1000, ElementType = typeof(double), Extras = EveryExtra.Of)]
internal static partial class DoubleExtras;

internal static class EveryExtra
{
    public const SoftExtras Of = SoftExtras.Temperature | SoftExtras.Mask | SoftExtras.Columns;
}
