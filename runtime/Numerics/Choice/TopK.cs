using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif

namespace SoftKernels.Numerics;

/// <content>
/// The indices of the k first of a row (<see cref="Order{TFormat, T}"/>), 1 ≤ k ≤ N. Few of few: each value's rank is how many come before it, bits that are counted. Few of many: of
/// 16 columns the maxima, and of these the k-th, which k values reach at least; the few values that do are ranked. Else, and where there is a NaN, a heap, which most registers of a row
/// pass by in one comparison.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>As many as a number has bits for.</summary>
    private const int MostRanked = 64;

    /// <summary>Of more, candidates are looked for first: ranking n values takes n²/16 comparisons of registers.</summary>
    private const int MostRankedAtOnce = 16;

    /// <summary>Columns whose maxima give the limit, and the greatest k that they can.</summary>
    private const int ColumnsOfLimit = 16;

    [MethodImpl(KernelOptions.Optimized)]
    void IRows<T>.TopK(ReadOnlySpan<T> values, Span<int> indices)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (indices.Length == 1)
        {
            indices[0] = ArgMaxOfRow(values);
            return;
        }

#if NET8_0_OR_GREATER
        if (Unsafe.SizeOf<TVector>() > Unsafe.SizeOf<T>()
            && (indices.Length == 2 && values.Length >= default(TLanes).Count ? FirstTwo(values, indices) : TopKByRanks(values, indices)))
        {
            return;
        }
#endif
        TopKByHeap(values, indices);
    }

