using System;

namespace SoftKernels.Numerics;

public static partial class MaskedRows
{
    /// <summary>The index of the first maximum of each row, of what takes part.</summary>
    public static void ArgMax(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, Span<int> indices, int size, PlainRows<float, int>? plain)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToValues<ArgMaxOperation<float>, MaskedArgMaxOperation<float, FlagMask>, int>(values, RowMasks.Of(mask, size), indices, size, plain);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int, PlainRows{float, int})"/>
    public static void ArgMax(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, Span<int> indices, int size, PlainRows<double, int>? plain)
    {
        KernelThrow.IfNoRows(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToValues<ArgMaxOperation<double>, MaskedArgMaxOperation<double, FlagMask>, int>(values, RowMasks.Of(mask, size), indices, size, plain);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int, PlainRows{float, int})"/>
    public static void ArgMax(ReadOnlySpan<float> values, ulong mask, Span<int> indices, int size, PlainRows<float, int>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToValues<ArgMaxOperation<float>, MaskedArgMaxOperation<float, FlagMask>, int>(values, RowMasks.Of(masks, size), indices, size, plain);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int, PlainRows{float, int})"/>
    public static void ArgMax(ReadOnlySpan<double> values, ulong mask, Span<int> indices, int size, PlainRows<double, int>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        ReadOnlySpan<ulong> masks = stackalloc ulong[] { mask };
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToValues<ArgMaxOperation<double>, MaskedArgMaxOperation<double, FlagMask>, int>(values, RowMasks.Of(masks, size), indices, size, plain);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int, PlainRows{float, int})"/>
    public static void ArgMax(ReadOnlySpan<float> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size, PlainRows<float, int>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        MaskedBlocks<WidestSingle, WidestMaskedSingle, float>.ToValues<ArgMaxOperation<float>, MaskedArgMaxOperation<float, FlagMask>, int>(values, RowMasks.Of(masks, size), indices, size, plain);
    }

    /// <inheritdoc cref="ArgMax(ReadOnlySpan{float}, ReadOnlySpan{bool}, Span{int}, int, PlainRows{float, int})"/>
    public static void ArgMax(ReadOnlySpan<double> values, ReadOnlySpan<ulong> masks, Span<int> indices, int size, PlainRows<double, int>? plain)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, nameof(values));
        KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        KernelThrow.IfLengthIsNot(values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
        KernelThrow.IfSharingMemory(masks, indices, nameof(indices));
        MaskedBlocks<WidestDouble, WidestMaskedDouble, double>.ToValues<ArgMaxOperation<double>, MaskedArgMaxOperation<double, FlagMask>, int>(values, RowMasks.Of(masks, size), indices, size, plain);
    }
}
