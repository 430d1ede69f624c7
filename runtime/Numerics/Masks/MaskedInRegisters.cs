using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Rows of two registers at most, of which a mask leaves some values out: they are left out where they are loaded, since a row that was written first could not be
/// read again before its stores have left the processor's buffer. False, and nothing written, where the row is not ordinary.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Whether there are registers, and two of them hold the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FitsRegisters(int length) => Unsafe.SizeOf<TVector>() > Unsafe.SizeOf<T>() && length <= 2 * default(TLanes).Count;

    /// <summary>Whether a row that a register has too many lanes for is two halves of it, as unrolled rows are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsHalves(int length) => Unsafe.SizeOf<TVector>() == 32 && length < default(TLanes).Count && 2 * length > default(TLanes).Count;

    [MethodImpl(KernelOptions.Optimized)]
    private static bool MaskedInRegisters<TOperation, TPeak>(ReadOnlySpan<T> values, ref byte mask, Span<T> results, out T result)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TOperation operation = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector first = FirstTakingPart(values, ref mask);
        int more = values.Length - lanes.Count;
        TVector upper = UpperTakingPart(values, ref mask);
        TVector second = more <= 0 ? upper : kernel.KeepLastElseAbsent(upper, more);
        TPeak peak = default(TPeak).None().With(first, second).InEveryLane();
        TVector sum = lanes.Add(first, second);
        result = lanes.ToScalar(peak.Max);
        if (!lanes.AreEqual(sum, sum) || !default(TFormat).IsOrdinary(result))
        {
            return false;
        }

        Scales scales = operation.ScalesOf(peak);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = lanes.CreateBits(0);
        first = (Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? operation.Weigh(first, scales) : first;
        operation.Count(first, scales, ref coarse, ref fine);
        if (more > 0)
        {
            upper = (Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? operation.Weigh(upper, scales) : upper;
            operation.Count(operation.OnlyLast(upper, more), scales, ref coarse, ref fine);
        }

        Finished finished = operation.FinishRow(kernel.TotalInEveryLane(coarse, fine, more > 0 ? 2 : 1), peak, scales);
        result = lanes.ToScalar(finished.First);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
        {
            ref T destination = ref MemoryMarshal.GetReference(results);
            first = operation.Result(first, finished);
            if (more < 0)
            {
                if (IsHalves(values.Length))
                {
                    lanes.StoreHalves(first, ref destination, values.Length);
                    return true;
                }

                StoreShort(first, ref destination, values.Length);
                return true;
            }

            lanes.Store(first, ref destination, 0);
            if (more > 0)
            {
                lanes.Store(operation.Result(upper, finished), ref destination, more);
            }
        }

        return true;
    }

    /// <summary>Where nothing takes part, or only −∞, the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool MaskedArgMaxInRegisters(ReadOnlySpan<T> values, ref byte mask, out int index)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector first = FirstTakingPart(values, ref mask);
        TVector upper = UpperTakingPart(values, ref mask);
        TVector sum = lanes.Add(first, upper);
        TVector max = lanes.MaxInEveryLane(lanes.Max(first, upper));
        index = 0;
        if (!lanes.AreEqual(sum, sum) || !default(TFormat).IsFinite(lanes.ToScalar(max)))
        {
            return false;
        }

        int more = values.Length - lanes.Count;
        ulong matches = IsHalves(values.Length) ? kernel.MatchesOfRow(first, max, values.Length) : lanes.EqualMask(first, max);
        index = kernel.FirstOf(more > 0 ? matches | (lanes.EqualMask(upper, max) << more) : matches);
        return true;
    }

    /// <summary>The first register of a row, with −∞ in what is left out, and in the lanes that the row leaves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FirstTakingPart(ReadOnlySpan<T> values, ref byte mask)
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        if (values.Length >= lanes.Count)
        {
            return lanes.LeaveOut(lanes.Load(ref source, 0), ref mask);
        }

        // No byte beside the mask is read.
        ulong bytes = 0;
        if (IsHalves(values.Length))
        {
            int half = lanes.Count / 2;
            bytes = half == sizeof(uint)
                ? Unsafe.ReadUnaligned<uint>(ref mask) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref mask, values.Length - half)) << 32)
                : Unsafe.ReadUnaligned<ushort>(ref mask) | ((ulong)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref mask, values.Length - half)) << 16);
            return lanes.LeaveOut(lanes.LoadHalves(ref source, values.Length), ref Unsafe.As<ulong, byte>(ref bytes));
        }

        for (int i = 0; i < values.Length; i++)
        {
            bytes |= (ulong)Unsafe.Add(ref mask, i) << (8 * i);
        }

        return lanes.LeaveOut(LoadShort(ref source, values.Length), ref Unsafe.As<ulong, byte>(ref bytes));
    }

    /// <summary>The register that ends with the row, or −∞ only where there is none but the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector UpperTakingPart(ReadOnlySpan<T> values, ref byte mask)
    {
        TLanes lanes = default;
        int more = values.Length - lanes.Count;
        return more <= 0
            ? default(Kernel<TLanes, TFormat, TVector, TBits, T>).Absent()
            : lanes.LeaveOut(lanes.Load(ref MemoryMarshal.GetReference(values), more), ref Unsafe.Add(ref mask, more));
    }
}
