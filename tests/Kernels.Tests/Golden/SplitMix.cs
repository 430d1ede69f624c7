namespace SoftKernels.Kernels.Tests.Golden;

/// <summary>G. Steele's SplitMix64: integers only, and for ever the same sequence, which System.Random does not promise.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A multiple of 2^-53 in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1L << 53));

    public int NextBelow(int bound) => (int)(NextBits() % (ulong)bound);

    /// <summary>The sum of four uniform numbers, in (−2, 2): a bell of sums and products alone.</summary>
    public double NextBell() => NextUnit() + NextUnit() + NextUnit() + NextUnit() - 2;
}
