namespace SoftKernels.Benchmarks.Masks;

[SoftKernel(4, Extras = SoftExtras.Mask), SoftKernel(10, Extras = SoftExtras.Mask), SoftKernel(64, Extras = SoftExtras.Mask), SoftKernel(256, Extras = SoftExtras.Mask)]
internal static partial class MaskedKernels;
