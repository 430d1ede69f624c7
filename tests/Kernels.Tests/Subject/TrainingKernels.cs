namespace SoftKernels.Kernels.Tests.Subject;

[SoftKernel(1, Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(2, Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(10, Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(17, Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(100, Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
internal static partial class SingleTrainingKernels;

[SoftKernel(1, ElementType = typeof(double), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(2, ElementType = typeof(double), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(10, ElementType = typeof(double), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(17, ElementType = typeof(double), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
[SoftKernel(100, ElementType = typeof(double), Operations = SoftOperations.Training, Extras = SoftExtras.Columns)]
internal static partial class DoubleTrainingKernels;
