using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// Reduces as many registers as a register has lanes, all at once: lane r of the result is what register r reduces to. A register
/// alone takes log2(lanes) combinations that wait for each other; here each takes one, and none waits for its neighbour.
/// Calls, one for each block of rows: inlined, they would use up what the JIT inlines into a method.
/// </remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    private const int RowsOfQuarter = 4;

    /// <summary>Of what the rows of a block have left in <paramref name="memory"/>, a lane for each: left where the first row's was.</summary>
    /// <remarks>Quarters in a loop: unrolled, what there is to compile took twice a first call's time.</remarks>
    [MethodImpl(KernelOptions.Optimized)]
    private static void Tree<TReduction>(ref T memory)
        where TReduction : struct, IReduction<TReduction>
    {
        try { } finally { while (Unsafe.SizeOf<float>() == 0) { } }
        TReduction reduction = default;
        for (int r = 0; r < default(TLanes).Count; r += RowsOfQuarter)
        {
            reduction.Combine(
                1,
                reduction.Combine(0, reduction.Left(ref memory, r), reduction.Left(ref memory, r + 1)),
                reduction.Combine(0, reduction.Left(ref memory, r + 2), reduction.Left(ref memory, r + 3))).Leave(ref memory, r / RowsOfQuarter);
        }

        TReduction first = reduction.Left(ref memory, 0);
        if (Unsafe.SizeOf<TVector>() == RowsOfQuarter * Unsafe.SizeOf<T>())
        {
            return;
        }

        first = reduction.Combine(2, first, reduction.Left(ref memory, 1));
        first = Unsafe.SizeOf<TVector>() == 2 * RowsOfQuarter * Unsafe.SizeOf<T>()
            ? first
            : reduction.Combine(3, first, reduction.Combine(2, reduction.Left(ref memory, 2), reduction.Left(ref memory, 3)));
        first.Leave(ref memory, 0);
    }
}
