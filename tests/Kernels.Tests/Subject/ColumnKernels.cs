namespace SoftKernels.Kernels.Tests.Subject;

// One value, a few, a register's worth and its neighbours, as many as a lane counts, and more.
[SoftKernel(1, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(2, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(3, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(10, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(17, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(64, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(256, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(257, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(1000, Extras = SoftExtras.Columns | SoftExtras.Temperature)]
internal static partial class SingleColumnKernels;

[SoftKernel(1, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(2, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(3, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(10, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(17, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(64, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(256, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(257, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(1000, ElementType = typeof(double), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
internal static partial class DoubleColumnKernels;
