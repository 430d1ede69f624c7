using System;
using System.Collections.Generic;
using System.Numerics;
using SoftKernels.Kernels.Tests.Measure;
using SoftKernels.Kernels.Tests.Oracle;
using SoftKernels.Kernels.Tests.Rows;

namespace SoftKernels.Accuracy.Survey;

/// <summary>The results of one contender: how many, how many unusable, the greatest error of the others and where it was (distribution, seed and size give the row again).</summary>
internal sealed class Tally
{
    public long Count { get; private set; }

    /// <summary>NaN, or infinite where the exact value is not.</summary>
    public long Broken { get; private set; }

    public double Worst { get; private set; }

    public string Replay { get; private set; } = "nothing was off at all";

    /// <summary>All together. Of two equal errors the first stays, so that a report does not depend on threads.</summary>
    public static Tally Of(IEnumerable<Tally> tallies)
    {
        Tally all = new();
        foreach (var tally in tallies)
        {
            all.Count += tally.Count;
            all.Broken += tally.Broken;
            if (tally.Worst > all.Worst)
            {
                (all.Worst, all.Replay) = (tally.Worst, tally.Replay);
            }
        }

        return all;
    }

    public void See<T>(T actual, Reference exact, Row<T> row, int index, double magnitude = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var error = Ulp<T>.Error(actual, exact, magnitude);
        if (IsNew(error, isBroken: !T.IsFinite(actual) && error > 1))
        {
            Replay = $"{row.Origin}, N = {row.Values.Length}, element {index}: {actual:R} for {exact.ToDouble():R}";
        }
    }

    /// <param name="actual">A result.</param>
    /// <param name="exact">What it should be.</param>
    /// <param name="unit">What its error is counted in.</param>
    /// <param name="row">Where it comes from.</param>
    /// <param name="index">Its place.</param>
    public void SeeIn<T>(T actual, double exact, double unit, Row<T> row, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (IsNew(Math.Abs(double.CreateChecked(actual) - exact) / unit, isBroken: !T.IsFinite(actual)))
        {
            Replay = $"{row.Origin}, N = {row.Values.Length}, element {index}: {actual:R} for {exact:R}";
        }
    }

    public void SeeSum<T>(T[] probabilities, Row<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var error = ExactSum.FromOne(probabilities);
        if (IsNew(error / Ulp<T>.Epsilon, isBroken: !double.IsFinite(error)))
        {
            Replay = $"{row.Origin}, N = {row.Values.Length}";
        }
    }

    private bool IsNew(double error, bool isBroken)
    {
        Count++;
        Broken += isBroken ? 1 : 0;
        if (isBroken || error <= Worst)
        {
            return false;
        }

        Worst = error;
        return true;
    }
}
