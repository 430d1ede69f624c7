using System;

namespace SoftKernels.Numerics;

/// <summary>The exact total of a row of any length, on three grids: 128 bits hold what no row can fill.</summary>
/// <remarks>Weights beyond the fine grid are no more than its rounding in a row of 65,536; millions of them add up, so longer rows count them too.</remarks>
internal struct LongTotal : IEquatable<LongTotal>
{
    /// <summary>Bytes that it is written as.</summary>
    public const int Size = 3 * WideInteger.Size;

    /// <summary>Rows of so many values are counted on two grids: 64 bits hold their totals.</summary>
    public const int LongestExactTotal = 65_536;

    private WideInteger _coarse;
    private WideInteger _fine;
    private WideInteger _finest;

    public void Add(long coarse, long fine, long finest)
    {
        _coarse.Add(coarse);
        _fine.Add(fine);
        _finest.Add(finest);
    }

    public void Add(in LongTotal total)
    {
        _coarse.Add(total._coarse);
        _fine.Add(total._fine);
        _finest.Add(total._finest);
    }

    public void Remove(ExactTotal total) => Add(-total.Coarse, -total.Fine, 0);

    /// <summary>On two grids: of a row that these count.</summary>
    public readonly ExactTotal ToExact() => new(_coarse.Low, _fine.Low);

    public readonly bool Equals(LongTotal other) => _coarse.Equals(other._coarse) && _fine.Equals(other._fine) && _finest.Equals(other._finest);

    public override readonly bool Equals(object? obj) => obj is LongTotal other && Equals(other);

    public override readonly int GetHashCode() => unchecked((((_coarse.GetHashCode() * 397) ^ _fine.GetHashCode()) * 397) ^ _finest.GetHashCode());

    /// <summary>The coarse grid first, the finest last.</summary>
    public readonly void WriteTo(Span<byte> destination)
    {
        _coarse.WriteTo(destination);
        _fine.WriteTo(destination.Slice(WideInteger.Size));
        _finest.WriteTo(destination.Slice(2 * WideInteger.Size));
    }

    public static LongTotal Read(ReadOnlySpan<byte> source) => new()
    {
        _coarse = WideInteger.Read(source),
        _fine = WideInteger.Read(source.Slice(WideInteger.Size)),
        _finest = WideInteger.Read(source.Slice(2 * WideInteger.Size)),
    };

    /// <summary>The total in units of the fine grid, rounded to two doubles.</summary>
    public readonly Pair<double> ToPair(double coarseUnit, double finestUnit)
    {
        DoubleKernel<DoubleScalar, double, long> numbers = default;
        return numbers.Add(numbers.Add(_coarse.ToPair(coarseUnit), _fine.ToPair(1)), _finest.ToPair(finestUnit));
    }
}
