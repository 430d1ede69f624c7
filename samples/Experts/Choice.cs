namespace Experts;

/// <summary>The experts of all tokens, k for each, the first choice first, and their weights.</summary>
internal sealed record Choice(int[] Experts, float[] Weights);
