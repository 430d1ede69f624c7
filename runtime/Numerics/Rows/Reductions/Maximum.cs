using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greatest value.</summary>
    private readonly struct Maximum(TVector max) : IPeak<Maximum>
    {
        private readonly TVector _max = max;

        public TVector Max => _max;

        public TVector Heaviest => _max;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum None() => new(default(TLanes).Create(default(TFormat).NegativeInfinity));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum With(TVector values) => new(default(TLanes).Max(_max, values));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum With(TVector values, TVector more) => new(default(TLanes).Max(_max, default(TLanes).Max(values, more)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum With(TVector a, TVector b, TVector c, TVector d)
        {
            TLanes lanes = default;
            return new(lanes.Max(_max, lanes.Max(lanes.Max(a, b), lanes.Max(c, d))));
        }

        /// <summary>Values seen twice do no harm: the greatest is no greater for it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum OfLast(TVector values, int count) => new(values);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum InEveryLane() => new(default(Kernel<TLanes, TFormat, TVector, TBits, T>).MaxInEveryLane(_max));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum Less(TVector subtrahend) => new(default(TLanes).Subtract(_max, subtrahend));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum Combine(int level, Maximum left, Maximum right) => new(default(TLanes).TreeMax(level, left._max, right._max));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ref T memory, int row) => default(TLanes).Store(_max, ref memory, row * default(TLanes).Count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Maximum Left(ref T memory, int row) => new(default(TLanes).Load(ref memory, row * default(TLanes).Count));
    }
}
