namespace SoftKernels.Numerics;

/// <summary>Which probabilities go with the first k.</summary>
internal enum ChoiceOrder
{
    /// <summary>None.</summary>
    IndicesOnly,

    /// <summary>The first k of the logits, then softmax of those.</summary>
    TopKFirst,

    /// <summary>Softmax of all, then the first k of the probabilities.</summary>
    SoftmaxFirst,
}
