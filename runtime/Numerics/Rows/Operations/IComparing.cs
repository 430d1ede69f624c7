namespace SoftKernels.Numerics;

public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>An operation that only compares: what it makes of the columns of a block of rows, and of their maxima.</summary>
    /// <typeparam name="TResult">What comes out.</typeparam>
    private interface IComparing<TResult>
    {
        /// <param name="columns">The columns, a register each, which may be overwritten.</param>
        /// <param name="last">Where the last one begins.</param>
        /// <param name="max">The maximum of each row.</param>
        /// <param name="results">The results, from the first row of the matrix on.</param>
        /// <param name="row">The first row of the block.</param>
        void OfColumns(ref T columns, int last, TVector max, ref TResult results, int row);
    }

    /// <summary>The index of each row's first maximum, from the last column to the first, so that the first of several stays.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static TVector IndicesOf(ref T columns, int last, TVector max)
    {
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        TVector index = kernel.Zero();
        int column = last / lanes.Count;
        for (int i = last; i >= 0; i -= lanes.Count)
        {
            index = kernel.IndexWhereEqual(lanes.Load(ref columns, i), max, column, index);
            column--;
        }

        return index;
    }
}
