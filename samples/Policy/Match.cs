using System.Collections.Generic;
using System.Linq;

namespace Policy;

/// <summary>Games of the policy against one opponent, in which it always begins, or never.</summary>
internal sealed class Match
{
    private Match(IPlayer policy, IPlayer opponent, bool isFirst, int games, SplitMix64 random)
    {
        Opponent = opponent;
        IsFirst = isFirst;
        Games = [.. Enumerable.Range(0, games).Select(_ => Game.Play(isFirst ? policy : opponent, isFirst ? opponent : policy, random))];
        Score = Games.Aggregate(default(Score), (score, game) => score.And(game.Result(isFirst)));
    }

    public IPlayer Opponent { get; }

    /// <summary>Whether it is the policy that begins.</summary>
    public bool IsFirst { get; }

    public IReadOnlyList<Game> Games { get; }

    public Score Score { get; }

    /// <summary>Each has numbers at random of its own: a longer match begins with the games of a shorter one.</summary>
    public static Match[] All(IPlayer policy, Options options)
    {
        IPlayer[] opponents = [new RandomPlayer(), new PerfectPlayer()];
        var pairings = opponents.SelectMany(opponent => new[] { (Opponent: opponent, IsFirst: true), (Opponent: opponent, IsFirst: false) });
        return [.. pairings.Select((pairing, i) => new Match(policy, pairing.Opponent, pairing.IsFirst, options.Games, new SplitMix64(options.Seed + 1 + (ulong)i)))];
    }
}
