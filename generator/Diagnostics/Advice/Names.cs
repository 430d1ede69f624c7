using System;

namespace SoftKernels.Generator.Diagnostics.Advice;

/// <summary>What names say of values.</summary>
internal static class Names
{
    private static readonly string[] s_shifted =
        ["shift", "center", "centre", "normal", "minus", "stable", "stabil", "subtract", "clamp", "clip", "offset", "rebase", "bounded", "standard", "whiten", "zscore"];

    private static readonly string[] s_maximum = ["max", "largest", "peak", "highest", "biggest", "greatest", "supremum"];

    private static readonly string[] s_bounded = ["cosine", "correlation"];

    /// <summary>What a word with <c>log</c> at its beginning goes on with where it is a logarithm: <c>logprobs</c>, <c>logweights</c>, <c>loglikelihood</c>, <c>logdensity</c>.</summary>
    private static readonly string[] s_ofLogarithms = ["logp", "logw", "loglik", "logdens", "logpost"];

    private static readonly string[] s_random = ["rand", "rng", "uniform"];

    private static readonly string[] s_logarithms = ["log", "logs", "ln", "nll", "loglik"];

    /// <summary>The maximum may be subtracted already.</summary>
    public static bool IsShifted(string name) => Contains(name, s_shifted) && !Contains(name, "unstable", "unnormal", "unshift", "unclip");

    /// <summary>A maximum, not where it is, and not what is called after it.</summary>
    public static bool IsMaximum(string name) => Contains(name, s_maximum) && !Contains(name, "softmax", "argmax", "hardmax", "sparsemax", "gumbelmax");

    /// <summary>From −1 to 1, whatever it is of.</summary>
    public static bool IsBounded(string name) => Contains(name, s_bounded);

    public static bool IsRandom(string name) => Contains(name, s_random);

    /// <summary>A logarithm, as in <c>logProbs</c>, <c>log_p</c>, <c>classLogs</c>; logits are none.</summary>
    public static bool IsLogarithm(string name)
    {
        if (Array.Exists(s_ofLogarithms, logarithm => name.TrimStart('_').StartsWith(logarithm, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                int first = start;
                while (first < i && !char.IsLetter(name[first]))
                {
                    first++;
                }

                string word = name.Substring(first, i - first);
                if (Array.Exists(s_logarithms, logarithm => string.Equals(word, logarithm, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }

                start = i;
            }
        }

        return false;
    }

    private static bool Contains(string name, params string[] parts) => Array.Exists(parts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
}
