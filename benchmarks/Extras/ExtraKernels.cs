namespace SoftKernels.Benchmarks.Extras;

[SoftKernel(4, Extras = Every), SoftKernel(10, Extras = Every), SoftKernel(64, Extras = Every), SoftKernel(256, Extras = Every), SoftKernel(1000, Extras = Every)]
internal static partial class ExtraKernels
{
    private const SoftExtras Every = SoftExtras.Temperature | SoftExtras.Mask | SoftExtras.Columns;
}
