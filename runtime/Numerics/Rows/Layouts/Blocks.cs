using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <content>Which layout the rows of a matrix take at this register.</content>
public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    private static bool AreWideEnoughTogether => Unsafe.SizeOf<TVector>() * 8 >= RowsLayouts.NarrowestTogether;

    private static int Blocks<TOperation, TPeak>(ReadOnlySpan<T> source, Span<T> destination, int size, int row, int mostAcross)
        where TOperation : struct, IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        if (AreWideEnoughTogether && RowsLayouts.AreWeightsFasterTogether(size, default(TLanes).Count))
        {
            return RowsTogether<TOperation, TPeak>(source, destination, size, row);
        }

        return size > 1 && size <= mostAcross ? RowsAcrossLanes<TOperation, TPeak>(source, destination, size, row) : row;
    }

    /// <summary>The same for operations that compare.</summary>
    private static int ComparedBlocks<TOperation, TResult>(ReadOnlySpan<T> source, Span<TResult> destination, int size, int row)
        where TOperation : struct, IComparing<TResult> =>
        size > 1 && size <= RowsLayouts.MostUnweighedValuesAcrossLanes ? ComparedAcrossLanes<TOperation, TResult>(source, destination, size, row) : row;
}
