using System;
using System.Collections.Generic;
using System.Linq;

namespace Shards;

/// <summary>An item of an answer, with its probability among all items.</summary>
internal readonly record struct Hit(int Item, float Score, float Probability);

/// <summary>What comes of a query.</summary>
/// <param name="LogSumExp">Of all scores.</param>
/// <param name="Top">The greatest first.</param>
/// <param name="Drawn">Without replacement, in the order in which they were drawn.</param>
/// <param name="Checksum">Of the bits of all probabilities, where it was asked for.</param>
internal sealed record Answer(float LogSumExp, IReadOnlyList<Hit> Top, IReadOnlyList<Hit> Drawn, ulong? Checksum)
{
    /// <summary>Where the other has other bits, or null if it nowhere has.</summary>
    public string? Difference(Answer other) =>
        !Same(LogSumExp, other.LogSumExp) ? $"log-sum-exp {LogSumExp:G9}, and {other.LogSumExp:G9}"
        : Difference("top", Top, other.Top) ?? Difference("draws", Drawn, other.Drawn)
        ?? (Checksum != other.Checksum ? $"checksum {Checksum:x16}, and {other.Checksum:x16}" : null);

    private static string? Difference(string what, IReadOnlyList<Hit> ours, IReadOnlyList<Hit> theirs)
    {
        if (ours.Count != theirs.Count)
        {
            return $"{what}: {ours.Count}, and {theirs.Count}";
        }

        return ours.Zip(theirs).Select((pair, place) => Same(pair.First, pair.Second) ? null : $"{what}, place {place + 1}: {Shown(pair.First)}, and {Shown(pair.Second)}")
            .FirstOrDefault(difference => difference is not null);
    }

    private static bool Same(Hit one, Hit other) => one.Item == other.Item && Same(one.Score, other.Score) && Same(one.Probability, other.Probability);

    private static bool Same(float one, float other) => BitConverter.SingleToUInt32Bits(one) == BitConverter.SingleToUInt32Bits(other);

    private static string Shown(Hit hit) => $"item {hit.Item} with score {hit.Score:G9} and probability {hit.Probability:G9}";
}
