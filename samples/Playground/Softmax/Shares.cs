using System;

namespace Playground.Softmax;

/// <summary>What the kernels make of some logits at a temperature: the soft beside the hard.</summary>
internal sealed record Shares(float[] Softmax, float[] OneHot, float LogSumExp, float Max)
{
    public static Shares Of(float[] logits, float temperature)
    {
        var softmax = new float[logits.Length];
        var oneHot = new float[logits.Length];
        Bars.Softmax(logits, temperature, softmax);
        Bars.HardMax(logits, oneHot);
        return new(softmax, oneHot, Bars.LogSumExp(logits, temperature), Bars.Max(logits));
    }
}

/// <summary>Softmax as the textbook writes it, exp(x/τ) / Σ exp(x/τ), in float, and its steps: a float holds no exp(89).</summary>
internal sealed record Textbook(float[] Exponentials, float Sum, float[] Quotients)
{
    public static Textbook Of(float[] logits, float temperature)
    {
        var exponentials = Array.ConvertAll(logits, logit => MathF.Exp(logit / temperature));
        var sum = 0f;
        foreach (var exponential in exponentials)
        {
            sum += exponential;
        }

        return new(exponentials, sum, Array.ConvertAll(exponentials, exponential => exponential / sum));
    }
}
