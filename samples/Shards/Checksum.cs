using System;

namespace Shards;

/// <summary>Of the bits of many numbers and their places: a sum, so that parts may be added in any order.</summary>
internal static class Checksum
{
    public static ulong Of(ReadOnlySpan<float> values, int first)
    {
        var sum = 0UL;
        for (var index = 0; index < values.Length; index++)
        {
            sum += Hash.Mix((ulong)(first + index) << 32 | BitConverter.SingleToUInt32Bits(values[index]));
        }

        return sum;
    }
}
