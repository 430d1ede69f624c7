using System;

namespace SoftKernels.Numerics;

public static partial class MaskedRows
{
    /// <summary>Log-softmax of each row, of what takes part.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> logits, ReadOnlySpan<bool> mask, Span<float> logProbabilities, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNeither(size, logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(mask, logProbabilities, nameof(logProbabilities));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToRows<LogSoftmaxOperation<float>>(logits, RowMasks.Of(mask, size), logProbabilities, size, plain);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, ReadOnlySpan<bool> mask, Span<double> logProbabilities, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRows(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNeither(size, logits.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(mask, logProbabilities, nameof(logProbabilities));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToRows<LogSoftmaxOperation<double>>(logits, RowMasks.Of(mask, size), logProbabilities, size, plain);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSoftmax(ReadOnlySpan<float> logits, ulong mask, Span<float> logProbabilities, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToRows<LogSoftmaxOperation<float>>(logits, RowMasks.Of(masks, size), logProbabilities, size, plain);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, ulong mask, Span<double> logProbabilities, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToRows<LogSoftmaxOperation<double>>(logits, RowMasks.Of(masks, size), logProbabilities, size, plain);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSoftmax(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> masks, Span<float> logProbabilities, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(masks, logProbabilities, nameof(logProbabilities));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToRows<LogSoftmaxOperation<float>>(logits, RowMasks.Of(masks, size), logProbabilities, size, plain);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSoftmax(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> masks, Span<double> logProbabilities, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, logits.Length, nameof(logits));
        KernelThrow.IfLengthIsNot(logits.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(logits.Length, logProbabilities.Length, nameof(logProbabilities));
        KernelThrow.IfPartlyOverlapping(logits, logProbabilities, nameof(logProbabilities));
        KernelThrow.IfSharingMemory(masks, logProbabilities, nameof(logProbabilities));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToRows<LogSoftmaxOperation<double>>(logits, RowMasks.Of(masks, size), logProbabilities, size, plain);
    }
}
