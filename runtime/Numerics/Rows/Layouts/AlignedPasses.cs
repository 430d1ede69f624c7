using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>
/// The passes over one long row, from the first place on where a register fills lines of the cache: a store that straddles two costs twice. What stands
/// before it is in the first register too, which is read before the others and stored after them, since results may stand where the values do.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Rows of fewer registers gain less than the register more costs.</summary>
    private const int FewestRegistersToAlign = 24;

    /// <inheritdoc cref="Weigh"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeighAligned<TOperation, TPeak>(ref T values, ref T weights, nint last, in Scales scales)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        nint head = ElementsToAlign(ref weights, last);
        TVector first = lanes.Load(ref values, 0);
        Weigh<TOperation, TPeak>(ref Unsafe.Add(ref values, head), ref Unsafe.Add(ref weights, head), last - head, scales);
        if (head > 0)
        {
            lanes.Store(default(TOperation).Weigh(first, scales), ref weights, 0);
        }
    }

    /// <inheritdoc cref="Count"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountAligned<TOperation, TPeak>(ref T values, nint last, in Scales scales, ref int registers, out TBits coarse, out TBits fine)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        nint head = ElementsToAlign(ref values, last);
        nint begin = head > 0 ? head + lanes.Count : 0;
        nint length = last + lanes.Count - begin;
        registers = (int)((length + lanes.Count - 1) / lanes.Count);
        Count<TOperation, TPeak>(ref Unsafe.Add(ref values, begin), last - begin, (int)length - ((registers - 1) * lanes.Count), scales, out coarse, out fine);
        if (head > 0)
        {
            // Last, because a weight that was stored twice can't be read before both stores have left the processor's buffer. Lanes count one weight more
            // so: floats' hold 362.
            default(TOperation).Count(lanes.Load(ref values, 0), scales, ref coarse, ref fine);
            default(TOperation).Count(default(TOperation).OnlyLast(lanes.Load(ref values, (int)head), (int)head), scales, ref coarse, ref fine);
            registers += 2;
        }
    }

    /// <inheritdoc cref="Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAligned<TOperation, TPeak>(ref T registers, ref T results, nint last, in Finished finished)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        nint head = ElementsToAlign(ref results, last);
        TVector first = default(TOperation).Result(lanes.Load(ref registers, 0), finished);
        Write<TOperation, TPeak>(ref Unsafe.Add(ref registers, head), ref Unsafe.Add(ref results, head), last - head, finished);
        if (head > 0)
        {
            lanes.Store(first, ref results, 0);
        }
    }

    /// <summary>How far on the first whole register of memory begins, in rows long enough to gain by it. The garbage collector may move it: then nothing is gained.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nint ElementsToAlign(ref T destination, nint last)
    {
        if (Unsafe.SizeOf<TVector>() == Unsafe.SizeOf<T>() || last < FewestRegistersToAlign * default(TLanes).Count)
        {
            return 0;
        }

        nint past = (nint)Unsafe.AsPointer(ref destination) & (Unsafe.SizeOf<TVector>() - 1);
        return past % Unsafe.SizeOf<T>() == 0 ? ((Unsafe.SizeOf<TVector>() - past) & (Unsafe.SizeOf<TVector>() - 1)) / Unsafe.SizeOf<T>() : 0;
    }
}
