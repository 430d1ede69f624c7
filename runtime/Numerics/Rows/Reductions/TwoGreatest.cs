using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

public readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>The greatest value, and the greatest of the others: the same where it occurs twice.</summary>
    private readonly struct TwoGreatest(TVector max, TVector second) : IPeak<TwoGreatest>
    {
        public TVector Max => max;

        public TVector Heaviest => second;

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
            return new(lanes.Max(max, values), lanes.Max(second, lanes.Min(max, values)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest With(TVector values, TVector more)
        {
            TLanes lanes = default;
            TVector greater = lanes.Max(values, more);
            TVector lesser = lanes.Max(second, lanes.Min(values, more));
            return new(lanes.Max(max, greater), lanes.Max(lesser, lanes.Min(max, greater)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest WithLast(TVector values, int count) =>
            With(default(TLanes).KeepLast(values, count, default(TLanes).Create(default(TFormat).NegativeInfinity)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest InEveryLane()
        {
            (TVector greatest, TVector next) = default(Kernel<TLanes, TFormat, TVector, TBits, T>).TwoGreatestInEveryLane(max, second);
            return new(greatest, next);
        }

        public TwoGreatest Less(TVector subtrahend) => new(default(TLanes).Subtract(max, subtrahend), default(TLanes).Subtract(second, subtrahend));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Combine(int level, TwoGreatest left, TwoGreatest right)
        {
            TLanes lanes = default;
            TVector lower = lanes.TreeLower(level, left.Max, right.Max);
            TVector upper = lanes.TreeUpper(level, left.Max, right.Max);
            TVector seconds = lanes.Max(lanes.TreeLower(level, left.Heaviest, right.Heaviest), lanes.TreeUpper(level, left.Heaviest, right.Heaviest));
            return new(lanes.Max(lower, upper), lanes.Max(seconds, lanes.Min(lower, upper)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Leave(ref T memory, int row)
        {
            TLanes lanes = default;
            lanes.Store(max, ref memory, row * lanes.Count);
            lanes.Store(second, ref memory, (lanes.Count + row) * lanes.Count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TwoGreatest Left(ref T memory, int row)
        {
            TLanes lanes = default;
            return new(lanes.Load(ref memory, row * lanes.Count), lanes.Load(ref memory, (lanes.Count + row) * lanes.Count));
        }
    }
}
