#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>Training of a type without kernels of its own: carried to float or double and back, so many blocks at a time as <see cref="WidenedBlocks{T}"/> carries.</summary>
internal static class WidenedTraining<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static void Run<TSingles, TDoubles>(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size, int columns)
        where TSingles : struct, ITraining<float>
        where TDoubles : struct, ITraining<double>
    {
        if (Widened<T>.FitsSingle)
        {
            In<TSingles, float>(values, others, labels, folded, filled, size, columns);
        }
        else
        {
            In<TDoubles, double>(values, others, labels, folded, filled, size, columns);
        }
    }

    [SkipLocalsInit]
    private static void In<TOperation, TWide>(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size, int columns)
        where TOperation : struct, ITraining<TWide>
        where TWide : unmanaged, IBinaryFloatingPointIeee754<TWide>
    {
        Span<TWide> block = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        Span<TWide> otherBlock = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        Span<TWide> ofBlock = stackalloc TWide[WidenedBlocks<T>.ValuesOnStack<TWide>()];
        int length = WidenedBlocks<T>.Length<TWide>(size, columns);
        for (int from = 0; from < values.Length; from += length)
        {
            int count = Math.Min(length, values.Length - from);
            int columnsOfPart = count / size;
            Span<T> foldedOfPart = folded.IsEmpty ? default : folded.Slice(from / size, columnsOfPart);
            using Widened<T>.Copy<TWide> wide = new(values.Slice(from, count), block);
            using Widened<T>.Copy<TWide> wideOthers = new(others.IsEmpty ? default : others.Slice(from, count), otherBlock);
            using Widened<T>.Copy<TWide> one = new(foldedOfPart.Length, ofBlock);
            GatheredColumns<TOperation, TWide>.Run(
                wide.Values, wideOthers.Values, labels.IsEmpty ? default : labels.Slice(from / size, columnsOfPart), one.Values, filled.IsEmpty ? default : wide.Values, size, columns);
            one.CopyTo(foldedOfPart);
            if (!filled.IsEmpty)
            {
                wide.CopyTo(filled.Slice(from, count));
            }
        }
    }
}
#endif
