using SoftKernels;

namespace Policy;

/// <summary>Nine logits for a position, one for each square. What can't be played is left out by a mask.</summary>
[SoftKernel(
    Board.Squares,
    Operations = SoftOperations.Softmax | SoftOperations.LogSoftmax | SoftOperations.ArgMax | SoftOperations.CrossEntropy | SoftOperations.Entropy | SoftOperations.Sample,
    Extras = SoftExtras.Mask)]
internal static partial class Moves;
