using System;

namespace Experts;

/// <summary>Tokens on their way to a layer of experts.</summary>
internal sealed class Layer(int tokens, int experts, int k, int seed)
{
    // Two probabilities may be rounded to the same number, or not, and weights differ in their last digits.
    private const float Tolerance = 1e-5f;

    public int Tokens { get; } = tokens;

    public int Experts { get; } = experts;

    public int K { get; } = k;

    /// <summary>A row for each token.</summary>
    public float[] Logits { get; } = Generated.Logits(tokens, experts, seed);

    public Router Ours { get; } = Router.Of(experts);

    public Router Composed { get; } = Router.Composed(experts, k);

    public Choice Choose(Route route)
    {
        var choice = new Choice(new int[Tokens * K], new float[Tokens * K]);
        route(Logits, choice.Experts, choice.Weights);
        return choice;
    }

    /// <summary>Which experts the two orders choose differently, or which experts or weights ours and the composition; nothing, as a rule.</summary>
    public string? Disagreement()
    {
        var (first, second) = (Choose(Ours.TopKSoftmax), Choose(Ours.SoftmaxTopK));
        return ExpertsApart("the two orders", first, second)
            ?? ExpertsApart("top-k first, ours and TensorPrimitives", first, Choose(Composed.TopKSoftmax))
            ?? ExpertsApart("softmax first, ours and TensorPrimitives", second, Choose(Composed.SoftmaxTopK))
            ?? WeightsApart("top-k first, ours and TensorPrimitives", first, Choose(Composed.TopKSoftmax))
            ?? WeightsApart("softmax first, ours and TensorPrimitives", second, Choose(Composed.SoftmaxTopK));
    }

    private string? ExpertsApart(string whose, Choice one, Choice other)
    {
        for (var i = 0; i < one.Experts.Length; i++)
        {
            var row = i / K * Experts;
            if (!(Math.Abs(Logits[row + one.Experts[i]] - Logits[row + other.Experts[i]]) <= Tolerance))
            {
                return $"Token {i / K} goes to experts {one.Experts[i]} and {other.Experts[i]} of {Experts}: {whose} disagree.";
            }
        }

        return null;
    }

    private string? WeightsApart(string whose, Choice one, Choice other)
    {
        for (var i = 0; i < one.Weights.Length; i++)
        {
            if (!(Math.Abs(one.Weights[i] - other.Weights[i]) <= Tolerance))
            {
                return $"Token {i / K} has weights {one.Weights[i]} and {other.Weights[i]} for expert {one.Experts[i]} of {Experts}: {whose} disagree.";
            }
        }

        return null;
    }
}
