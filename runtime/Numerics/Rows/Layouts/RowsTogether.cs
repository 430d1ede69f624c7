using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// As many rows at a time as a register has lanes, each where it lies: a pass goes over them one after the other, and leaves what it
/// gathered of a row in one register of memory. Those are reduced together, by a tree that ends with a lane for each row.
/// </content>
public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Registers of memory for each lane: what the passes gather, two for each row, which waits for the tree.</summary>
    private const int GatheredPerLane = 2;

    /// <summary>Registers of memory besides: three scales, the maximum and what totals came to, and one to align them.</summary>
    private const int WaitingRegisters = 6;

    /// <summary>Blocks of rows from <paramref name="row"/> on; the row at which no block begins, or one whose rows are not ordinary.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int RowsTogether<TOperation, TPeak>(ReadOnlySpan<T> source, Span<T> destination, int size, int row)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        TLanes lanes = default;
        TOperation operation = default;
        ref T allValues = ref MemoryMarshal.GetReference(source);
        ref T allResults = ref MemoryMarshal.GetReference(destination);
        int rows = source.Length / size;
        Span<T> memory = stackalloc T[((GatheredPerLane * lanes.Count) + WaitingRegisters) * lanes.Count];
        ref T gathered = ref Aligned(memory);
        ref T waiting = ref Unsafe.Add(ref gathered, GatheredPerLane * lanes.Count * lanes.Count);
        int registers = (size + lanes.Count - 1) / lanes.Count;
        int last = size - lanes.Count;
        int count = size - ((registers - 1) * lanes.Count);
        for (; row + lanes.Count <= rows; row += lanes.Count)
        {
            ref T values = ref Unsafe.Add(ref allValues, row * size);
            ref T results = ref Unsafe.Add(ref allResults, operation is IWritesRows ? row * size : row);
            TVector sum = lanes.Create(default);
            for (int r = 0; r < lanes.Count; r++)
            {
                Gather<TPeak>(ref Unsafe.Add(ref values, r * size), last, count, ref sum).Leave(ref gathered, r);
            }

            // Kept in a register over the call, the sum would be spilled at each addition.
            lanes.Store(sum, ref waiting, 0);
            TPeak peak = Tree<TPeak>(ref gathered);
            if (!default(Kernel<TLanes, TFormat, TVector, TBits, T>).IsOrdinary(peak.Max, lanes.Load(ref waiting, 0)))
            {
                return row;
            }

            Scales scales = operation.ScalesOf(peak);
            lanes.Store(scales.Limit, ref waiting, 0);
            lanes.Store(scales.Scale, ref waiting, lanes.Count);
            lanes.Store(scales.Lowest, ref waiting, 2 * lanes.Count);
            if (operation is IKeepsWeights)
            {
                for (int r = 0; r < lanes.Count; r++)
                {
                    Weigh<TOperation, TPeak>(ref Unsafe.Add(ref values, r * size), ref Unsafe.Add(ref results, r * size), last, ScalesOfRow(ref waiting, r));
                }
            }

            ref T counted = ref (operation is IKeepsWeights ? ref results : ref values);
            for (int r = 0; r < lanes.Count; r++)
            {
                Count<TOperation, TPeak>(ref Unsafe.Add(ref counted, r * size), last, count, ScalesOfRow(ref waiting, r), out TBits coarse, out TBits fine);
                new Counted(coarse, fine).Leave(ref gathered, r);
            }

            TVector finished = operation.Finish(Tree<Counted>(ref gathered).Totals(registers), peak, scales);
            if (operation is IWritesRows)
            {
                lanes.Store(peak.Max, ref waiting, 0);
                lanes.Store(finished, ref waiting, lanes.Count);
                for (int r = 0; r < lanes.Count; r++)
                {
                    Write<TOperation, TPeak>(
                        ref Unsafe.Add(ref counted, r * size),
                        ref Unsafe.Add(ref results, r * size),
                        last,
                        lanes.Create(Unsafe.Add(ref waiting, r)),
                        lanes.Create(Unsafe.Add(ref waiting, lanes.Count + r)));
                }
            }
            else
            {
                lanes.Store(finished, ref results, 0);
            }
        }

        return row;
    }

    /// <summary>The scales of one row of those that wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scales ScalesOfRow(ref T waiting, int row)
    {
        TLanes lanes = default;
        Scales scales;
        scales.Limit = lanes.Create(Unsafe.Add(ref waiting, row));
        scales.Scale = lanes.Create(Unsafe.Add(ref waiting, lanes.Count + row));
        scales.Lowest = lanes.Create(Unsafe.Add(ref waiting, (2 * lanes.Count) + row));
        return scales;
    }
}
