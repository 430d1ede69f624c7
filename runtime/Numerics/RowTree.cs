#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>The shuffles that bring together what a tree over registers combines; a level pairs registers of twice as many rows as the one before.</summary>
internal interface IRowTree<TVector>
{
    int Rows { get; }

    /// <summary>One half of what belongs together at this level; <see cref="Upper"/> has the other half in the same lanes.</summary>
    TVector Lower(int level, TVector left, TVector right);

    TVector Upper(int level, TVector left, TVector right);
}

/// <summary>
/// Reduces as many registers as a register has lanes, all at once: lane r of the result is what register r reduces to. A register
/// alone takes log2(lanes) combinations that wait for each other; here each takes one, and none waits for its neighbour.
/// </summary>
/// <remarks>Calls, one for each block of rows: inlined, they would use up what the JIT inlines into a method.</remarks>
internal static class RowTree<TTree, TLanes, TFormat, TVector, TBits, T>
    where TTree : struct, IRowTree<TVector>
    where TLanes : struct, ILanes<TVector, TBits, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged
{
    /// <summary>The greatest lane of each register of <paramref name="block"/>.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static TVector Max(ref T block) => Reduce<TVector, MaxNode>(ref block);

    /// <summary>The greatest lane and the next of each register of <paramref name="block"/>, which the registers after those hold the seconds of.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static (TVector Max, TVector Second) TwoGreatest(ref T block) => Reduce<(TVector Max, TVector Second), TwoGreatestNode>(ref block);

    /// <summary>The exact sums of rows of so many registers, whose coarse counts are followed by the fine ones.</summary>
    [MethodImpl(KernelOptions.Optimized)]
    public static ExactTotals<TBits> Totals(ref T block, int registers)
    {
        TLanes lanes = default;
        TVector coarse = Reduce<TVector, SumNode>(ref block);
        TVector fine = Reduce<TVector, SumNode>(ref Unsafe.Add(ref block, lanes.Count * lanes.Count));
        return Kernel<TLanes, TFormat, TVector, TBits, T>.Totals(lanes.ToBits(coarse), lanes.ToBits(fine), lanes.Count * registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TItem Reduce<TItem, TNode>(ref T block)
        where TNode : struct, INode<TItem> => default(TTree).Rows switch
        {
            16 => default(TNode).Combine(3, Of8<TItem, TNode>(ref block, 0), Of8<TItem, TNode>(ref block, 8)),
            8 => Of8<TItem, TNode>(ref block, 0),
            _ => Of4<TItem, TNode>(ref block, 0),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TItem Of8<TItem, TNode>(ref T block, int row)
        where TNode : struct, INode<TItem> =>
        default(TNode).Combine(2, Of4<TItem, TNode>(ref block, row), Of4<TItem, TNode>(ref block, row + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TItem Of4<TItem, TNode>(ref T block, int row)
        where TNode : struct, INode<TItem> =>
        default(TNode).Combine(1, Of2<TItem, TNode>(ref block, row), Of2<TItem, TNode>(ref block, row + 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TItem Of2<TItem, TNode>(ref T block, int row)
        where TNode : struct, INode<TItem> =>
        default(TNode).Combine(0, default(TNode).Load(ref block, row), default(TNode).Load(ref block, row + 1));

    /// <summary>What a tree combines, and how.</summary>
    private interface INode<TItem>
    {
        TItem Load(ref T block, int row);

        TItem Combine(int level, TItem left, TItem right);
    }

    private readonly struct MaxNode : INode<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Load(ref T block, int row) => default(TLanes).Load(ref block, row * default(TLanes).Count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Combine(int level, TVector left, TVector right) =>
            default(TLanes).Max(default(TTree).Lower(level, left, right), default(TTree).Upper(level, left, right));
    }

    private readonly struct SumNode : INode<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Load(ref T block, int row) => default(TLanes).Load(ref block, row * default(TLanes).Count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Combine(int level, TVector left, TVector right)
        {
            TLanes lanes = default;
            return lanes.FromBits(lanes.AddBits(
                lanes.ToBits(default(TTree).Lower(level, left, right)), lanes.ToBits(default(TTree).Upper(level, left, right))));
        }
    }

    private readonly struct TwoGreatestNode : INode<(TVector Max, TVector Second)>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (TVector Max, TVector Second) Load(ref T block, int row)
        {
            TLanes lanes = default;
            return (lanes.Load(ref block, row * lanes.Count), lanes.Load(ref block, (lanes.Count + row) * lanes.Count));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (TVector Max, TVector Second) Combine(int level, (TVector Max, TVector Second) left, (TVector Max, TVector Second) right)
        {
            TLanes lanes = default;
            TTree tree = default;
            TVector lower = tree.Lower(level, left.Max, right.Max);
            TVector upper = tree.Upper(level, left.Max, right.Max);
            TVector seconds = lanes.Max(tree.Lower(level, left.Second, right.Second), tree.Upper(level, left.Second, right.Second));
            return (lanes.Max(lower, upper), lanes.Max(seconds, lanes.Min(lower, upper)));
        }
    }
}
#endif
