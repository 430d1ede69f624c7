using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>Softmax of all logits, and the indices of its k first probabilities, in descending order.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="logits"/>.</param>
    /// <param name="probabilities">Destination of the k greatest probabilities, of softmax over all logits: as long as <paramref name="indices"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <remarks>The bits of <see cref="Softmax(ReadOnlySpan{float}, Span{float})"/>, and of these <see cref="TopK(ReadOnlySpan{float}, Span{int})"/>: within 4 ULP, and the k sum to what the others leave of 1. Rows of more than 1,024 values borrow memory from the shared array pool.</remarks>
    public static void SoftmaxTopK(ReadOnlySpan<float> logits, Span<int> indices, Span<float> probabilities)
    {
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, default, indices, probabilities, logits.Length, ChoiceOrder.SoftmaxFirst);
    }

    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, Span{int}, Span{float})"/>
    public static void SoftmaxTopK(ReadOnlySpan<double> logits, Span<int> indices, Span<double> probabilities)
    {
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, default, indices, probabilities, logits.Length, ChoiceOrder.SoftmaxFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, Span{int}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxTopK<T>(ReadOnlySpan<T> logits, Span<int> indices, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, default, indices, probabilities, logits.Length, ChoiceOrder.SoftmaxFirst);
    }
#endif

    /// <summary>Softmax of all logits, and the indices of its k first probabilities, in descending order. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>.</param>
    /// <param name="probabilities">Destination of the k greatest probabilities, of softmax over all logits: as long as <paramref name="indices"/>.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, Span{int}, Span{float})" path="/remarks"/>
    public static void SoftmaxTopKRows(ReadOnlySpan<float> logits, Span<int> indices, Span<float> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, 1, default, indices, probabilities, size, ChoiceOrder.SoftmaxFirst);
    }

    /// <inheritdoc cref="SoftmaxTopKRows(ReadOnlySpan{float}, Span{int}, Span{float}, int)"/>
    public static void SoftmaxTopKRows(ReadOnlySpan<double> logits, Span<int> indices, Span<double> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, 1, default, indices, probabilities, size, ChoiceOrder.SoftmaxFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxTopKRows(ReadOnlySpan{float}, Span{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxTopKRows<T>(ReadOnlySpan<T> logits, Span<int> indices, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        WidenedChoices<T>.TopK(logits, T.One, default, indices, probabilities, size, ChoiceOrder.SoftmaxFirst);
    }
#endif

    /// <summary>Softmax of all logits, and the indices of its k first probabilities, in descending order, at a temperature τ.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <param name="temperature">τ: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="indices">Destination of the indices of the first k, the first first: k is their number, from 1 to the length of <paramref name="logits"/>.</param>
    /// <param name="probabilities">Destination of the k greatest probabilities, of softmax over all logits: as long as <paramref name="indices"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, Span{int}, Span{float})" path="/remarks"/>
    public static void SoftmaxTopK(ReadOnlySpan<float> logits, float temperature, Span<int> indices, Span<float> probabilities)
    {
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, temperature, default, indices, probabilities, logits.Length, ChoiceOrder.SoftmaxFirst);
    }

    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, float, Span{int}, Span{float})"/>
    public static void SoftmaxTopK(ReadOnlySpan<double> logits, double temperature, Span<int> indices, Span<double> probabilities)
    {
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, temperature, default, indices, probabilities, logits.Length, ChoiceOrder.SoftmaxFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, float, Span{int}, Span{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxTopK<T>(ReadOnlySpan<T> logits, T temperature, Span<int> indices, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        CheckTopK(logits, indices, logits.Length);
        CheckProbabilities(logits, indices, probabilities);
        WidenedChoices<T>.TopK(logits, temperature, default, indices, probabilities, logits.Length, ChoiceOrder.SoftmaxFirst);
    }
#endif

    /// <summary>Softmax of all logits, and the indices of its k first probabilities, in descending order, at a temperature τ. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="temperature">τ, for all rows: 0 or a positive finite number. 1 gives the bits of the method without it.</param>
    /// <param name="indices">Destination of the indices: for each row the k first, the first first. k is their number divided by that of the rows, from 1 to <paramref name="size"/>.</param>
    /// <param name="probabilities">Destination of the k greatest probabilities, of softmax over all logits: as long as <paramref name="indices"/>.</param>
    /// <param name="size">The number of values in a row: at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans share memory. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1, or the temperature is negative, infinite or NaN. Nothing has been written.</exception>
    /// <inheritdoc cref="SoftmaxTopK(ReadOnlySpan{float}, Span{int}, Span{float})" path="/remarks"/>
    public static void SoftmaxTopKRows(ReadOnlySpan<float> logits, float temperature, Span<int> indices, Span<float> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestSingle, WidestMaskedSingle, SingleFormat, float>.TopK(logits, temperature, default, indices, probabilities, size, ChoiceOrder.SoftmaxFirst);
    }

    /// <inheritdoc cref="SoftmaxTopKRows(ReadOnlySpan{float}, float, Span{int}, Span{float}, int)"/>
    public static void SoftmaxTopKRows(ReadOnlySpan<double> logits, double temperature, Span<int> indices, Span<double> probabilities, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfNoTemperature(temperature, nameof(temperature));
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        Choices<WidestDouble, WidestMaskedDouble, DoubleFormat, double>.TopK(logits, temperature, default, indices, probabilities, size, ChoiceOrder.SoftmaxFirst);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="SoftmaxTopKRows(ReadOnlySpan{float}, float, Span{int}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void SoftmaxTopKRows<T>(ReadOnlySpan<T> logits, T temperature, Span<int> indices, Span<T> probabilities, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfNoTemperature(double.CreateTruncating(temperature), nameof(temperature));
        CheckTopK(logits, indices, size);
        CheckProbabilities(logits, indices, probabilities);
        WidenedChoices<T>.TopK(logits, temperature, default, indices, probabilities, size, ChoiceOrder.SoftmaxFirst);
    }
#endif
}
