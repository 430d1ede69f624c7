namespace SoftKernels.Kernels.Tests.Subject;

internal static class TemperatureOperations
{
    public const SoftOperations All = SoftOperations.Softmax | SoftOperations.LogSoftmax | SoftOperations.LogSumExp;
}

// Rows shorter than every register, those that fill them and their neighbours, rows that go across lanes, together and in loops.
[SoftKernel(1, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(2, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(3, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(4, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(5, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(7, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(8, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(10, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(16, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(17, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(31, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(33, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(64, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(65, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(100, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(129, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(256, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(257, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(1000, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(5000, Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
internal static partial class SingleTemperatures;

[SoftKernel(1, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(2, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(3, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(4, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(5, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(7, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(8, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(10, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(16, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(17, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(31, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(33, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(64, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(65, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(100, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(129, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(256, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(257, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(1000, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
[SoftKernel(5000, ElementType = typeof(double), Operations = TemperatureOperations.All, Extras = SoftExtras.Temperature)]
internal static partial class DoubleTemperatures;
