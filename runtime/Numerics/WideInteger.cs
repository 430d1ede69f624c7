namespace SoftKernels.Numerics;

/// <summary>A signed integer of 128 bits, to which integers of 64 are added.</summary>
internal struct WideInteger
{
    private ulong _low;
    private long _high;

    public void Add(long value)
    {
        unchecked
        {
            ulong sum = _low + (ulong)value;
            _high += (value >> 63) + (sum < _low ? 1 : 0);
            _low = sum;
        }
    }

    /// <summary>The integer times a power of two, rounded to two doubles.</summary>
    public readonly Pair<double> ToPair(double unit)
    {
        // Each part is exact; the greatest comes first, and has the sign.
        DoubleKernel<DoubleScalar, double, long> numbers = default;
        double word = 4294967296d;
        Pair<double> upper = numbers.Add(
            new Pair<double> { High = (int)(_high >> 32) * (word * word * word * unit) }, new Pair<double> { High = (uint)_high * (word * word * unit) });
        Pair<double> lower = numbers.Add(new Pair<double> { High = (uint)(_low >> 32) * (word * unit) }, new Pair<double> { High = (uint)_low * unit });
        return numbers.Add(upper, lower);
    }
}
