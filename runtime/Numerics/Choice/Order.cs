using System;

namespace SoftKernels.Numerics;

/// <summary>
/// The order of top-k: NaN before everything, then the greater value, and of equals, −0 and +0 among them, the lower index. The k first of a row in a heap whose root is the last of
/// them, made of nothing but their indices.
/// </summary>
/// <remarks>J. W. J. Williams, "Algorithm 232: Heapsort" (1964).</remarks>
internal static class Order<TFormat, T>
    where TFormat : struct, IFormat<T>
{
    /// <summary>Whether a value comes before another, wherever they stand.</summary>
    public static bool IsBefore(T value, T other)
    {
        TFormat format = default;
        return !format.IsNaN(other) && (format.IsNaN(value) || format.IsGreater(value, other));
    }

    /// <summary>Makes a heap of indices.</summary>
    public static void Build(ReadOnlySpan<T> values, Span<int> heap)
    {
        for (int parent = (heap.Length / 2) - 1; parent >= 0; parent--)
        {
            SiftDown(values, heap, parent);
        }
    }

    /// <summary>An index in the place of the root.</summary>
    public static void ReplaceLast(ReadOnlySpan<T> values, Span<int> heap, int index)
    {
        heap[0] = index;
        SiftDown(values, heap, 0);
    }

    /// <summary>Turns a heap into a list, from the first to the last.</summary>
    public static void Sort(ReadOnlySpan<T> values, Span<int> heap)
    {
        for (int last = heap.Length - 1; last > 0; last--)
        {
            (heap[0], heap[last]) = (heap[last], heap[0]);
            SiftDown(values, heap.Slice(0, last), 0);
        }
    }

    private static void SiftDown(ReadOnlySpan<T> values, Span<int> heap, int parent)
    {
        int sinking = heap[parent];
        for (int child = (2 * parent) + 1; child < heap.Length; child = (2 * parent) + 1)
        {
            child += child + 1 < heap.Length && IsAfter(values, heap[child + 1], heap[child]) ? 1 : 0;
            if (!IsAfter(values, heap[child], sinking))
            {
                break;
            }

            heap[parent] = heap[child];
            parent = child;
        }

        heap[parent] = sinking;
    }

    private static bool IsAfter(ReadOnlySpan<T> values, int index, int other) =>
        IsBefore(values[other], values[index]) || (index > other && !IsBefore(values[index], values[other]));
}
