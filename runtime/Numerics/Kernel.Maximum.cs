using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal static partial class Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greatest and the second greatest of all lanes, given both for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Max, T Second) TwoGreatest(TVector max, TVector second)
    {
        TLanes lanes = default;
        T greatest = lanes.ReduceMax(max);
        TVector wanted = lanes.Create(greatest);
        ulong mask = lanes.EqualMask(max, wanted);
        if ((mask & (mask - 1)) != 0)
        {
            return (greatest, greatest);
        }

        return (greatest, lanes.ReduceMax(lanes.ReplaceWhereEqual(lanes.Max(max, second), max, wanted, second)));
    }
}
