using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Weights, counted exactly.</summary>
    private readonly struct Counted(TBits coarse, TBits fine) : IReduction<Counted>
    {
        private TBits Coarse => coarse;

        private TBits Fine => fine;

        /// <summary>The totals of rows of so many registers, after <see cref="IReduction{TSelf}.Combine"/> has added all lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ExactTotals<TBits> Totals(int registers) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(coarse, fine, default(TLanes).Count * registers);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Counted Combine(int level, Counted left, Counted right) =>
            new(Combine(level, left.Coarse, right.Coarse), Combine(level, left.Fine, right.Fine));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ref T memory, int row)
        {
            TLanes lanes = default;
            lanes.Store(lanes.FromBits(coarse), ref memory, row * lanes.Count);
            lanes.Store(lanes.FromBits(fine), ref memory, (lanes.Count + row) * lanes.Count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Counted Left(ref T memory, int row)
        {
            TLanes lanes = default;
            return new(
                lanes.ToBits(lanes.Load(ref memory, row * lanes.Count)),
                lanes.ToBits(lanes.Load(ref memory, (lanes.Count + row) * lanes.Count)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TBits Combine(int level, TBits left, TBits right)
        {
            TLanes lanes = default;
            TVector first = lanes.FromBits(left);
            TVector second = lanes.FromBits(right);
            return lanes.AddBits(lanes.ToBits(lanes.TreeLower(level, first, second)), lanes.ToBits(lanes.TreeUpper(level, first, second)));
        }
    }
}