#if NET8_0_OR_GREATER
    /// <summary>The greatest and the greatest of the others in one pass. False, and nothing written, where there may be a NaN, or equals in a long row.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool FirstTwo(ReadOnlySpan<T> values, Span<int> indices)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        int last = values.Length - lanes.Count;
        int left = values.Length % lanes.Count;
        TVector sum = lanes.Create(default);
        TwoGreatest peak = GatherByFour<TwoGreatest>(ref source, last, left == 0 ? lanes.Count : left, ref sum).InEveryLane();
        if (!lanes.AreEqual(sum, sum))
        {
            return false;
        }

        TVector max = peak.Max;
        TVector second = peak.Heaviest;
        if (last > MostRanked - lanes.Count)
        {
            if (default(TFormat).AreEqual(lanes.ToScalar(max), lanes.ToScalar(second)))
            {
                return false;
            }

            indices[0] = IndexOf(ref MemoryMarshal.GetReference(values), last, max);
            indices[1] = IndexOf(ref MemoryMarshal.GetReference(values), last, second);
            return true;
        }

        ref T row = ref MemoryMarshal.GetReference(values);
        TVector register = lanes.Load(ref row, last);
        ulong greatest = kernel.Matches(register, max, last);
        ulong next = kernel.Matches(register, second, last);
        for (int i = 0; i < last; i += lanes.Count)
        {
            register = lanes.Load(ref row, i);
            greatest |= kernel.Matches(register, max, i);
            next |= kernel.Matches(register, second, i);
        }

        // Where both are equal, the second of those that are.
        indices[0] = kernel.FirstOf(greatest);
        indices[1] = kernel.FirstOf(next & ~(greatest & (0 - greatest)));
        return true;
    }

    /// <summary>False, and nothing written, where there are too many to be ranked, or there may be a NaN.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static bool TopKByRanks(ReadOnlySpan<T> values, Span<int> indices)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        int last = values.Length - lanes.Count;
        if (last >= 0 && values.Length <= (indices.Length > ColumnsOfLimit ? MostRanked : MostRankedAtOnce))
        {
            TVector sum = lanes.Load(ref source, last);
            for (int i = 0; i < last; i += lanes.Count)
            {
                sum = lanes.Add(sum, lanes.Load(ref source, i));
            }

            if (!lanes.AreEqual(sum, sum))
            {
                return false;
            }

            Rank(ref source, values.Length, values.Length, ref Unsafe.NullRef<int>(), indices);
            return true;
        }

        if (indices.Length > ColumnsOfLimit && last >= 0)
        {
            return false;
        }

        Span<T> candidates = stackalloc T[MostRanked + ColumnsOfLimit];
        Span<int> positions = stackalloc int[MostRanked];
        int count = last < 0 ? CandidatesOfShort(values, candidates, positions) : CandidatesOf(values, indices.Length, candidates, positions);
        if (count < 0)
        {
            return false;
        }

        // What follows them comes after all of them, or is one of them again.
        candidates.Slice(count, lanes.Count).Fill(default(TFormat).NegativeInfinity);
        Rank(ref MemoryMarshal.GetReference(candidates), Math.Max(count, lanes.Count), count, ref MemoryMarshal.GetReference(positions), indices);
        return true;
    }

    /// <summary>Writes the positions of the first of some values, at least a register of them.</summary>
    /// <param name="values">The values, none of which is NaN.</param>
    /// <param name="count">How many there are to be read, 64 at most.</param>
    /// <param name="ranked">How many of them are ranked; the others are −∞, and come last.</param>
    /// <param name="positions">Where they stand in the row; nowhere, if they are it.</param>
    /// <param name="indices">Where positions are written.</param>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void Rank(ref T values, int count, int ranked, ref int positions, Span<int> indices)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        Span<int> places = stackalloc int[MostRanked + 1];
        ref int place = ref MemoryMarshal.GetReference(places);
        int last = count - lanes.Count;
        ulong taken = 0;
        for (int j = 0; j < ranked; j++)
        {
            // So many are as great, itself among them: its rank, if no other is.
            TVector value = lanes.Create(Unsafe.Add(ref values, j));
            ulong atLeast = lanes.AtLeastMask(lanes.Load(ref values, last), value) << last;
            for (int i = 0; i < last; i += lanes.Count)
            {
                atLeast |= lanes.AtLeastMask(lanes.Load(ref values, i), value) << i;
            }

            // To its place, whether it is wanted or not: a branch would be mispredicted as often as not.
            int rank = BitOperations.PopCount(atLeast);
            Unsafe.Add(ref place, rank) = j;
            taken |= 1UL << (rank - 1);
        }

        if (taken != ulong.MaxValue >> (MostRanked - ranked))
        {
            RankEquals(ref values, count, ranked, ref place);
        }

        for (int i = 0; i < indices.Length; i++)
        {
            int index = Unsafe.Add(ref place, i + 1);
            indices[i] = Unsafe.IsNullRef(ref positions) ? index : Unsafe.Add(ref positions, index);
        }
    }

    /// <summary>Places from 1 on where some values are equal: of these come first those that stand first.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static void RankEquals(ref T values, int count, int ranked, ref int place)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int last = count - lanes.Count;
        for (int j = 0; j < ranked; j++)
        {
            TVector value = lanes.Create(Unsafe.Add(ref values, j));
            TVector register = lanes.Load(ref values, last);
            ulong atLeast = lanes.AtLeastMask(register, value) << last;
            ulong equal = lanes.EqualMask(register, value) << last;
            for (int i = 0; i < last; i += lanes.Count)
            {
                register = lanes.Load(ref values, i);
                atLeast |= lanes.AtLeastMask(register, value) << i;
                equal |= lanes.EqualMask(register, value) << i;
            }

            Unsafe.Add(ref place, BitOperations.PopCount(atLeast & ~(equal & (ulong.MaxValue << j))) + 1) = j;
        }
    }

    /// <summary>All of a row that fills no register.</summary>
    private static int CandidatesOfShort(ReadOnlySpan<T> values, Span<T> candidates, Span<int> positions)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (default(TFormat).IsNaN(values[i]))
            {
                return -1;
            }

            candidates[i] = values[i];
            positions[i] = i;
        }

        return values.Length;
    }

    /// <summary>The values that are among the k first, and a few more, in the order of the row; −1 where there are too many of them, or there may be a NaN.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static int CandidatesOf(ReadOnlySpan<T> values, int k, Span<T> candidates, Span<int> positions)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        ref T source = ref MemoryMarshal.GetReference(values);
        int last = values.Length - lanes.Count;
        Span<T> maxima = stackalloc T[ColumnsOfLimit];
        if (!MaximaOfColumns(ref source, values.Length, ref MemoryMarshal.GetReference(maxima)))
        {
            return -1;
        }

        TVector limit = lanes.Create(Ranked(maxima, k));
        int count = 0;
        for (int start = 0; start < values.Length; start += MostRanked)
        {
            // Of 64 values bits, so that no branch asks where the candidates are.
            ulong found = 0;
            int end = Math.Min(start + MostRanked, values.Length);
            for (int i = start; i < end; i += lanes.Count)
            {
                found |= i <= last
                    ? lanes.AtLeastMask(lanes.Load(ref source, i), limit) << (i - start)
                    : lanes.AtLeastMask(lanes.Load(ref source, last), limit) >> (i - last) << (i - start);
            }

            if (count + BitOperations.PopCount(found) > MostRanked)
            {
                return -1;
            }

            for (; found != 0; found &= found - 1)
            {
                int index = start + BitOperations.TrailingZeroCount(found);
                positions[count] = index;
                candidates[count++] = Unsafe.Add(ref source, index);
            }
        }

        return count;
    }

    /// <summary>The greatest of each of 16 columns; false where there may be a NaN.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static bool MaximaOfColumns(ref T source, int count, ref T maxima)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        TVector absent = lanes.Create(default(TFormat).NegativeInfinity);
        TVector sum = lanes.Create(default);
        for (int column = 0; column < ColumnsOfLimit; column += lanes.Count)
        {
            TVector max = absent;
            TVector more = absent;
            int i = column;
            for (; i <= count - lanes.Count - ColumnsOfLimit; i += 2 * ColumnsOfLimit)
            {
                TVector first = lanes.Load(ref source, i);
                TVector second = lanes.Load(ref source, i + ColumnsOfLimit);
                max = lanes.Max(max, first);
                more = lanes.Max(more, second);
                sum = lanes.Add(sum, lanes.Add(first, second));
            }

            for (; i < count; i += ColumnsOfLimit)
            {
                // No value in two columns.
                TVector left = i <= count - lanes.Count
                    ? lanes.Load(ref source, i)
                    : lanes.KeepLast(lanes.Load(ref source, count - lanes.Count), count - i, absent);
                max = lanes.Max(max, left);
                sum = lanes.Add(sum, left);
            }

            lanes.Store(lanes.Max(max, more), ref maxima, column);
        }

        return lanes.AreEqual(sum, sum);
    }

    /// <summary>The k-th of the 16 maxima.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static T Ranked(Span<T> maxima, int k)
    {
        Span<int> indices = stackalloc int[ColumnsOfLimit];
        indices = indices.Slice(0, k);
        Rank(ref MemoryMarshal.GetReference(maxima), ColumnsOfLimit, ColumnsOfLimit, ref Unsafe.NullRef<int>(), indices);
        return maxima[indices[k - 1]];
    }
