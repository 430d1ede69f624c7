using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The index of the first maximum, and its softmax probability.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="probability">What <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/> gives that value, to the bit; 0 where there is no value.</param>
    /// <returns>The index of the first maximum: of the first NaN where there is one, 0 where every value is −∞, −1 where there is no value.</returns>
    /// <remarks>The index is exact; −0 equals +0. With a NaN the probability is NaN; with k values of +∞ it is 1/k; of −∞ only, 0. Nothing else is written.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static int ArgMax(ReadOnlySpan<float> values, out float probability)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (values.IsEmpty)
        {
            probability = 0;
            return -1;
        }

        // It may be one of the values.
        int index = default(WidestSingleOfTwo).Row<ArgMaxProbabilityOperation<float>, int>(values, default, out float result);
        probability = result;
        return index;
    }

    /// <summary>The index of the first maximum, and its softmax probability.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="probability">What <see cref="Softmax(ReadOnlySpan{double}, Span{double})"/> gives that value, to the bit; 0 where there is no value.</param>
    /// <returns>The index of the first maximum: of the first NaN where there is one, 0 where every value is −∞, −1 where there is no value.</returns>
    /// <remarks>The index is exact; −0 equals +0. With a NaN the probability is NaN; with k values of +∞ it is 1/k; of −∞ only, 0. Nothing else is written.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    public static int ArgMax(ReadOnlySpan<double> values, out double probability)
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        if (values.IsEmpty)
        {
            probability = 0;
            return -1;
        }

        // It may be one of the values.
        int index = default(WidestDoubleOfTwo).Row<ArgMaxProbabilityOperation<double>, int>(values, default, out double result);
        probability = result;
        return index;
    }

    /// <summary>The index of the first maximum of each row of a matrix, and its softmax probability.</summary>
    /// <param name="values">The matrix, row-major: a multiple of <paramref name="size"/> values.</param>
    /// <param name="indices">Destination of the indices: one for each row.</param>
    /// <param name="probabilities">Destination of the probabilities: one for each row.</param>
    /// <param name="size">The length of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans share memory where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, out float)" path="/remarks"/>
    public static void ArgMaxRows(ReadOnlySpan<float> values, Span<int> indices, Span<float> probabilities, int size)
    {
        CheckRowsOfMaxima(values, indices, probabilities, size);
        Rows.ArgMax(values, indices, probabilities, size);
    }

    /// <inheritdoc cref="ArgMaxRows(ReadOnlySpan{float}, Span{int}, Span{float}, int)"/>
    public static void ArgMaxRows(ReadOnlySpan<double> values, Span<int> indices, Span<double> probabilities, int size)
    {
        CheckRowsOfMaxima(values, indices, probabilities, size);
        Rows.ArgMax(values, indices, probabilities, size);
    }

    /// <summary>The index of the first maximum, and its softmax probability. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="values">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="indices">Destination of the indices: for each block <paramref name="columns"/>.</param>
    /// <param name="probabilities">Destination of the probabilities: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, or no span holds a block. Nothing has been written.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or spans share memory where they must not. Nothing has been written.</exception>
    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, out float)" path="/remarks"/>
    public static void ArgMaxColumns(ReadOnlySpan<float> values, Span<int> indices, Span<float> probabilities, int size, int columns)
    {
        CheckColumnsOfMaxima(values, indices, probabilities, size, columns);
        Columns.ArgMax(values, indices, probabilities, size, columns);
    }

    /// <inheritdoc cref="ArgMaxColumns(ReadOnlySpan{float}, Span{int}, Span{float}, int, int)"/>
    public static void ArgMaxColumns(ReadOnlySpan<double> values, Span<int> indices, Span<double> probabilities, int size, int columns)
    {
        CheckColumnsOfMaxima(values, indices, probabilities, size, columns);
        Columns.ArgMax(values, indices, probabilities, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, out float)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    [SkipLocalsInit]
    public static int ArgMax<T>(ReadOnlySpan<T> values, out T probability)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int index;
        if (Widened<T>.FitsSingle)
        {
            using Widened<T>.Copy<float> copy = new(values, stackalloc float[Widened<T>.OnStack]);
            index = ArgMax((ReadOnlySpan<float>)copy.Values, out float result);
            probability = Widened<T>.Rounded(result);
        }
        else
        {
            using Widened<T>.Copy<double> copy = new(values, stackalloc double[Widened<T>.OnStack]);
            index = ArgMax((ReadOnlySpan<double>)copy.Values, out double result);
            probability = Widened<T>.Rounded(result);
        }

        return index;
    }

    /// <inheritdoc cref="ArgMaxRows(ReadOnlySpan{float}, Span{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void ArgMaxRows<T>(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckRowsOfMaxima(values, indices, probabilities, size);
        WidenedBlocks<T>.IndicesAndFold(values, indices, probabilities, size, columns: 1, Columns.ArgMax, Columns.ArgMax);
    }

    /// <inheritdoc cref="ArgMaxColumns(ReadOnlySpan{float}, Span{int}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void ArgMaxColumns<T>(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckColumnsOfMaxima(values, indices, probabilities, size, columns);
        WidenedBlocks<T>.IndicesAndFold(values, indices, probabilities, size, columns, Columns.ArgMax, Columns.ArgMax);
    }
#endif

    private static void CheckRowsOfMaxima<T>(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size)
        where T : struct
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        CheckMaxima(values, indices, probabilities, size);
    }

    private static void CheckColumnsOfMaxima<T>(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size, int columns)
        where T : struct
    {
        KernelThrow.IfNoBlocks(size, columns, values.Length, nameof(values));
        CheckMaxima(values, indices, probabilities, size);
    }

    private static void CheckMaxima<T>(ReadOnlySpan<T> values, Span<int> indices, Span<T> probabilities, int size)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfLengthIsNot(values.Length / size, probabilities.Length, nameof(probabilities));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfPartlyOverlapping(values, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(indices, probabilities, nameof(probabilities));
    }
}
