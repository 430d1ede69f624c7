using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using SoftKernels.Numerics;

namespace SoftKernels;

public static partial class SoftMath
{
    /// <summary>The entropy of softmax: −Σ pᵢ·log pᵢ, in nats.</summary>
    /// <param name="logits">The row, of any length.</param>
    /// <returns>The entropy, in nats.</returns>
    /// <remarks>Bound: 4 ULP, next to 0 too. From log S + Σ w(max − x)/S, all of whose terms are positive and counted exactly. Special values: any NaN: NaN. k values of +∞: log k. −∞: as if absent; −∞ everywhere, or no values: 0.</remarks>
    public static float Entropy(ReadOnlySpan<float> logits)
    {
        Span<float> result = stackalloc float[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            default(Entropies<WidestSingle, float>).Rows(logits, default, default, result, default, logits.Length);
        }

        return result[0];
    }

    /// <inheritdoc cref="Entropy(ReadOnlySpan{float})"/>
    public static double Entropy(ReadOnlySpan<double> logits)
    {
        Span<double> result = stackalloc double[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            default(Entropies<WidestDouble, double>).Rows(logits, default, default, result, default, logits.Length);
        }

        return result[0];
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="Entropy(ReadOnlySpan{float})"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static T Entropy<T>(ReadOnlySpan<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> result = stackalloc T[1];
        result.Clear();
        if (!logits.IsEmpty)
        {
            WidenedTraining<T>.Run<Entropies<WidestSingle, float>, Entropies<WidestDouble, double>>(logits, default, default, result, default, logits.Length, 1);
        }

        return result[0];
    }
#endif

    /// <summary>The entropy of softmax: −Σ pᵢ·log pᵢ, in nats. For each row of a row-major matrix.</summary>
    /// <param name="logits">The matrix: a multiple of <paramref name="size"/> values.</param>
    /// <param name="entropies">Destination of the entropies, in nats: one for each row.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive. Nothing has been written.</exception>
    /// <inheritdoc cref="Entropy(ReadOnlySpan{float})" path="/remarks"/>
    public static void EntropyRows(ReadOnlySpan<float> logits, Span<float> entropies, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, entropies.Length, nameof(entropies));
        KernelThrow.IfPartlyOverlapping(logits, entropies, nameof(entropies));
        default(Entropies<WidestSingle, float>).Rows(logits, default, default, entropies, default, size);
    }

    /// <inheritdoc cref="EntropyRows(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void EntropyRows(ReadOnlySpan<double> logits, Span<double> entropies, int size)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, entropies.Length, nameof(entropies));
        KernelThrow.IfPartlyOverlapping(logits, entropies, nameof(entropies));
        default(Entropies<WidestDouble, double>).Rows(logits, default, default, entropies, default, size);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="EntropyRows(ReadOnlySpan{float}, Span{float}, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void EntropyRows<T>(ReadOnlySpan<T> logits, Span<T> entropies, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, entropies.Length, nameof(entropies));
        KernelThrow.IfPartlyOverlapping(logits, entropies, nameof(entropies));
        WidenedTraining<T>.Run<Entropies<WidestSingle, float>, Entropies<WidestDouble, double>>(logits, default, default, entropies, default, size, 1);
    }
#endif

    /// <summary>The entropy of softmax: −Σ pᵢ·log pᵢ, in nats. For each column of blocks: row-major matrices, one after the other.</summary>
    /// <param name="logits">The blocks: <paramref name="size"/> rows of <paramref name="columns"/> values each, so that the values of a column lie <paramref name="columns"/> apart.</param>
    /// <param name="entropies">Destination of the entropies, in nats: for each block <paramref name="columns"/>.</param>
    /// <param name="size">The values of a column.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap where they must not. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="columns"/> is not positive, no span holds a block. Nothing has been written.</exception>
    /// <inheritdoc cref="Entropy(ReadOnlySpan{float})" path="/remarks"/>
    public static void EntropyColumns(ReadOnlySpan<float> logits, Span<float> entropies, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, entropies.Length, nameof(entropies));
        KernelThrow.IfPartlyOverlapping(logits, entropies, nameof(entropies));
        GatheredColumns<Entropies<WidestSingle, float>, float>.Run(logits, default, default, entropies, default, size, columns);
    }

    /// <inheritdoc cref="EntropyColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    public static void EntropyColumns(ReadOnlySpan<double> logits, Span<double> entropies, int size, int columns)
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, entropies.Length, nameof(entropies));
        KernelThrow.IfPartlyOverlapping(logits, entropies, nameof(entropies));
        GatheredColumns<Entropies<WidestDouble, double>, double>.Run(logits, default, default, entropies, default, size, columns);
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc cref="EntropyColumns(ReadOnlySpan{float}, Span{float}, int, int)"/>
    /// <typeparam name="T">Any binary floating-point type of at most 64 bits, such as <see cref="Half"/>; computed in float or double.</typeparam>
    public static void EntropyColumns<T>(ReadOnlySpan<T> logits, Span<T> entropies, int size, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        KernelThrow.IfNoBlocks(size, columns, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, entropies.Length, nameof(entropies));
        KernelThrow.IfPartlyOverlapping(logits, entropies, nameof(entropies));
        WidenedTraining<T>.Run<Entropies<WidestSingle, float>, Entropies<WidestDouble, double>>(logits, default, default, entropies, default, size, columns);
    }
#endif
}
