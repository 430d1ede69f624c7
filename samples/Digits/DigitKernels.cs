using SoftKernels;

namespace Digits;

/// <summary>Ten logits for an image, one for each class.</summary>
[SoftKernel(DigitData.Classes, Operations = SoftOperations.Core | SoftOperations.Training)]
internal static partial class DigitKernels;
