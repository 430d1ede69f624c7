using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// The passes over the registers of a row, which every layout makes. Registers begin one register apart; the last one begins
/// <c>last</c> elements on, and only its last <c>count</c> lanes are new. Loops compare addresses: an index would be extended, and the
/// bounds read again from the stack, at each turn.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Gathers the peak, and adds all values up: a sum keeps a NaN, which a maximum may drop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPeak Gather<TPeak>(ref T values, nint last, int count, ref TVector sum)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref values, last);
        TVector register = lanes.Load(ref end, 0);
        TPeak peak = default(TPeak).OfLast(register, count);
        sum = lanes.Add(sum, register);
        ref T endOfPairs = ref EndOfPairs(ref values, last);
        while (Unsafe.IsAddressLessThan(ref values, ref endOfPairs))
        {
            register = lanes.Load(ref values, 0);
            TVector next = lanes.Load(ref values, lanes.Count);
            peak = peak.With(register, next);
            sum = lanes.Add(sum, lanes.Add(register, next));
            values = ref Unsafe.Add(ref values, 2 * lanes.Count);
        }

        if (Unsafe.IsAddressLessThan(ref values, ref end))
        {
            register = lanes.Load(ref values, 0);
            peak = peak.With(register);
            sum = lanes.Add(sum, register);
        }

        return peak;
    }

    /// <summary>Weighs, and leaves the weights where the results will stand: they may stand where the values do, so the last register is read first.</summary>
    /// <remarks>Nothing else is done there: its constants fill 16 registers, and more would spill at every use.</remarks>
    /// <param name="values">The values.</param>
    /// <param name="weights">Where the weights go. A reference too: the distance of two arrays changes where the garbage collector moves one.</param>
    /// <param name="last">Where the last register begins.</param>
    /// <param name="scales">What weighing needs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weigh<TOperation, TPeak>(ref T values, ref T weights, nint last, in Scales scales)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref values, last);
        ref T endOfWeights = ref Unsafe.Add(ref weights, last);
        TVector ahead = lanes.Load(ref end, 0);
        while (Unsafe.IsAddressLessThan(ref values, ref end))
        {
            lanes.Store(default(TOperation).Weigh(lanes.Load(ref values, 0), scales), ref weights, 0);
            values = ref Unsafe.Add(ref values, lanes.Count);
            weights = ref Unsafe.Add(ref weights, lanes.Count);
        }

        lanes.Store(default(TOperation).Weigh(ahead, scales), ref endOfWeights, 0);
    }

    /// <summary>Counts weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count<TOperation, TPeak>(ref T registers, nint last, int count, in Scales scales, out TBits coarse, out TBits fine)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        coarse = lanes.CreateBits(0);
        fine = lanes.CreateBits(0);
        ref T end = ref Unsafe.Add(ref registers, last);
        if (default(TOperation) is IKeepsWeights)
        {
            ref T endOfPairs = ref EndOfPairs(ref registers, last);
            while (Unsafe.IsAddressLessThan(ref registers, ref endOfPairs))
            {
                default(TOperation).Count(lanes.Load(ref registers, 0), scales, ref coarse, ref fine);
                default(TOperation).Count(lanes.Load(ref registers, lanes.Count), scales, ref coarse, ref fine);
                registers = ref Unsafe.Add(ref registers, 2 * lanes.Count);
            }
        }

        while (Unsafe.IsAddressLessThan(ref registers, ref end))
        {
            default(TOperation).Count(lanes.Load(ref registers, 0), scales, ref coarse, ref fine);
            registers = ref Unsafe.Add(ref registers, lanes.Count);
        }

        default(TOperation).CountLast(lanes.Load(ref end, 0), count, scales, ref coarse, ref fine);
    }

    /// <summary>Writes the results.</summary>
    /// <param name="registers">The values, or the weights.</param>
    /// <param name="results">Where the results go.</param>
    /// <param name="last">Where the last register begins.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="finished">What the total came to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TOperation, TPeak>(ref T registers, ref T results, nint last, TVector max, TVector finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref registers, last);
        ref T endOfPairs = ref EndOfPairs(ref registers, last);
        ref T endOfResults = ref Unsafe.Add(ref results, last);
        TVector ahead = default(TOperation).Result(lanes.Load(ref end, 0), max, finished);
        while (Unsafe.IsAddressLessThan(ref registers, ref endOfPairs))
        {
            TVector next = default(TOperation).Result(lanes.Load(ref registers, lanes.Count), max, finished);
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, 0), max, finished), ref results, 0);
            lanes.Store(next, ref results, lanes.Count);
            registers = ref Unsafe.Add(ref registers, 2 * lanes.Count);
            results = ref Unsafe.Add(ref results, 2 * lanes.Count);
        }

        if (Unsafe.IsAddressLessThan(ref registers, ref end))
        {
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, 0), max, finished), ref results, 0);
        }

        lanes.Store(ahead, ref endOfResults, 0);
    }

    /// <summary>Where no two whole registers begin any more: not before the row, whose array alone the garbage collector would move it with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T EndOfPairs(ref T registers, nint last) =>
        ref Unsafe.Add(ref registers, last > default(TLanes).Count ? last - default(TLanes).Count : 0);
}
