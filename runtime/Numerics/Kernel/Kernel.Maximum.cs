using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// Reductions that end in every lane: a value of the row is then at hand wherever its values are. Lanes may differ in the sign of a
/// maximum that is 0.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greater value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Max(TVector left, TVector right) => default(TLanes).Max(left, right);

    /// <summary>The smaller value in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Min(TVector left, TVector right) => default(TLanes).Min(left, right);

    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector MaxInEveryLane(TVector values) => default(TLanes).MaxInEveryLane(values);

    /// <summary>Keeps the greatest value of each lane, and the greatest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void KeepTwoGreatest(TVector values, ref TVector max, ref TVector second)
    {
        TLanes lanes = default;
        second = lanes.Max(second, lanes.Min(max, values));
        max = lanes.Max(max, values);
    }

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoGreatestInEveryLane(TVector values, out TVector max, out TVector second)
    {
        // The first step has no second greatest to consider yet.
        TLanes lanes = default;
        TVector others = lanes.Exchange(values, Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>() / 2);
        max = lanes.Max(values, others);
        second = lanes.Min(values, others);
        if (Unsafe.SizeOf<TVector>() >= 16 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(4, ref max, ref second);
        }

        if (Unsafe.SizeOf<TVector>() >= 8 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(2, ref max, ref second);
        }

        if (Unsafe.SizeOf<TVector>() >= 4 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(1, ref max, ref second);
        }
    }

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TwoGreatestInEveryLane(TVector maxLanes, TVector secondLanes, out TVector max, out TVector second)
    {
        max = maxLanes;
        second = secondLanes;
        if (Unsafe.SizeOf<TVector>() >= 16 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(8, ref max, ref second);
        }

        if (Unsafe.SizeOf<TVector>() >= 8 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(4, ref max, ref second);
        }

        if (Unsafe.SizeOf<TVector>() >= 4 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(2, ref max, ref second);
        }

        if (Unsafe.SizeOf<TVector>() >= 2 * Unsafe.SizeOf<T>())
        {
            KeepTwoGreatestOf(1, ref max, ref second);
        }
    }

    /// <summary>The two greatest of each lane and the one so far away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void KeepTwoGreatestOf(int distance, ref TVector max, ref TVector second)
    {
        TLanes lanes = default;
        TVector others = lanes.Exchange(max, distance);
        second = lanes.Max(lanes.Max(second, lanes.Exchange(second, distance)), lanes.Min(max, others));
        max = lanes.Max(max, others);
    }
}
