using System.Collections.Generic;
using System.Linq;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Versus;

/// <summary>One size of a course, measured by a pair of processes.</summary>
/// <param name="Old">Nanoseconds a row, the median of the turns.</param>
/// <param name="New">Nanoseconds a row, the median of the turns.</param>
/// <param name="Ratio">New ÷ old, the median of the turns.</param>
/// <param name="SameBits">Whether both gave the same results.</param>
internal sealed record PairResult(double Old, double New, double Ratio, bool SameBits);

/// <summary>One size of a course, measured by all pairs.</summary>
internal sealed record DuelResult(Course Course, int Size, IReadOnlyList<PairResult> Pairs)
{
    /// <summary>New ÷ old from which on a case counts as slower.</summary>
    public const double Tolerance = 1.03;

    public double Old => PairedTiming.Median(Pairs.Select(pair => pair.Old));

    public double New => PairedTiming.Median(Pairs.Select(pair => pair.New));

    public double Ratio => PairedTiming.Median(Pairs.Select(pair => pair.Ratio));

    public double LeastRatio => Pairs.Min(pair => pair.Ratio);

    public double GreatestRatio => Pairs.Max(pair => pair.Ratio);

    /// <summary>The best process of each build. Some methods have two speeds, by where stack and code happen to lie: their medians are a matter of luck.</summary>
    public double BestRatio => Pairs.Min(pair => pair.New) / Pairs.Min(pair => pair.Old);

    public bool SameBits => Pairs.All(pair => pair.SameBits);

    /// <summary>Whether it looks slower.</summary>
    public bool IsSuspect => Ratio > Tolerance;

    /// <summary>Whether it is slower at its best too.</summary>
    public bool IsSlower => IsSuspect && BestRatio > Tolerance;
}
