using System;

namespace SoftKernels.Kernels.Tests.Subject;

// On both sides of a register, of the room on the stack for one row, and of a block of rows.
[SoftKernel(1, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(2, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(3, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(4, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(5, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(7, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(8, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(9, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(10, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(15, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(16, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(17, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(31, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(33, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(64, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(65, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(100, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(255, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(256, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(257, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(512, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(513, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(1000, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(4096, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
[SoftKernel(4097, ElementType = typeof(Half), Extras = SoftExtras.Temperature), SoftKernel(65536, ElementType = typeof(Half), Extras = SoftExtras.Temperature)]
internal static partial class HalfKernels;

[SoftKernel(1, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(2, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(3, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(10, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(17, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(64, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(256, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(257, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
[SoftKernel(1000, ElementType = typeof(Half), Extras = SoftExtras.Columns | SoftExtras.Temperature)]
internal static partial class HalfColumnKernels;

[SoftKernel(1, ElementType = typeof(Half), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(2, ElementType = typeof(Half), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(10, ElementType = typeof(Half), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(17, ElementType = typeof(Half), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(100, ElementType = typeof(Half), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
internal static partial class HalfTrainingKernels;

[SoftKernel(1, ElementType = typeof(Half), Extras = SoftExtras.Mask), SoftKernel(2, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
[SoftKernel(3, ElementType = typeof(Half), Extras = SoftExtras.Mask), SoftKernel(4, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
[SoftKernel(8, ElementType = typeof(Half), Extras = SoftExtras.Mask), SoftKernel(10, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
[SoftKernel(16, ElementType = typeof(Half), Extras = SoftExtras.Mask), SoftKernel(17, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
[SoftKernel(33, ElementType = typeof(Half), Extras = SoftExtras.Mask), SoftKernel(64, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
[SoftKernel(65, ElementType = typeof(Half), Extras = SoftExtras.Mask), SoftKernel(257, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
[SoftKernel(4097, ElementType = typeof(Half), Extras = SoftExtras.Mask)]
internal static partial class MaskedHalves;
