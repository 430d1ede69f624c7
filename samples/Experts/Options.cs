using System;
using System.CommandLine;
using System.Linq;
using SoftKernels.Samples;

namespace Experts;

/// <summary>What the command line may say.</summary>
/// <param name="Tokens">How many are routed.</param>
/// <param name="Seed">Of tokens and matrices.</param>
/// <param name="Experts">One number of experts, instead of the common ones.</param>
/// <param name="K">How many of them a token goes to, instead of what is usual.</param>
internal sealed record Options(int Tokens, int Seed, int? Experts, int? K)
{
    private const int DefaultTokens = 4_096;
    private const int MostTokens = 65_536;
    private const int MostExperts = 1_024;

    // The year of the first layer of this kind: Shazeer et al., "Outrageously Large Neural Networks".
    private const int DefaultSeed = 2017;

    private static readonly int[] s_common = [8, 64, 128, 256];

    /// <summary>How many experts, and how many of them a token goes to.</summary>
    public (int Experts, int K)[] Layers => [.. (Experts is { } experts ? [experts] : s_common).Select(count => (count, K ?? Usual(count)))];

    public static RootCommand Command(Func<Options, int> run)
    {
        var tokens = CommandLines.Number("--tokens", "a number of tokens", "How many are routed.", 1, MostTokens, DefaultTokens);
        var experts = CommandLines.Number("--experts", "a number of experts", $"One number of experts, instead of {string.Join(", ", s_common)}.", 2, MostExperts);
        var k = CommandLines.Number("--k", "a k, the number of experts that a token goes to", "How many experts a token goes to.", 1, MostExperts);
        var seed = CommandLines.Number("--seed", "a seed", "Of tokens and matrices.", 0, int.MaxValue, DefaultSeed);
        RootCommand command = new("Routes tokens to experts by top-k and softmax, and races a composition of TensorPrimitives.") { tokens, experts, k, seed };
        command.SetAction(parsed =>
        {
            Options options = new(parsed.GetValue(tokens), parsed.GetValue(seed), parsed.Given(experts), parsed.Given(k));
            return options.Mistake is { } mistake ? CommandLines.Mistake(mistake) : run(options);
        });
        return command;
    }

    private string? Mistake
    {
        get
        {
            var (experts, k) = Layers[0];
            return k <= experts ? null : $"A token can't go to {k} of {experts} experts: give a --k from 1 to {experts}{(Experts is null ? ", or more --experts" : "")}.";
        }
    }

    private static int Usual(int experts) => experts < 32 ? 2 : 8;
}
