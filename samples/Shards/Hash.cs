namespace Shards;

/// <summary>Numbers at random that are found by where they stand, in any order: Steele, Lea and Flood's SplitMix64, whose state is a count.</summary>
internal static class Hash
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>Where a sequence of its own begins: one for each seed and purpose.</summary>
    public static ulong Sequence(long seed, ulong purpose) => Mix(Mix((ulong)seed + Step) ^ purpose);

    public static ulong At(ulong sequence, ulong place) => Mix(sequence + (place + 1) * Step);

    public static ulong Mix(ulong state)
    {
        state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9;
        state = (state ^ state >> 27) * 0x94D049BB133111EB;
        return state ^ state >> 31;
    }
}
