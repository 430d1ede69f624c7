using System;
using System.Buffers;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>Choosing in the rows of a matrix, whose lengths have been checked: the first k, with probabilities or without, and draws; of all values, or of those that a mask lets take part.</summary>
/// <typeparam name="TWidest">The dispatch of the plain methods.</typeparam>
/// <typeparam name="TMasked">The dispatch with masks.</typeparam>
/// <typeparam name="TFormat">The element's constants.</typeparam>
/// <typeparam name="T">The element: float or double.</typeparam>
internal static class Choices<TWidest, TMasked, TFormat, T>
    where TWidest : struct, IWidest<T>
    where TMasked : struct, IWidestMasked<T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>What of a row has to be copied, a longer one to a pooled array.</summary>
    private const int MostValuesOnStack = 1024;

    /// <summary>The first k of each row, as many as there are indices for.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="temperature">Of the softmax, where there is one.</param>
    /// <param name="masks">What takes part; nothing, for all.</param>
    /// <param name="indices">k for each row.</param>
    /// <param name="probabilities">As many, where there are any.</param>
    /// <param name="size">The values of a row.</param>
    /// <param name="order">Which probabilities.</param>
    public static void TopK(ReadOnlySpan<T> values, T temperature, in RowMasks masks, Span<int> indices, Span<T> probabilities, int size, ChoiceOrder order)
    {
        if (values.IsEmpty)
        {
            return;
        }

        int rows = values.Length / size;
        int k = indices.Length / rows;
        if (order == ChoiceOrder.SoftmaxFirst)
        {
            SoftmaxTopK(values, temperature, masks, indices, probabilities, size, k);
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> ofRow = values.Slice(row * size, size);
            Span<int> first = indices.Slice(row * k, k);
            if (masks.IsNone)
            {
                TopK(ofRow, first);
            }
            else
            {
                MaskedTopK(ofRow, masks, row, first);
            }

            for (int i = 0; i < k && order == ChoiceOrder.TopKFirst; i++)
            {
                probabilities[(row * k) + i] = first[i] < 0 ? default(TFormat).NegativeInfinity : ofRow[first[i]];
            }
        }

        if (order == ChoiceOrder.TopKFirst)
        {
            Softmax(probabilities, temperature, probabilities, k);
        }
    }

    /// <summary>A draw of each row.</summary>
    /// <param name="logits">The matrix.</param>
    /// <param name="temperature">What the logits are divided by.</param>
    /// <param name="masks">What takes part; nothing, for all.</param>
    /// <param name="uniforms">By which number: one for each row.</param>
    /// <param name="indices">What is drawn.</param>
    /// <param name="size">The values of a row.</param>
    public static void Sample(ReadOnlySpan<T> logits, T temperature, in RowMasks masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        for (int row = 0; row < indices.Length; row++)
        {
            ReadOnlySpan<T> ofRow = logits.Slice(row * size, size);
            indices[row] = masks.IsNone ? Sample(ofRow, temperature, uniforms[row]) : MaskedSample(ofRow, temperature, masks, row, uniforms[row]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TopK(ReadOnlySpan<T> row, Span<int> indices) => default(TWidest).Row<TopKOperation<T>, int>(default, row, indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sample(ReadOnlySpan<T> row, T temperature, double uniform) =>
        default(TWidest).Row<SampleOperation<T>, int>(new() { Temperature = temperature, Uniform = uniform }, row, default);

    private static void Softmax(ReadOnlySpan<T> logits, T temperature, Span<T> probabilities, int size)
    {
        if (temperature.Equals(default(TFormat).One))
        {
            Rows.ToRows<TWidest, SoftmaxOperation<T>, T>(default, logits, probabilities, size);
        }
        else
        {
            Rows.ToRows<TWidest, SoftmaxAtTemperature<T>, T>(new() { Temperature = temperature }, logits, probabilities, size);
        }
    }

    [SkipLocalsInit]
    private static void SoftmaxTopK(ReadOnlySpan<T> logits, T temperature, in RowMasks masks, Span<int> indices, Span<T> probabilities, int size, int k)
    {
        T[]? pooled = size <= MostValuesOnStack ? null : ArrayPool<T>.Shared.Rent(size);
        Span<T> block = pooled is null ? stackalloc T[MostValuesOnStack] : pooled.AsSpan(0, size);
        Span<byte> room = stackalloc byte[RowMasks.Room];
        int rows = logits.Length / size;
        int atOnce = masks.IsNone ? block.Length / size : 1;
        for (int start = 0; start < rows; start += atOnce)
        {
            ReadOnlySpan<T> some = logits.Slice(start * size, Math.Min(atOnce, rows - start) * size);
            Span<T> weighed = block.Slice(0, some.Length);
            if (masks.IsNone)
            {
                Softmax(some, temperature, weighed, size);
            }
            else
            {
                // Probabilities of what is left out are none.
                ref byte mask = ref masks.Block(start * size, size, room);
                default(TMasked).Row<MaskedSoftmaxOperation<T, FlagMask>, T>(some, ref mask, weighed);
                default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(weighed, ref mask, weighed);
            }

            for (int row = start; row < start + (some.Length / size); row++)
            {
                ReadOnlySpan<T> ofRow = weighed.Slice((row - start) * size, size);
                Span<int> first = indices.Slice(row * k, k);
                TopK(ofRow, first);
                for (int i = 0; i < k; i++)
                {
                    T probability = ofRow[first[i]];
                    bool isLeftOut = default(TFormat).AreEqual(probability, default(TFormat).NegativeInfinity);
                    probabilities[(row * k) + i] = isLeftOut ? default(TFormat).Zero : probability;
                    first[i] = isLeftOut ? -1 : first[i];
                }
            }
        }

        if (pooled is not null)
        {
            ArrayPool<T>.Shared.Return(pooled);
        }
    }

    [SkipLocalsInit]
    private static void MaskedTopK(ReadOnlySpan<T> row, in RowMasks masks, int number, Span<int> indices)
    {
        T[]? pooled = row.Length <= MostValuesOnStack ? null : ArrayPool<T>.Shared.Rent(row.Length);
        Span<T> taking = pooled is null ? stackalloc T[MostValuesOnStack] : pooled;
        Span<byte> room = stackalloc byte[RowMasks.Room];
        ref byte mask = ref masks.Block(number * row.Length, row.Length, room);
        taking = taking.Slice(0, row.Length);
        default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(row, ref mask, taking);
        TopK(taking, indices);

        // Those of −∞ may be left out: in their place come those that take part, in the order of the row.
        int kept = indices.Length;
        for (; kept > 0 && default(TFormat).AreEqual(taking[indices[kept - 1]], default(TFormat).NegativeInfinity); kept--)
        {
        }

        for (int i = 0; i < row.Length && kept < indices.Length; i++)
        {
            if (Unsafe.Add(ref mask, i) != 0 && default(TFormat).AreEqual(taking[i], default(TFormat).NegativeInfinity))
            {
                indices[kept++] = i;
            }
        }

        indices.Slice(kept).Fill(-1);
        if (pooled is not null)
        {
            ArrayPool<T>.Shared.Return(pooled);
        }
    }

    /// <summary>What is left out is absent, and never drawn.</summary>
    [SkipLocalsInit]
    private static int MaskedSample(ReadOnlySpan<T> row, T temperature, in RowMasks masks, int number, double uniform)
    {
        T[]? pooled = row.Length <= MostValuesOnStack ? null : ArrayPool<T>.Shared.Rent(row.Length);
        Span<T> taking = pooled is null ? stackalloc T[MostValuesOnStack] : pooled;
        Span<byte> room = stackalloc byte[RowMasks.Room];
        taking = taking.Slice(0, row.Length);
        default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(row, ref masks.Block(number * row.Length, row.Length, room), taking);
        int index = Sample(taking, temperature, uniform);
        if (pooled is not null)
        {
            ArrayPool<T>.Shared.Return(pooled);
        }

        return index;
    }
}
