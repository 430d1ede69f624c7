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
        ref T endOfPairs = ref Unsafe.Subtract(ref end, lanes.Count);
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

    /// <summary>The same, four registers a turn: where nothing else is done with a row, its accumulators are what it waits for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPeak GatherByFour<TPeak>(ref T values, nint last, int count, ref TVector sum)
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref values, last);
        TVector register = lanes.Load(ref end, 0);
        TPeak peak = default(TPeak).OfLast(register, count);
        sum = lanes.Add(sum, register);
        ref T endOfFours = ref Unsafe.Subtract(ref end, 3 * lanes.Count);
        while (Unsafe.IsAddressLessThan(ref values, ref endOfFours))
        {
            TVector a = lanes.Load(ref values, 0);
            TVector b = lanes.Load(ref values, lanes.Count);
            TVector c = lanes.Load(ref values, 2 * lanes.Count);
            TVector d = lanes.Load(ref values, 3 * lanes.Count);
            peak = peak.With(a, b, c, d);
            sum = lanes.Add(sum, lanes.Add(lanes.Add(a, b), lanes.Add(c, d)));
            values = ref Unsafe.Add(ref values, 4 * lanes.Count);
        }

        while (Unsafe.IsAddressLessThan(ref values, ref end))
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
    /// <param name="values">The values.</param>
    /// <param name="weights">So many bytes on.</param>
    /// <param name="last">Where the last register begins.</param>
    /// <param name="scales">What weighing needs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weigh<TOperation, TPeak>(ref T values, nint weights, nint last, in Scales scales)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref values, last);
        TVector ahead = lanes.Load(ref end, 0);
        while (Unsafe.IsAddressLessThan(ref values, ref end))
        {
            lanes.Store(default(TOperation).Weigh(lanes.Load(ref values, 0), scales), ref Unsafe.AddByteOffset(ref values, weights), 0);
            values = ref Unsafe.Add(ref values, lanes.Count);
        }

        lanes.Store(default(TOperation).Weigh(ahead, scales), ref Unsafe.AddByteOffset(ref end, weights), 0);
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
            ref T endOfPairs = ref Unsafe.Subtract(ref end, lanes.Count);
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
    /// <param name="results">So many bytes on.</param>
    /// <param name="last">Where the last register begins.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="finished">What the total came to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TOperation, TPeak>(ref T registers, nint results, nint last, TVector max, TVector finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        ref T end = ref Unsafe.Add(ref registers, last);
        ref T endOfPairs = ref Unsafe.Subtract(ref end, lanes.Count);
        TVector ahead = default(TOperation).Result(lanes.Load(ref end, 0), max, finished);
        while (Unsafe.IsAddressLessThan(ref registers, ref endOfPairs))
        {
            TVector next = default(TOperation).Result(lanes.Load(ref registers, lanes.Count), max, finished);
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, 0), max, finished), ref Unsafe.AddByteOffset(ref registers, results), 0);
            lanes.Store(next, ref Unsafe.AddByteOffset(ref registers, results), lanes.Count);
            registers = ref Unsafe.Add(ref registers, 2 * lanes.Count);
        }

        if (Unsafe.IsAddressLessThan(ref registers, ref end))
        {
            lanes.Store(default(TOperation).Result(lanes.Load(ref registers, 0), max, finished), ref Unsafe.AddByteOffset(ref registers, results), 0);
        }

        lanes.Store(ahead, ref Unsafe.AddByteOffset(ref end, results), 0);
    }
}
