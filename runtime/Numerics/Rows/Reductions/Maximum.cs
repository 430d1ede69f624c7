using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greatest value.</summary>
    private readonly struct Maximum(TVector max) : IPeak<Maximum>
    {
        public TVector Max => max;

        public TVector Heaviest => max;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum None() => new(default(TLanes).Create(default(TFormat).NegativeInfinity));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum With(TVector values) => new(default(TLanes).Max(max, values));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum With(TVector values, TVector more) => new(default(TLanes).Max(max, default(TLanes).Max(values, more)));

        /// <summary>Values seen twice do no harm: the greatest is no greater for it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum WithLast(TVector values, int count) => new(default(TLanes).Max(max, values));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum InEveryLane() => new(default(Kernel<TLanes, TFormat, TVector, TBits, T>).MaxInEveryLane(max));

        public Maximum Less(TVector subtrahend) => new(default(TLanes).Subtract(max, subtrahend));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum Combine(int level, Maximum left, Maximum right)
        {
            TLanes lanes = default;
            return new(lanes.Max(lanes.TreeLower(level, left.Max, right.Max), lanes.TreeUpper(level, left.Max, right.Max)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ref T memory, int row) => default(TLanes).Store(max, ref memory, row * default(TLanes).Count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum Left(ref T memory, int row) => new(default(TLanes).Load(ref memory, row * default(TLanes).Count));
    }
}
