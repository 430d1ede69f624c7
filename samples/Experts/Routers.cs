using SoftKernels;

namespace Experts;

/// <summary>The logits of a token, one for each expert, for the numbers of experts that are common.</summary>
[SoftKernel(8, Operations = SoftOperations.TopK)]
[SoftKernel(64, Operations = SoftOperations.TopK)]
[SoftKernel(128, Operations = SoftOperations.TopK)]
[SoftKernel(256, Operations = SoftOperations.TopK)]
internal static partial class Routers;
