using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>Times contenders in turns, so that a disturbance hits all alike and ratios stay true.</summary>
internal static class PairedTiming
{
    public const int Rounds = 81;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan s_burst = TimeSpan.FromMilliseconds(0.8);
    private static readonly TimeSpan s_exercise = TimeSpan.FromMilliseconds(4);

    // Longer than the JIT waits before it counts calls.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Nanoseconds a row: one array a contender, one entry a round.</summary>
    public static double[][] Measure(IReadOnlyList<Contender> contenders)
    {
        int[] passes = [.. contenders.Select(PassesABurst)];
        double[][] times = [.. contenders.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int turn = 0; turn < contenders.Count; turn++)
            {
                int i = (round + turn) % contenders.Count;
                times[i][round] = NanosecondsARow(contenders[i], passes[i]);
            }
        }

        return times;
    }

    /// <summary>How many passes a burst takes, after warming up.</summary>
    public static int PassesABurst(Contender contender) => (int)Math.Ceiling(s_burst / WarmUp(contender.Pass));

    public static double NanosecondsARow(Contender contender, int passes) =>
        Burst(contender.Pass, passes).TotalNanoseconds / passes / contender.Rows;

    /// <summary>Until the JIT compiles nothing better.</summary>
    public static void ReachFinalTier(IReadOnlyList<Contender> contenders)
    {
        for (int turn = 0; turn < 3; turn++)
        {
            foreach (Contender contender in contenders)
            {
                Exercise(contender.Pass, s_exercise);
            }

            Thread.Sleep(s_pause);
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
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
