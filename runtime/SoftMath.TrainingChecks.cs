using System;

namespace SoftKernels;

/// <content>What the methods for training refuse, whatever the type: lengths, labels and overlaps, before anything is written.</content>
public static partial class SoftMath
{
    private static void CheckGradient<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> others, string nameOfOthers, Span<T> gradient, string nameOfGradient)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(values.Length, others.Length, nameOfOthers);
        KernelThrow.IfLengthIsNot(values.Length, gradient.Length, nameOfGradient);
        KernelThrow.IfPartlyOverlapping(values, gradient, nameOfGradient);
        KernelThrow.IfPartlyOverlapping(others, gradient, nameOfGradient);
    }

    private static void CheckLosses<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> losses, int size)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(logits.Length / size, labels.Length, nameof(labels));
        KernelThrow.IfLengthIsNot(logits.Length / size, losses.Length, nameof(losses));
        KernelThrow.IfLabelIsOutside(size, labels, nameof(labels));
        KernelThrow.IfPartlyOverlapping(logits, losses, nameof(losses));
        KernelThrow.IfSharingMemory(labels, losses, nameof(losses));
    }

    private static void CheckLosses<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> losses, Span<T> gradients, int size)
        where T : struct
    {
        CheckLosses(logits, labels, losses, size);
        KernelThrow.IfLengthIsNot(logits.Length, gradients.Length, nameof(gradients));
        KernelThrow.IfPartlyOverlapping(logits, gradients, nameof(gradients));
        KernelThrow.IfSharingMemory(labels, gradients, nameof(gradients));
        KernelThrow.IfSharingMemory(losses, gradients, nameof(gradients));
    }

    private static void CheckLosses<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, int size)
        where T : struct
    {
        KernelThrow.IfLengthIsNot(logits.Length, targets.Length, nameof(targets));
        KernelThrow.IfLengthIsNot(logits.Length / size, losses.Length, nameof(losses));
        KernelThrow.IfPartlyOverlapping(logits, losses, nameof(losses));
        KernelThrow.IfPartlyOverlapping(targets, losses, nameof(losses));
    }

    private static void CheckLosses<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradients, int size)
        where T : struct
    {
        CheckLosses(logits, targets, losses, size);
        CheckGradient(logits, targets, nameof(targets), gradients, nameof(gradients));
        KernelThrow.IfSharingMemory(losses, gradients, nameof(gradients));
    }
}
