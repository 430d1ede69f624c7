using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// The total of a row of any length. 64 bits hold 65,536 weights; the totals of longer rows are added as pairs, one after the other.
/// </summary>
internal struct LongTotal<TFormat, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged
{
    private const int LongestExactTotal = 65_536;

    private ExactTotal _total;
    private int _weights;
    private bool _hasEarlier;
    private Pair<T> _earlier;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ExactTotal total, int weights)
    {
        _total += total;
        _weights += weights;
        if (_weights >= LongestExactTotal)
        {
            _earlier = ToPair();
            _hasEarlier = true;
            _total = default;
            _weights = 0;
        }
    }

    public void Remove(ExactTotal total) => _total -= total;

    public readonly T Reciprocal() => _hasEarlier ? default(TFormat).Reciprocal(ToPair()) : default(TFormat).Reciprocal(_total);

    public readonly Pair<T> ToPair()
    {
        Pair<T> total = default(TFormat).ToPair(_total);
        return _hasEarlier ? default(TFormat).Add(_earlier, total) : total;
    }
}
