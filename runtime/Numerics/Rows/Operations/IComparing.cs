using System;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
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

        /// <param name="values">The row.</param>
        /// <param name="last">Where its last register begins.</param>
        /// <param name="max">Its maximum, in every lane.</param>
        /// <param name="results">The results, from the first row of the matrix on.</param>
        /// <param name="row">The row's number.</param>
        void OfRow(ref T values, nint last, TVector max, ref TResult results, int row);
    }

    /// <summary>Values whose places a number of 64 bits has bits for.</summary>
    private const int MostValuesMatchedAtOnce = 64;

    /// <summary>The index of a row's first maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(ref T values, nint last, TVector max)
    {
        TLanes lanes = default;
        Kernel<TLanes, TFormat, TVector, TBits, T> kernel = default;
        if (last <= MostValuesMatchedAtOnce - lanes.Count)
        {
            // Without a branch that depends on where it stands.
            ulong matches = kernel.Matches(lanes.Load(ref Unsafe.Add(ref values, last), 0), max, (int)last);
            for (int i = 0; i < (int)last; i += lanes.Count)
            {
                matches |= kernel.Matches(lanes.Load(ref values, i), max, i);
            }

            return kernel.FirstOf(matches);
        }

        for (int i = 0; ; i = Math.Min(i + lanes.Count, (int)last))
        {
            ulong mask = lanes.EqualMask(lanes.Load(ref values, i), max);
            if (mask != 0)
            {
                return i + kernel.FirstOf(mask);
            }
        }
    }

    /// <summary>The index of each row's first maximum, from the last column to the first, so that the first of several stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
