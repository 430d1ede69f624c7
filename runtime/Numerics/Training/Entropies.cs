using System;

namespace SoftKernels.Numerics;

/// <summary>The entropy of each row's softmax.</summary>
internal readonly struct Entropies<TWidest, T> : ITraining<T>
    where TWidest : struct, IWidest<T>
    where T : unmanaged
{
    public void Rows(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size) =>
        Numerics.Rows.ToValues<TWidest, EntropyOperation<T>, T, T>(default, values, folded, size);
}
