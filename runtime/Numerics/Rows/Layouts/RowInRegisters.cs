using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Rows of two registers at most, which stay in them; shorter than one with −∞ in the lanes that they leave. In methods of their own: memory
/// on the stack guards every call of a method that has any, a nanosecond that longer rows need not pay.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    private const int WidestRegister = 16;

    /// <summary>False, and nothing written, where the row is not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool InRegisters<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> values, Span<T> results, out T result)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);

        // The registers overlap: of the second, so many lanes are new. There is none where the row fills one, or not even that.
        int more = values.Length - lanes.Count;
        TVector first = more < 0 ? LoadShort(ref source, values.Length) : lanes.Load(ref source, 0);
        TVector second = more <= 0 ? kernel.Absent() : kernel.KeepLastElseAbsent(lanes.Load(ref source, more), more);
        TPeak peak = default(TPeak).None().With(first, second).InEveryLane();
        TVector sum = lanes.Add(first, second);
        result = lanes.ToScalar(peak.Max);
        if (!lanes.AreEqual(sum, sum) || !operation.IsOrdinary(result))
        {
            return false;
        }

        Scales scales = operation.ScalesOf(peak);
        TBits coarse = lanes.CreateBits(0);
        TBits fine = lanes.CreateBits(0);
        TVector counted = (Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? operation.Weigh(first, scales) : first;
        operation.Count(counted, scales, ref coarse, ref fine);
        TVector alsoCounted = second;
        if (more > 0)
        {
            second = lanes.Load(ref source, more);
            alsoCounted = (Unsafe.SizeOf<TOperation>() & KeepsWeights) != 0 ? operation.Weigh(second, scales) : second;
            operation.Count(operation.OnlyLast(alsoCounted, more), scales, ref coarse, ref fine);
        }

        Finished finished = operation.FinishRow(kernel.TotalInEveryLane(coarse, fine, more > 0 ? 2 : 1), peak, scales);
        result = lanes.ToScalar(finished.First);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
        {
            ref T destination = ref MemoryMarshal.GetReference(results);
            counted = operation.Result(counted, finished);
            if (more < 0)
            {
                StoreShort(counted, ref destination, values.Length);
                return true;
            }

            lanes.Store(counted, ref destination, 0);
            if (more > 0)
            {
                lanes.Store(operation.Result(alsoCounted, finished), ref destination, more);
            }
        }

        return true;
    }

    /// <summary>A row shorter than a register that is not ordinary, copied into one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T OfPadded<TOperation, TPeak>(in TOperation operation, ReadOnlySpan<T> values, Span<T> results)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        Span<T> padded = stackalloc T[WidestRegister];
        padded = Pad(values, padded);
        T result = LongRow<TOperation, TPeak>(operation, padded, padded);
        if ((Unsafe.SizeOf<TOperation>() & WritesRows) != 0)
        {
            padded.Slice(0, results.Length).CopyTo(results);
        }

        return result;
    }

    /// <summary>Fewer values than a register has lanes, in memory of its length, and absent ones, which weigh nothing.</summary>
    private static Span<T> Pad(ReadOnlySpan<T> values, Span<T> padded)
    {
        padded = padded.Slice(0, default(TLanes).Count);
        padded.Fill(default(TFormat).NegativeInfinity);
        values.CopyTo(padded);
        return padded;
    }

    /// <summary>Fewer elements than a register has lanes, and −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadShort(ref T source, int count)
    {
        TLanes lanes = default;
        TVector row = lanes.Create(source);
        for (int i = 1; i < count; i++)
        {
            row = lanes.KeepLast(lanes.Create(Unsafe.Add(ref source, i)), lanes.Count - i, row);
        }

        return lanes.KeepLast(lanes.Create(default(TFormat).NegativeInfinity), lanes.Count - count, row);
    }

    /// <summary>Stores that many elements of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreShort(TVector row, ref T destination, int count)
    {
        TLanes lanes = default;
        for (int i = 0; i < count; i++)
        {
            TVector first = row;
            first = (i & 8) != 0 ? lanes.Exchange(first, 8) : first;
            first = (i & 4) != 0 ? lanes.Exchange(first, 4) : first;
            first = (i & 2) != 0 ? lanes.Exchange(first, 2) : first;
            first = (i & 1) != 0 ? lanes.Exchange(first, 1) : first;
            Unsafe.Add(ref destination, i) = lanes.ToScalar(first);
        }
    }
}
