using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Shards;

/// <summary>
/// A shard's key: all that its items are made of. So every activation of a key, on whichever silo and after whatever accident, holds the same items, and those of two catalogues are never mixed.
/// </summary>
internal sealed partial record ShardName(Catalogue Catalogue, int Shard)
{
    public int First => Catalogue.First(Shard);

    public int Count => Catalogue.First(Shard + 1) - First;

    public static ShardName Parse(string key)
    {
        var match = Key().Match(key);
        return match.Success
            ? new(new(Number<long>("seed"), Number<int>("items"), Number<int>("dimensions"), Number<int>("shards")), Number<int>("shard"))
            : throw new FormatException($"'{key}' is not the key of a shard.");

        T Number<T>(string name)
            where T : IParsable<T> => T.Parse(match.Groups[name].ValueSpan.ToString(), CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"seed-{Catalogue.Seed}.items-{Catalogue.Items}.dimensions-{Catalogue.Dimensions}.shard-{Shard}-of-{Catalogue.Shards}");

    [GeneratedRegex(@"^seed-(?<seed>\d+)\.items-(?<items>\d+)\.dimensions-(?<dimensions>\d+)\.shard-(?<shard>\d+)-of-(?<shards>\d+)$")]
    private static partial Regex Key();
}
