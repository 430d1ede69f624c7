using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>Weights, counted exactly.</summary>
    private readonly struct Counted(TBits coarse, TBits fine) : IReduction<Counted>
    {
        private readonly TBits _coarse = coarse;
        private readonly TBits _fine = fine;

        /// <summary>The totals of rows of so many registers, after <see cref="IReduction{TSelf}.Combine"/> has added all lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ExactTotals<TBits> Totals(int registers) =>
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).Totals(_coarse, _fine, default(TLanes).Count * registers);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Counted Combine(int level, Counted left, Counted right) =>
            new(default(TLanes).TreeAdd(level, left._coarse, right._coarse), default(TLanes).TreeAdd(level, left._fine, right._fine));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ref T memory, int row)
        {
            TLanes lanes = default;
            lanes.Store(lanes.FromBits(_coarse), ref memory, row * lanes.Count);
            lanes.Store(lanes.FromBits(_fine), ref memory, (lanes.Count + row) * lanes.Count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Counted Left(ref T memory, int row)
        {
            TLanes lanes = default;
            return new(
                lanes.ToBits(lanes.Load(ref memory, row * lanes.Count)),
                lanes.ToBits(lanes.Load(ref memory, (lanes.Count + row) * lanes.Count)));
        }
    }
}
