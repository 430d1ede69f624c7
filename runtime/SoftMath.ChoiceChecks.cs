using System;

namespace SoftKernels;

/// <content>What the methods that choose refuse, whatever the type, before anything is written.</content>
public static partial class SoftMath
{
    private static void CheckTopK<T>(ReadOnlySpan<T> values, Span<int> indices, int size, int rows)
        where T : struct
    {
        KernelThrow.IfNoneChosen(size, rows, indices.Length, nameof(indices));
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
}
