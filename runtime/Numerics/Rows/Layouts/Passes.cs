using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// The passes over the registers of a row, which every layout makes. Registers begin at 0, one register apart, and below
/// <c>last</c>, where the last one begins: of that only the last <c>count</c> lanes are new.
/// </content>
public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Gathers the peak, and adds all values up: a sum keeps a NaN, which a maximum may drop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPeak Gather<TPeak>(ref T values, int last, int count, ref TVector sum)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector register = lanes.Load(ref values, last);
        TPeak peak = default(TPeak).None().WithLast(register, count);
        sum = lanes.Add(sum, register);
        for (int i = 0; i < last; i += lanes.Count)
        {
            register = lanes.Load(ref values, i);
            peak = peak.With(register);
            sum = lanes.Add(sum, register);
        }

        return peak;
    }

    /// <summary>Weighs, and leaves the weights where the results will stand: they may stand where the values do, so the last register is read first.</summary>
    /// <remarks>One place computes, and nothing else is done there: its constants fill 16 registers, and more would spill at every use.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weigh<TOperation, TPeak>(ref T values, ref T weights, int last, in Scales scales)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector ahead = lanes.Load(ref values, last);
        for (int i = 0; ; i += lanes.Count)
        {
            bool isLast = i >= last;
            int at = isLast ? last : i;
            TVector register = isLast ? ahead : lanes.Load(ref values, at);
            lanes.Store(default(TOperation).Weigh(register, scales), ref weights, at);
            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>Counts weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count<TOperation, TPeak>(ref T registers, int last, int count, in Scales scales, out TBits coarse, out TBits fine)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        coarse = lanes.CreateBits(0);
        fine = lanes.CreateBits(0);
        for (int i = 0; i < last; i += lanes.Count)
        {
            default(TOperation).Count(lanes.Load(ref registers, i), scales, ref coarse, ref fine);
        }

        default(TOperation).CountLast(lanes.Load(ref registers, last), count, scales, ref coarse, ref fine);
    }

    /// <summary>Writes the results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TOperation, TPeak>(ref T registers, ref T results, int last, TVector max, TVector finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector ahead = default(TOperation).Result(lanes.Load(ref registers, last), max, finished);
        for (int i = 0; i < last; i += lanes.Count)
        {
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, i), max, finished), ref results, i);
        }

        lanes.Store(ahead, ref results, last);
    }
}
