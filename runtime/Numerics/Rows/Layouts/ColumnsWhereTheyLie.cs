using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftKernels.Numerics;

/// <content>
/// Columns of blocks, whose values lie apart by the number of columns: a group of as many neighbours as a register has lanes is read a register a value,
/// where it lies, and nothing is turned. What is left of the columns of a block, fewer than lanes, is <see cref="PutTogether"/> with what is left of
/// others. Groups that are not ordinary, or would leave half the lanes idle, go column by column.
/// </content>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T> : IColumns<T>
{
    /// <summary>Columns that are copied for one call of their own take so many values of the stack, longer ones a pooled array.</summary>
    private const int MostValuesOnStack = 1024;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.Softmax(ReadOnlySpan<T> logits, Span<T> probabilities, int size, int columns) =>
        ColumnsWhereTheyLie<WeighedGroup<SoftmaxPasses, Maximum>, SoftmaxOperation<T>, T>(default, default, logits, probabilities, size, columns, size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.LogSoftmax(ReadOnlySpan<T> logits, Span<T> logProbabilities, int size, int columns) =>
        ColumnsWhereTheyLie<WeighedGroup<LogSoftmaxPasses, TwoGreatest>, LogSoftmaxOperation<T>, T>(default, default, logits, logProbabilities, size, columns, size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.LogSumExp(ReadOnlySpan<T> values, Span<T> results, int size, int columns) =>
        ColumnsWhereTheyLie<WeighedGroup<LogSumExpPasses, TwoGreatest>, LogSumExpOperation<T>, T>(default, default, values, results, size, columns, results: 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.Max(ReadOnlySpan<T> values, Span<T> results, int size, int columns) =>
        ColumnsWhereTheyLie<MaxGroup, MaxOperation<T>, T>(default, default, values, results, size, columns, results: 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.ArgMax(ReadOnlySpan<T> values, Span<int> indices, int size, int columns) =>
        ColumnsWhereTheyLie<ArgMaxGroup, ArgMaxOperation<T>, int>(default, default, values, indices, size, columns, results: 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.HardMax(ReadOnlySpan<T> values, Span<T> oneHot, int size, int columns) =>
        ColumnsWhereTheyLie<HardMaxGroup, HardMaxOperation<T>, T>(default, default, values, oneHot, size, columns, size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns<T>.MaxProbability(ReadOnlySpan<T> values, Span<T> probabilities, int size, int columns) =>
        ColumnsWhereTheyLie<WeighedGroup<MaxProbabilityPasses, Maximum>, MaxProbabilityOperation<T>, T>(default, default, values, probabilities, size, columns, results: 1);

    /// <summary>What an operation does with a group of neighbouring columns.</summary>
    /// <typeparam name="TResult">What comes out.</typeparam>
    private interface IGroup<TResult>
    {
        /// <summary>Writes the results; false, and nothing written, where the group is not ordinary.</summary>
        /// <param name="source">The group's first values. Its second ones are <paramref name="stride"/> elements on.</param>
        /// <param name="stride">How far apart the values of a column are, and its results where there is more than one.</param>
        /// <param name="size">The values of a column: two at least, and no more than <see cref="LongTotal.LongestExactTotal"/>.</param>
        /// <param name="results">Where the group's first results go: where the values are, or apart from them.</param>
        /// <param name="block">Memory of the stack for a register a value, and no more of them than one total takes.</param>
        bool Write(ref T source, nint stride, int size, ref TResult results, ref T block);
    }

    /// <param name="group">The operation on a group of columns.</param>
    /// <param name="one">The same of one column, copied.</param>
    /// <param name="source">Blocks of columns.</param>
    /// <param name="destination">Blocks of their results.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <param name="results">The results of a column: one, or as many as it has values.</param>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void ColumnsWhereTheyLie<TGroup, TRow, TResult>(
        TGroup group, TRow one, ReadOnlySpan<T> source, Span<TResult> destination, int size, int columns, int results)
        where TGroup : struct, IGroup<TResult>
        where TRow : struct, IRowOperation<T, TResult>
        where TResult : unmanaged
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TLanes lanes = default;
        int blocks = source.Length / (size * columns);
        if (Unsafe.SizeOf<TVector>() == Unsafe.SizeOf<T>() || size > LongTotal.LongestExactTotal)
        {
            OneByOne(one, source, destination, size, columns, results, columns, 0, blocks * columns);
            return;
        }

        Span<T> memory = stackalloc T[MemoryOfColumns(Math.Min(size, RegistersPerTotal))];
        ref T block = ref Aligned(memory);
        ref T values = ref MemoryMarshal.GetReference(source);
        ref TResult written = ref MemoryMarshal.GetReference(destination);
        int whole = columns - (columns % lanes.Count);
        for (int number = 0; number < blocks && whole > 0; number++)
        {
            for (int column = 0; column < whole; column += lanes.Count)
            {
                if (!group.Write(
                    ref Unsafe.Add(ref values, (number * size * columns) + column), columns, size, ref Unsafe.Add(ref written, (number * results * columns) + column), ref block))
                {
                    OneByOne(one, source, destination, size, columns, results, columns, (number * columns) + column, lanes.Count);
                }
            }
        }

        if (whole < columns)
        {
            PutTogether(group, one, source, destination, size, columns, results, columns - whole, ref block);
        }
    }

    /// <summary>So many columns as rows, each copied, counted over the last few columns of each block from the first of them on.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    [SkipLocalsInit]
    private static void OneByOne<TRow, TResult>(
        TRow one, ReadOnlySpan<T> source, Span<TResult> destination, int size, int columns, int results, int few, int first, int count)
        where TRow : struct, IRowOperation<T, TResult>
        where TResult : unmanaged
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        T[]? pooled = size <= MostValuesOnStack ? null : ArrayPool<T>.Shared.Rent(size);
        Span<T> row = pooled is null ? stackalloc T[size] : pooled.AsSpan(0, size);
        for (int column = first; column < first + count; column++)
        {
            int place = columns - few + (column % few);
            Pick(source.Slice((column / few * size * columns) + place), row, columns);
            Span<TResult> inPlace = MemoryMarshal.Cast<T, TResult>(row);
            TResult result = one.Row(default(Kernel<TLanes, TFormat, TVector, TBits, T>), row, inPlace);
            Span<TResult> written = destination.Slice((column / few * results * columns) + place);
            if (results == 1)
            {
                written[0] = result;
            }
            else
            {
                Put(inPlace, written, columns);
            }
        }

        if (pooled is not null)
        {
            ArrayPool<T>.Shared.Return(pooled);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pick(ReadOnlySpan<T> source, Span<T> row, int stride)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = source[i * stride];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TResult>(ReadOnlySpan<TResult> row, Span<TResult> destination, int stride)
    {
        for (int i = 0; i < row.Length; i++)
        {
            destination[i * stride] = row[i];
        }
    }
}
