using System;

namespace SoftKernels.Numerics;

public static partial class MaskedRows
{
    /// <summary>Log-sum-exp of each row, of what takes part.</summary>
    public static void LogSumExp(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, Span<float> results, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        KernelThrow.IfSharingMemory(mask, results, nameof(results));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToValues<LogSumExpOperation<float>, MaskedLogSumExpOperation<float, FlagMask>, float>(values, RowMasks.Of(mask, size), results, size, plain);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSumExp(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<double> results, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        KernelThrow.IfSharingMemory(mask, results, nameof(results));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToValues<LogSumExpOperation<double>, MaskedLogSumExpOperation<double, FlagMask>, double>(values, RowMasks.Of(mask, size), results, size, plain);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSumExp(ReadOnlySpan<float> values, ulong mask, Span<float> results, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToValues<LogSumExpOperation<float>, MaskedLogSumExpOperation<float, FlagMask>, float>(values, RowMasks.Of(masks, size), results, size, plain);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSumExp(ReadOnlySpan<double> values, ulong mask, Span<double> results, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToValues<LogSumExpOperation<double>, MaskedLogSumExpOperation<double, FlagMask>, double>(values, RowMasks.Of(masks, size), results, size, plain);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSumExp(ReadOnlySpan<float> values, ReadOnlySpan<ulong> masks, Span<float> results, int size, PlainRows<float, float>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        KernelThrow.IfSharingMemory(masks, results, nameof(results));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToValues<LogSumExpOperation<float>, MaskedLogSumExpOperation<float, FlagMask>, float>(values, RowMasks.Of(masks, size), results, size, plain);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{float}, int, PlainRows{float, float})"/>
    public static void LogSumExp(ReadOnlySpan<double> values, ReadOnlySpan<ulong> masks, Span<double> results, int size, PlainRows<double, double>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(values.Length / size, results.Length, nameof(results));
        KernelThrow.IfPartlyOverlapping(values, results, nameof(results));
        KernelThrow.IfSharingMemory(masks, results, nameof(results));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToValues<LogSumExpOperation<double>, MaskedLogSumExpOperation<double, FlagMask>, double>(values, RowMasks.Of(masks, size), results, size, plain);
    }
}
