namespace SoftKernels.Kernels.Tests.Subject;

[SoftKernel(1, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask), SoftKernel(4, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
[SoftKernel(10, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask), SoftKernel(64, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
[SoftKernel(65, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask), SoftKernel(257, Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
internal static partial class ChoiceSingles;

[SoftKernel(1, ElementType = typeof(double), Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
[SoftKernel(4, ElementType = typeof(double), Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
[SoftKernel(10, ElementType = typeof(double), Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
[SoftKernel(64, ElementType = typeof(double), Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
[SoftKernel(65, ElementType = typeof(double), Operations = SoftOperations.Choice, Extras = SoftExtras.Temperature | SoftExtras.Mask)]
internal static partial class ChoiceDoubles;
