using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// The passes over the registers of a row, which every layout makes. Registers begin one register apart; the last one begins
/// <c>last</c> elements on, and only its last <c>count</c> lanes are new. References run along and what is left is counted down: an index would be
/// extended at each turn. None may point beside its memory, nor may one be found from another: the garbage collector moves each by itself.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Gathers the peak, and adds all values up: a sum keeps a NaN, which a maximum may drop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPeak Gather<TPeak>(ref T values, nint last, int count, ref TVector sum)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector register = lanes.Load(ref Unsafe.Add(ref values, last), 0);
        TPeak peak = default(TPeak).OfLast(register, count);
        sum = lanes.Add(sum, register);
        for (; last > lanes.Count; last -= 2 * lanes.Count)
        {
            register = lanes.Load(ref values, 0);
            TVector next = lanes.Load(ref values, lanes.Count);
            peak = peak.With(register, next);
            sum = lanes.Add(sum, lanes.Add(register, next));
            values = ref Unsafe.Add(ref values, 2 * lanes.Count);
        }

        if (last > 0)
        {
            register = lanes.Load(ref values, 0);
            peak = peak.With(register);
            sum = lanes.Add(sum, register);
        }

        return peak;
    }

    /// <summary>The same, four registers a turn: where nothing else is done with a row, its accumulators are what it waits for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPeak GatherByFour<TPeak>(ref T values, nint last, int count, ref TVector sum)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector register = lanes.Load(ref Unsafe.Add(ref values, last), 0);
        TPeak peak = default(TPeak).OfLast(register, count);
        sum = lanes.Add(sum, register);
        for (; last > 3 * lanes.Count; last -= 4 * lanes.Count)
        {
            TVector a = lanes.Load(ref values, 0);
            TVector b = lanes.Load(ref values, lanes.Count);
            TVector c = lanes.Load(ref values, 2 * lanes.Count);
            TVector d = lanes.Load(ref values, 3 * lanes.Count);
            peak = peak.With(a, b, c, d);
            sum = lanes.Add(sum, lanes.Add(lanes.Add(a, b), lanes.Add(c, d)));
            values = ref Unsafe.Add(ref values, 4 * lanes.Count);
        }

        for (; last > 0; last -= lanes.Count)
        {
            register = lanes.Load(ref values, 0);
            peak = peak.With(register);
            sum = lanes.Add(sum, register);
            values = ref Unsafe.Add(ref values, lanes.Count);
        }

        return peak;
    }

    /// <summary>Weighs, and leaves the weights where the results will stand: they may stand where the values do, so the last register is read first.</summary>
    /// <remarks>Nothing else is done there: its constants fill 16 registers, and more would spill at every use.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weigh<TOperation, TPeak>(ref T values, ref T weights, nint last, in Scales scales)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector ahead = lanes.Load(ref Unsafe.Add(ref values, last), 0);
        for (; last > 0; last -= lanes.Count)
        {
            lanes.Store(default(TOperation).Weigh(lanes.Load(ref values, 0), scales), ref weights, 0);
            values = ref Unsafe.Add(ref values, lanes.Count);
            weights = ref Unsafe.Add(ref weights, lanes.Count);
        }

        // As far as the last register reaches back, what is left is below 0.
        lanes.Store(default(TOperation).Weigh(ahead, scales), ref Unsafe.Add(ref weights, last), 0);
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
        if ((Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0)
        {
            for (; last > lanes.Count; last -= 2 * lanes.Count)
            {
                default(TOperation).Count(lanes.Load(ref registers, 0), scales, ref coarse, ref fine);
                default(TOperation).Count(lanes.Load(ref registers, lanes.Count), scales, ref coarse, ref fine);
                registers = ref Unsafe.Add(ref registers, 2 * lanes.Count);
            }
        }

        for (; last > 0; last -= lanes.Count)
        {
            default(TOperation).Count(lanes.Load(ref registers, 0), scales, ref coarse, ref fine);
            registers = ref Unsafe.Add(ref registers, lanes.Count);
        }

        default(TOperation).Count(default(TOperation).OnlyLast(lanes.Load(ref Unsafe.Add(ref registers, last), 0), count), scales, ref coarse, ref fine);
    }

    /// <summary>Writes the results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TOperation, TPeak>(ref T registers, ref T results, nint last, in Finished finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TVector ahead = default(TOperation).Result(lanes.Load(ref Unsafe.Add(ref registers, last), 0), finished);
        for (; last > lanes.Count; last -= 2 * lanes.Count)
        {
            TVector next = default(TOperation).Result(lanes.Load(ref registers, lanes.Count), finished);
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, 0), finished), ref results, 0);
            lanes.Store(next, ref results, lanes.Count);
            registers = ref Unsafe.Add(ref registers, 2 * lanes.Count);
            results = ref Unsafe.Add(ref results, 2 * lanes.Count);
        }

        if (last > 0)
        {
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, 0), finished), ref results, 0);
            results = ref Unsafe.Add(ref results, lanes.Count);
            last -= lanes.Count;
        }

        lanes.Store(ahead, ref Unsafe.Add(ref results, last), 0);
    }
}
