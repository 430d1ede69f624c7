using System;
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
    /// <summary>What has to be copied of a row: a longer one to a pooled array.</summary>
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

        int k = indices.Length / (values.Length / size);
        if (order == ChoiceOrder.SoftmaxFirst)
        {
            SoftmaxTopK(values, temperature, masks, indices, probabilities, size, k);
            return;
        }

        if (masks.IsNone)
        {
            for (int row = 0; row < values.Length / size; row++)
            {
                TopK(values.Slice(row * size, size), indices.Slice(row * k, k));
            }
        }
        else
        {
            MaskedTopK(values, masks, indices, size, k);
        }

        if (order == ChoiceOrder.TopKFirst)
        {
            for (int i = 0; i < indices.Length; i++)
            {
                probabilities[i] = indices[i] < 0 ? default(TFormat).NegativeInfinity : values[(i / k * size) + indices[i]];
            }

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
        if (!masks.IsNone)
        {
            MaskedSample(logits, temperature, masks, uniforms, indices, size);
            return;
        }

        for (int row = 0; row < indices.Length; row++)
        {
            indices[row] = Sample(logits.Slice(row * size, size), temperature, uniforms[row]);
        }
    }

    /// <summary>A draw of one row; −1 of none.</summary>
    public static int Sample(ReadOnlySpan<T> row, T temperature, in RowMasks masks, double uniform)
    {
        Span<int> index = stackalloc int[1] { -1 };
        if (!row.IsEmpty)
        {
            Sample(row, temperature, masks, stackalloc double[1] { uniform }, index, row.Length);
        }

        return index[0];
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
        Span<byte> bytes = stackalloc byte[RowMasks.Room];
        int rows = logits.Length / size;
        int atOnce = masks.IsNone ? Math.Max(1, MostValuesOnStack / size) : 1;
        using Room<T> room = new(Math.Min(atOnce, rows) * size, stackalloc T[MostValuesOnStack]);
        for (int start = 0; start < rows; start += atOnce)
        {
            ReadOnlySpan<T> some = logits.Slice(start * size, Math.Min(atOnce, rows - start) * size);
            Span<T> weighed = room.Values.Slice(0, some.Length);
            if (masks.IsNone)
            {
                Softmax(some, temperature, weighed, size);
            }
            else
            {
                // Probabilities of what is left out are none.
                ref byte mask = ref masks.Block(start * size, size, bytes);
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
    }

    [SkipLocalsInit]
    private static void MaskedTopK(ReadOnlySpan<T> values, in RowMasks masks, Span<int> indices, int size, int k)
    {
        Span<byte> bytes = stackalloc byte[RowMasks.Room];
        using Room<T> room = new(size, stackalloc T[MostValuesOnStack]);
        Span<T> taking = room.Values;
        for (int row = 0; row < values.Length / size; row++)
        {
            Span<int> first = indices.Slice(row * k, k);
            ref byte mask = ref masks.Block(row * size, size, bytes);
            default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(values.Slice(row * size, size), ref mask, taking);
            TopK(taking, first);
            LeaveOutIndices(taking, ref mask, first);
        }
    }

    /// <summary>Values of −∞ may be left out: in their place come those that take part, in the order of the row, and then none.</summary>
    private static void LeaveOutIndices(ReadOnlySpan<T> taking, ref byte mask, Span<int> first)
    {
        TFormat format = default;
        int kept = first.Length;
        for (; kept > 0 && format.AreEqual(taking[first[kept - 1]], format.NegativeInfinity); kept--)
        {
        }

        for (int i = 0; i < taking.Length && kept < first.Length; i++)
        {
            if (Unsafe.Add(ref mask, i) != 0 && format.AreEqual(taking[i], format.NegativeInfinity))
            {
                first[kept++] = i;
            }
        }

        first.Slice(kept).Fill(-1);
    }

    /// <summary>What is left out is absent, and never drawn.</summary>
    [SkipLocalsInit]
    private static void MaskedSample(ReadOnlySpan<T> logits, T temperature, in RowMasks masks, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
    {
        Span<byte> bytes = stackalloc byte[RowMasks.Room];
        using Room<T> room = new(size, stackalloc T[MostValuesOnStack]);
        for (int row = 0; row < indices.Length; row++)
        {
            default(TMasked).Row<LeaveOutOperation<T, FlagMask>, int>(logits.Slice(row * size, size), ref masks.Block(row * size, size, bytes), room.Values);
            indices[row] = Sample(room.Values, temperature, uniforms[row]);
        }
    }
}
