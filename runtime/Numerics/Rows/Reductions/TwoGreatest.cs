using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greatest value, and the greatest of the others: the same where it occurs twice.</summary>
    private readonly struct TwoGreatest(TVector max, TVector second) : IPeak<TwoGreatest>
    {
        private readonly TVector _max = max;
        private readonly TVector _second = second;

        public TVector Max => _max;

        public TVector Heaviest => _second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest None()
        {
            TVector absent = default(TLanes).Create(default(TFormat).NegativeInfinity);
            return new(absent, absent);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest With(TVector values)
        {
            TLanes lanes = default;
            return new(lanes.Max(_max, values), lanes.Max(_second, lanes.Min(_max, values)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest With(TVector values, TVector more)
        {
            TLanes lanes = default;
            TVector greater = lanes.Max(values, more);
            TVector lesser = lanes.Max(_second, lanes.Min(values, more));
            return new(lanes.Max(_max, greater), lanes.Max(lesser, lanes.Min(_max, greater)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest With(TVector a, TVector b, TVector c, TVector d) => With(a, b).With(c, d);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest OfLast(TVector values, int count)
        {
            TVector absent = default(TLanes).Create(default(TFormat).NegativeInfinity);
            return new(default(TLanes).KeepLast(values, count, absent), absent);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest InEveryLane()
        {
            default(Kernel<TLanes, TFormat, TVector, TBits, T>).TwoGreatestInEveryLane(_max, _second, out TVector greatest, out TVector next);
            return new(greatest, next);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Less(TVector subtrahend) => new(default(TLanes).Subtract(_max, subtrahend), default(TLanes).Subtract(_second, subtrahend));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Combine(int level, TwoGreatest left, TwoGreatest right)
        {
            TLanes lanes = default;
            TVector lower = lanes.TreeLower(level, left._max, right._max);
            TVector upper = lanes.TreeUpper(level, left._max, right._max);
            TVector seconds = lanes.Max(lanes.TreeLower(level, left._second, right._second), lanes.TreeUpper(level, left._second, right._second));
            return new(lanes.Max(lower, upper), lanes.Max(seconds, lanes.Min(lower, upper)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ref T memory, int row)
        {
            TLanes lanes = default;
            lanes.Store(_max, ref memory, row * lanes.Count);
            lanes.Store(_second, ref memory, (lanes.Count + row) * lanes.Count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Left(ref T memory, int row)
        {
            TLanes lanes = default;
            return new(lanes.Load(ref memory, row * lanes.Count), lanes.Load(ref memory, (lanes.Count + row) * lanes.Count));
        }
    }
}
