using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The indices of the k first values, in descending order.</summary>
    /// <param name="values">The row, of any length.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <remarks>Exact. NaN comes before everything, then the greater value; of equals, −0 and +0 among them, the lower index. Nothing is allocated, and nothing sorted but the k.</remarks>
    public static void TopK(ReadOnlySpan<float> values, Span<int> indices)
    {
        CheckTopK(values, indices, values.Length);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, indices);
    }

    /// <inheritdoc cref="TopK(ReadOnlySpan{float}, Span{int})"/>
    public static void TopK(ReadOnlySpan<double> values, Span<int> indices)
    {
        CheckTopK(values, indices, values.Length);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, indices);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="TopK(ReadOnlySpan{float}, Span{int})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void TopK<T>(ReadOnlySpan<T> values, Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckTopK(values, indices, values.Length);
        WidenedChoices<T>.TopK(values, T.One, default, indices, default, values.Length, ChoiceOrder.IndicesOnly);
    }
#endif

    /// <summary>The indices of the k first values, in descending order. For each row of a row-major matrix.</summary>
    /// <param name="values">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <inheritdoc cref="TopK(ReadOnlySpan{float}, Span{int})" path="/remarks"/>
    public static void TopKRows(ReadOnlySpan<float> values, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        CheckTopK(values, indices, size);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(values, 1, default, indices, default, size, ChoiceOrder.IndicesOnly);
    }

    /// <inheritdoc cref="TopKRows(ReadOnlySpan{float}, Span{int}, int)"/>
    public static void TopKRows(ReadOnlySpan<double> values, Span<int> indices, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        CheckTopK(values, indices, size);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(values, 1, default, indices, default, size, ChoiceOrder.IndicesOnly);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="TopKRows(ReadOnlySpan{float}, Span{int}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void TopKRows<T>(ReadOnlySpan<T> values, Span<int> indices, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        CheckTopK(values, indices, size);
        WidenedChoices<T>.TopK(values, T.One, default, indices, default, size, ChoiceOrder.IndicesOnly);
    }
#endif
}