#endif

    [MethodImpl(KernelOptions.Optimized)]
    private static void TopKByHeap(ReadOnlySpan<T> values, Span<int> indices)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }

        Order<TFormat, T>.Build(values, indices);
        for (int i = indices.Length; i < values.Length;)
        {
            // What comes after the last of them is as quickly said of a register.
            T limit = values[indices[0]];
            if (i <= values.Length - lanes.Count
                && lanes.AtLeastMask(lanes.Create(limit), lanes.Load(ref MemoryMarshal.GetReference(values), i)) == ulong.MaxValue >> (MostRanked - lanes.Count))
            {
                i += lanes.Count;
                continue;
            }

            for (int end = Math.Min(i + lanes.Count, values.Length); i < end; i++)
            {
                if (Order<TFormat, T>.IsBefore(values[i], values[indices[0]]))
                {
                    Order<TFormat, T>.ReplaceLast(values, indices, i);
                }
            }
        }

        Order<TFormat, T>.Sort(values, indices);
    }
}

/// <summary>The indices of the first k.</summary>
internal readonly struct TopKOperation<T> : IRowOperation<T, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> results)
        where TRows : struct, IRows<T>
    {
        rows.TopK(values, results);
        return 0;
    }

    public int Blocks<TRows>(TRows rows, ReadOnlySpan<T> values, Span<int> results, int size, int row)
        where TRows : struct, IRows<T> => row;
}
