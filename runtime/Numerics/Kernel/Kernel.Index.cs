using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>Where a value stands: as bits that say it for each value of a row, or as an index in each lane.</remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The lanes equal to <paramref name="value"/>: bit i for the value i of the row, whose values from <paramref name="index"/> on the lanes are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Matches(TVector values, TVector value, int index) => default(TLanes).EqualMask(values, value) << index;

    /// <summary>The lanes of a row that <see cref="LoadRow"/> has loaded equal to <paramref name="value"/>: bit i for its value i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong MatchesOfRow(TVector row, TVector value, int size)
    {
        int half = default(TLanes).Count / 2;
        ulong matches = default(TLanes).EqualMask(row, value);
        return (matches & ((1UL << half) - 1)) | ((matches >> half) << (size - half));
    }

    /// <summary>The index of the first of such matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstOf(ulong matches)
    {
#if NET8_0_OR_GREATER
        return System.Numerics.BitOperations.TrailingZeroCount(matches);
#else
        int index = 0;
        for (; (matches & 1) == 0; matches >>= 1)
        {
            index++;
        }

        return index;
#endif
    }

    /// <summary><paramref name="index"/> in those lanes where both values are equal, else what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector IndexWhereEqual(TVector left, TVector right, int index, TVector otherwise) =>
        default(TLanes).ReplaceWhereEqual(otherwise, left, right, default(TLanes).Create(default(TFormat).FromInteger(index)));

    /// <summary>1 in those lanes where both values are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector OneWhereEqual(TVector left, TVector right) =>
        default(TLanes).ReplaceWhereEqual(Zero(), left, right, default(TLanes).Create(default(TFormat).One));
}
