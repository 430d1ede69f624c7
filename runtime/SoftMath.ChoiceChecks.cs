using System;
using SoftKernels.Numerics;

namespace SoftKernels;

/// <content>What the methods that choose refuse, whatever the type, before anything is written.</content>
public static partial class SoftMath
{
    private static void CheckTopK<T>(ReadOnlySpan<T> values, Span<int> indices, int size)
        where T : struct
    {
        // A row without values is one, of which nothing can be chosen.
        KernelThrow.IfNoneChosen(size, size == 0 || values.Length == size ? 1 : values.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfSharingMemory(values, indices, nameof(indices));
    }

    private static void CheckProbabilities<T>(ReadOnlySpan<T> logits, Span<int> indices, Span<T> probabilities)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(indices.Length, probabilities.Length, nameof(probabilities));
        KernelThrow.IfSharingMemory(logits, probabilities, nameof(probabilities));
        KernelThrow.IfSharingMemory(indices, probabilities, nameof(probabilities));
    }

    private static void CheckSamples<T>(ReadOnlySpan<T> logits, ReadOnlySpan<double> uniforms, Span<int> indices, int size)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(logits.Length / size, uniforms.Length, nameof(uniforms));
        KernelThrow.IfLengthIsNot(logits.Length / size, indices.Length, nameof(indices));
        KernelThrow.IfNoUniform(uniforms, nameof(uniforms));
        KernelThrow.IfSharingMemory(logits, indices, nameof(indices));
        KernelThrow.IfSharingMemory(uniforms, indices, nameof(indices));
    }

    private static void CheckApart<TMask, T>(ReadOnlySpan<TMask> mask, Span<int> indices, Span<T> probabilities)
        where TMask : struct
        where T : struct
    {
        KernelThrow.IfSharingMemory(mask, indices, nameof(indices));
        KernelThrow.IfSharingMemory(mask, probabilities, nameof(probabilities));
    }

    private static RowMasks MasksOfRow<T>(ReadOnlySpan<T> row, ReadOnlySpan<bool> mask)
    {
        KernelThrow.IfLengthIsNot(row.Length, mask.Length, nameof(mask));
        return RowMasks.Of(mask, row.Length);
    }

    private static RowMasks MasksOfRow<T>(ReadOnlySpan<T> row, string parameter, ReadOnlySpan<ulong> bits)
    {
        KernelThrow.IfLongerThanBits(row.Length, parameter);
        return RowMasks.Of(bits, row.Length);
    }

    private static RowMasks MasksOfRows<T>(ReadOnlySpan<T> values, string parameter, ReadOnlySpan<bool> mask, int size)
    {
        KernelThrow.IfNoRows(size, values.Length, parameter);
        KernelThrow.IfLengthIsNeither(size, values.Length, mask.Length, nameof(mask));
        return RowMasks.Of(mask, size);
    }

    /// <summary>One number for all rows, or one for each.</summary>
    private static RowMasks MasksOfRows<T>(ReadOnlySpan<T> values, string parameter, ReadOnlySpan<ulong> masks, int size, bool areOfEach)
    {
        KernelThrow.IfNoRowsOfBits(size, values.Length, parameter);
        if (areOfEach)
        {
            KernelThrow.IfLengthIsNot(values.Length / size, masks.Length, nameof(masks));
        }

        return RowMasks.Of(masks, size);
    }
}
