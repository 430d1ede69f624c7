using System;
using System.ComponentModel;
#if NET
using System.Diagnostics;
#endif

namespace SoftKernels.Numerics;

/// <summary>
/// The operations with masks on the rows of a matrix, checks and all: what generated methods call, with the plain method that was generated for short rows. Not meant for yours.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if NET
[StackTraceHidden]
#endif
public static partial class MaskedRows
{
    /// <summary>Softmax of each row, of what takes part.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> probabilities, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNeither(size, logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToRows<SoftmaxOperation<float>>(logits, RowMasks.Of(mask, size), probabilities, size, plain);
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void Softmax(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> probabilities, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNeither(size, logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToRows<SoftmaxOperation<double>>(logits, RowMasks.Of(mask, size), probabilities, size, plain);
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void Softmax(ReadOnlySpan<float> logits, ulong mask, Span<float> probabilities, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToRows<SoftmaxOperation<float>>(logits, RowMasks.Of(masks, size), probabilities, size, plain);
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void Softmax(ReadOnlySpan<double> logits, ulong mask, Span<double> probabilities, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToRows<SoftmaxOperation<double>>(logits, RowMasks.Of(masks, size), probabilities, size, plain);
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void Softmax(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> masks, Span<float> probabilities, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(masks, probabilities, nameof(probabilities));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToRows<SoftmaxOperation<float>>(logits, RowMasks.Of(masks, size), probabilities, size, plain);
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void Softmax(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> masks, Span<double> probabilities, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(logits.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfPartlyOverlapping(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(masks, probabilities, nameof(probabilities));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToRows<SoftmaxOperation<double>>(logits, RowMasks.Of(masks, size), probabilities, size, plain);
    }
}
