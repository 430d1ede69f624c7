namespace SoftKernels.Benchmarks.Extras;

[SoftKernel(4, Operations = Measured, Extras = Every), SoftKernel(10, Operations = Measured, Extras = Every), SoftKernel(64, Operations = Measured, Extras = Every)]
[SoftKernel(256, Operations = Measured, Extras = Every), SoftKernel(1000, Operations = Measured, Extras = Every)]
internal static partial class ExtraKernels
{
    private const SoftOperations Measured = SoftOperations.Core | SoftOperations.Choice;
    private const SoftExtras Every = SoftExtras.Temperature | SoftExtras.Mask | SoftExtras.Columns;
}
