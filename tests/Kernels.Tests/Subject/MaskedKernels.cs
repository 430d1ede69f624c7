namespace SoftKernels.Kernels.Tests.Subject;

[SoftKernel(1, Extras = SoftExtras.Mask), SoftKernel(2, Extras = SoftExtras.Mask), SoftKernel(3, Extras = SoftExtras.Mask), SoftKernel(4, Extras = SoftExtras.Mask)]
[SoftKernel(5, Extras = SoftExtras.Mask), SoftKernel(7, Extras = SoftExtras.Mask), SoftKernel(8, Extras = SoftExtras.Mask), SoftKernel(10, Extras = SoftExtras.Mask)]
[SoftKernel(15, Extras = SoftExtras.Mask), SoftKernel(16, Extras = SoftExtras.Mask), SoftKernel(17, Extras = SoftExtras.Mask), SoftKernel(31, Extras = SoftExtras.Mask)]
[SoftKernel(32, Extras = SoftExtras.Mask), SoftKernel(33, Extras = SoftExtras.Mask), SoftKernel(63, Extras = SoftExtras.Mask), SoftKernel(64, Extras = SoftExtras.Mask)]
[SoftKernel(65, Extras = SoftExtras.Mask), SoftKernel(100, Extras = SoftExtras.Mask), SoftKernel(257, Extras = SoftExtras.Mask), SoftKernel(1000, Extras = SoftExtras.Mask)]
[SoftKernel(4097, Extras = SoftExtras.Mask)]
internal static partial class MaskedSingles;

[SoftKernel(1, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(2, ElementType = typeof(double), Extras = SoftExtras.Mask)]
[SoftKernel(3, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(4, ElementType = typeof(double), Extras = SoftExtras.Mask)]
[SoftKernel(5, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(8, ElementType = typeof(double), Extras = SoftExtras.Mask)]
[SoftKernel(10, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(16, ElementType = typeof(double), Extras = SoftExtras.Mask)]
[SoftKernel(17, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(33, ElementType = typeof(double), Extras = SoftExtras.Mask)]
[SoftKernel(64, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(65, ElementType = typeof(double), Extras = SoftExtras.Mask)]
[SoftKernel(257, ElementType = typeof(double), Extras = SoftExtras.Mask), SoftKernel(2049, ElementType = typeof(double), Extras = SoftExtras.Mask)]
internal static partial class MaskedDoubles;
