using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Experts;

/// <summary>Two ways to do the same, timed by turns: so that what else the machine does meets both.</summary>
internal sealed class Race
{
    private const int Rounds = 15;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(5);

    public Race(Action ours, Action theirs)
    {
        var passes = Math.Max(WarmUp(ours), WarmUp(theirs));
        List<(double Ours, double Theirs)> rounds = [.. Enumerable.Range(0, Rounds).Select(_ => (Time(ours, passes), Time(theirs, passes)))];
        Ours = Median(rounds.Select(round => round.Ours));
        Theirs = Median(rounds.Select(round => round.Theirs));
        Ratio = Median(rounds.Select(round => round.Ours / round.Theirs));
    }

    /// <summary>Seconds, the median of all rounds.</summary>
    public double Ours { get; }

    public double Theirs { get; }

    /// <summary>Ours by theirs, the median of all rounds.</summary>
    public double Ratio { get; }

    /// <summary>Returns how many times fit into a turn.</summary>
    private static int WarmUp(Action work)
    {
        var clock = Stopwatch.StartNew();
        var passes = 0;
        while (clock.Elapsed < s_warmUp)
        {
            work();
            passes++;
        }

        return 1 + (int)(passes * (s_turn / s_warmUp));
    }

    private static double Time(Action work, int passes)
    {
        var start = Stopwatch.GetTimestamp();
        for (var pass = 0; pass < passes; pass++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / passes;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
