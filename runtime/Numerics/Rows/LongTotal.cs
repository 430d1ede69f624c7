namespace SoftKernels.Numerics;

/// <summary>The exact total of a row of any length, on three grids: 128 bits hold what no row can fill.</summary>
/// <remarks>Weights beyond the fine grid are no more than its rounding in a row of 65,536; millions of them add up, so longer rows count them too.</remarks>
internal struct LongTotal
{
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

    public void Remove(ExactTotal total) => Add(-total.Coarse, -total.Fine, 0);

    /// <summary>The total in units of the fine grid, rounded to two doubles.</summary>
    public readonly Pair<double> ToPair(double coarseUnit, double finestUnit)
    {
        DoubleKernel<DoubleScalar, double, long> numbers = default;
        return numbers.Add(numbers.Add(_coarse.ToPair(coarseUnit), _fine.ToPair(1)), _finest.ToPair(finestUnit));
    }
}
