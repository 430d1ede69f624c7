using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Extras;

/// <summary>Ways to the same results of rows of one size, ours first.</summary>
internal sealed record Contest(string Title, int Size, IReadOnlyList<(string Name, Contender Contender)> Ways)
{
    private const float Tolerance = 1e-4f;

    public IReadOnlyList<Contender> Contenders { get; } = [.. Ways.Select(way => way.Contender)];

    /// <summary>Refuses contenders that compute something else.</summary>
    /// <param name="results">Where each of them leaves its results.</param>
    public Contest Checked(params Memory<float>[] results)
    {
        Contenders[0].Pass();
        float[][] ours = [.. results.Select(memory => memory.ToArray())];
        foreach ((string name, Contender contender) in Ways.Skip(1))
        {
            Array.ForEach(results, memory => memory.Span.Fill(float.NaN));
            contender.Pass();
            if (!ours.Zip(results).All(pair => Agree(pair.First, pair.Second.Span)))
            {
                throw new InvalidOperationException($"{name} disagrees about {Title}, N = {Size}.");
            }
        }

        return this;
    }

    private static bool Agree(ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs)
    {
        for (int i = 0; i < ours.Length; i++)
        {
            // Both −∞, or near each other.
            if (ours[i] != theirs[i] && !(MathF.Abs(ours[i] - theirs[i]) <= Tolerance))
            {
                return false;
            }
        }

        return true;
    }
}
