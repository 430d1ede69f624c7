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
    private static bool MaskedInRegisters<TOperation, TPeak, TMask>(ReadOnlySpan<T> values, ref byte mask, Span<T> results, out T result)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
        where TMask : struct
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TOperation operation = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector first = FirstTakingPart<TMask>(values, ref mask);
        int more = values.Length - lanes.Count;
        TVector upper = UpperTakingPart<TMask>(values, ref mask);
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

    /// <summary>The first register of a row, with −∞ in what is left out, and in the lanes that the row leaves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FirstTakingPart<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct
    {
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        if (values.Length >= lanes.Count)
        {
            return TakingPart<TMask>(lanes.Load(ref source, 0), ref mask, 0);
        }

        int half = lanes.Count / 2;
        int upper = values.Length - half;
        ulong marks = 0;
        if (typeof(TMask) == typeof(BitMask))
        {
            marks = Unsafe.As<byte, ulong>(ref mask);
            return IsHalves(values.Length)
                ? lanes.LeaveOutBits(lanes.LoadHalves(ref source, values.Length), (marks & ((1UL << half) - 1)) | ((marks >> upper) << half))
                : lanes.LeaveOutBits(LoadShort(ref source, values.Length), marks);
        }

        // No byte beside the mask is read.
        if (IsHalves(values.Length))
        {
            marks = half == sizeof(uint)
                ? Unsafe.ReadUnaligned<uint>(ref mask) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref mask, upper)) << 32)
                : Unsafe.ReadUnaligned<ushort>(ref mask) | ((ulong)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref mask, upper)) << 16);
            return lanes.LeaveOut(lanes.LoadHalves(ref source, values.Length), ref Unsafe.As<ulong, byte>(ref marks));
        }

        for (int i = 0; i < values.Length; i++)
        {
            marks |= (ulong)Unsafe.Add(ref mask, i) << (8 * i);
        }

        return lanes.LeaveOut(LoadShort(ref source, values.Length), ref Unsafe.As<ulong, byte>(ref marks));
    }

    /// <summary>The register that ends with the row, or −∞ only where there is none but the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector UpperTakingPart<TMask>(ReadOnlySpan<T> values, ref byte mask)
        where TMask : struct
    {
        TLanes lanes = default;
        int more = values.Length - lanes.Count;
        return more <= 0
            ? default(Kernel<TLanes, TFormat, TVector, TBits, T>).Absent()
            : TakingPart<TMask>(lanes.Load(ref MemoryMarshal.GetReference(values), more), ref mask, more);
    }

    /// <summary>A register whose first value is that of the row at an index, with −∞ in what is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TakingPart<TMask>(TVector values, ref byte mask, int index)
        where TMask : struct => typeof(TMask) == typeof(BitMask)
            ? default(TLanes).LeaveOutBits(values, Unsafe.As<byte, ulong>(ref mask) >> index)
            : default(TLanes).LeaveOut(values, ref Unsafe.Add(ref mask, index));

    /// <summary>Whether one value does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakesPart<TMask>(ref byte mask, int index)
        where TMask : struct => typeof(TMask) == typeof(BitMask)
            ? ((Unsafe.As<byte, ulong>(ref mask) >> index) & 1) != 0
            : Unsafe.Add(ref mask, index) != 0;
}

/// <summary>A mask that is a byte for each value: those that are not 0 take part.</summary>
internal readonly struct FlagMask;

/// <summary>A mask that is a number, with a bit for each value.</summary>
internal readonly struct BitMask;
