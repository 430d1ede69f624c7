using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>Times contenders in turns, so that a disturbance hits all alike and ratios stay true.</summary>
internal static class PairedTiming
{
    public const int Rounds = 81;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan s_burst = TimeSpan.FromMilliseconds(0.8);

    /// <summary>Nanoseconds a row: one array a contender, one entry a round.</summary>
    public static double[][] Measure(IReadOnlyList<Contender> contenders)
    {
        int[] passes = [.. contenders.Select(contender => (int)Math.Ceiling(s_burst / WarmUp(contender.Pass)))];
        double[][] times = [.. contenders.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int turn = 0; turn < contenders.Count; turn++)
            {
                int i = (round + turn) % contenders.Count;
                times[i][round] = Burst(contenders[i].Pass, passes[i]).TotalNanoseconds / passes[i] / contenders[i].Rows;
            }
        }

        return times;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Runs a pass until <paramref name="time"/> is over.</summary>
    public static void Exercise(Action pass, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            pass();
        }
        while (Stopwatch.GetElapsedTime(start) < time);
    }

    /// <summary>The duration of one pass, after warming up.</summary>
    private static TimeSpan WarmUp(Action pass)
    {
        Exercise(pass, s_warmUp);
        return new[] { Burst(pass, 1), Burst(pass, 1), Burst(pass, 1) }.Min();
    }

    private static TimeSpan Burst(Action pass, int passes)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < passes; i++)
        {
            pass();
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
