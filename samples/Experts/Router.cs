using System;
using SoftKernels;

namespace Experts;

/// <summary>For rows of logits, a token each: which k experts it goes to, the first choice first, and with which weights. k = experts.Length / tokens.</summary>
internal delegate void Route(ReadOnlySpan<float> logits, Span<int> experts, Span<float> weights);

/// <summary>Both orders of routing, and who computes them.</summary>
/// <param name="TopKSoftmax">The k greatest logits, then softmax of those k.</param>
/// <param name="SoftmaxTopK">Softmax of all logits, then its k greatest probabilities.</param>
internal sealed record Router(Route TopKSoftmax, Route SoftmaxTopK)
{
    /// <summary>The generated methods, or the library's for a number of experts that no attribute declares: with the same bits.</summary>
    public static Router Of(int experts) => experts switch
    {
        8 => new(Routers.TopKSoftmax8Rows, Routers.SoftmaxTopK8Rows),
        64 => new(Routers.TopKSoftmax64Rows, Routers.SoftmaxTopK64Rows),
        128 => new(Routers.TopKSoftmax128Rows, Routers.SoftmaxTopK128Rows),
        256 => new(Routers.TopKSoftmax256Rows, Routers.SoftmaxTopK256Rows),
        _ => new(
            (logits, chosen, weights) => SoftMath.TopKSoftmaxRows(logits, chosen, weights, experts),
            (logits, chosen, weights) => SoftMath.SoftmaxTopKRows(logits, chosen, weights, experts)),
    };

    /// <summary>What one composes of TensorPrimitives.</summary>
    public static Router Composed(int experts, int k)
    {
        var composition = new Composition(experts, k);
        return new(composition.TopKSoftmax, composition.SoftmaxTopK);
    }
}
