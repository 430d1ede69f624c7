using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>
/// Reduces as many registers as a register has lanes, all at once: lane r of the result is what register r reduces to. A register
/// alone takes log2(lanes) combinations that wait for each other; here each takes one, and none waits for its neighbour.
/// Calls, one for each block of rows: inlined, they would use up what the JIT inlines into a method.
/// </remarks>
public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>What the rows of a block have left in <paramref name="memory"/>, a lane for each.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    private static TReduction Tree<TReduction>(ref T memory)
        where TReduction : struct, IReduction<TReduction> => default(TLanes).Count switch
        {
            16 => default(TReduction).Combine(3, Of8<TReduction>(ref memory, 0), Of8<TReduction>(ref memory, 8)),
            8 => Of8<TReduction>(ref memory, 0),
            _ => Of4<TReduction>(ref memory, 0),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReduction Of8<TReduction>(ref T memory, int row)
        where TReduction : struct, IReduction<TReduction> =>
        default(TReduction).Combine(2, Of4<TReduction>(ref memory, row), Of4<TReduction>(ref memory, row + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReduction Of4<TReduction>(ref T memory, int row)
        where TReduction : struct, IReduction<TReduction> =>
        default(TReduction).Combine(1, Of2<TReduction>(ref memory, row), Of2<TReduction>(ref memory, row + 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReduction Of2<TReduction>(ref T memory, int row)
        where TReduction : struct, IReduction<TReduction> =>
        default(TReduction).Combine(0, default(TReduction).Left(ref memory, row), default(TReduction).Left(ref memory, row + 1));
}
