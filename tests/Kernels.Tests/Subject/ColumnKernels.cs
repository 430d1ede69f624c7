namespace SoftKernels.Kernels.Tests.Subject;

// One value, a few, a register's worth and its neighbours, as many as a lane counts, and more.
[SoftKernel(Size = 1, Extras = SoftExtras.Columns), SoftKernel(Size = 2, Extras = SoftExtras.Columns), SoftKernel(Size = 3, Extras = SoftExtras.Columns)]
[SoftKernel(Size = 10, Extras = SoftExtras.Columns), SoftKernel(Size = 17, Extras = SoftExtras.Columns), SoftKernel(Size = 64, Extras = SoftExtras.Columns)]
[SoftKernel(Size = 256, Extras = SoftExtras.Columns), SoftKernel(Size = 257, Extras = SoftExtras.Columns), SoftKernel(Size = 1000, Extras = SoftExtras.Columns)]
internal static partial class SingleColumnKernels;

[SoftKernel(Size = 1, ElementType = typeof(double), Extras = SoftExtras.Columns), SoftKernel(Size = 2, ElementType = typeof(double), Extras = SoftExtras.Columns)]
[SoftKernel(Size = 3, ElementType = typeof(double), Extras = SoftExtras.Columns), SoftKernel(Size = 10, ElementType = typeof(double), Extras = SoftExtras.Columns)]
[SoftKernel(Size = 17, ElementType = typeof(double), Extras = SoftExtras.Columns), SoftKernel(Size = 64, ElementType = typeof(double), Extras = SoftExtras.Columns)]
[SoftKernel(Size = 256, ElementType = typeof(double), Extras = SoftExtras.Columns), SoftKernel(Size = 257, ElementType = typeof(double), Extras = SoftExtras.Columns)]
[SoftKernel(Size = 1000, ElementType = typeof(double), Extras = SoftExtras.Columns)]
internal static partial class DoubleColumnKernels;
