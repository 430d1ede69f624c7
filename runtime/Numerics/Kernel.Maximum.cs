using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// Reductions that end in every lane: a value of the row is then at hand wherever its values are. Lanes may differ in the sign of a
/// maximum that is 0.
/// </remarks>
internal static partial class Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MaxInEveryLane(TVector max)
    {
        max = MaxAt(max, 8);
        max = MaxAt(max, 4);
        max = MaxAt(max, 2);
        return MaxAt(max, 1);
    }

    /// <summary>The greatest and the second greatest of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector Max, TVector Second) TwoGreatestInEveryLane(TVector values)
    {
        TLanes lanes = default;
        return lanes.Count switch
        {
            16 => Below(8, Ordered(values, lanes.Exchange(values, 8))),
            8 => Below(4, Ordered(values, lanes.Exchange(values, 4))),
            4 => Below(2, Ordered(values, lanes.Exchange(values, 2))),
            _ => Ordered(values, lanes.Exchange(values, 1)),
        };
    }

    /// <summary>The same, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector Max, TVector Second) TwoGreatestInEveryLane(TVector max, TVector second) => Below(default(TLanes).Count, (max, second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MaxAt(TVector max, int distance)
    {
        TLanes lanes = default;
        return lanes.Count > distance ? lanes.Max(max, lanes.Exchange(max, distance)) : max;
    }

    /// <summary>The two greatest of lanes less far away than <paramref name="distance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Max, TVector Second) Below(int distance, (TVector Max, TVector Second) greatest)
    {
        greatest = distance > 8 ? At(8, greatest) : greatest;
        greatest = distance > 4 ? At(4, greatest) : greatest;
        greatest = distance > 2 ? At(2, greatest) : greatest;
        return distance > 1 ? At(1, greatest) : greatest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Max, TVector Second) At(int distance, (TVector Max, TVector Second) greatest)
    {
        TLanes lanes = default;
        (TVector max, TVector lesser) = Ordered(greatest.Max, lanes.Exchange(greatest.Max, distance));
        return (max, lanes.Max(lanes.Max(greatest.Second, lanes.Exchange(greatest.Second, distance)), lesser));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Max, TVector Second) Ordered(TVector left, TVector right)
    {
        TLanes lanes = default;
        return (lanes.Max(left, right), lanes.Min(left, right));
    }
}
