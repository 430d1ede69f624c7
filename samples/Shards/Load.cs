using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Shards;

/// <summary>Many queries at once for some time, each answer held against the whole row's.</summary>
internal sealed class Load(Search search, int k)
{
    private const int AtOnce = 50;

    private static readonly long[] s_seeds = [.. Enumerable.Range(1, 16)];

    private readonly Answer[] _right = WholeRow.Answers(search.Catalogue, s_seeds, k);
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly ConcurrentDictionary<string, int> _failures = [];
    private int _wrong;

    /// <summary>How many answers had other bits than those of the whole row.</summary>
    public int Wrong => _wrong;

    /// <summary>How many queries had no answer.</summary>
    public int Failed => _failures.Values.Sum();

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    public int Answered => _milliseconds.Count;

    /// <summary>Answers a second, while queries were being asked.</summary>
    public double Rate { get; private set; }

    /// <summary>In milliseconds: below it are so many of a hundred queries.</summary>
    public double Percentile(int percent)
    {
        double[] sorted = [.. _milliseconds.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    public async Task Run(TimeSpan duration, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(Ask));
        Rate = Answered / clock.Elapsed.TotalSeconds;

        async Task Ask(int who)
        {
            for (var query = who; clock.Elapsed < duration; query += AtOnce - 1)
            {
                var number = query % s_seeds.Length;
                var start = Stopwatch.GetTimestamp();
                try
                {
                    var answer = await search.Ask(s_seeds[number], k, cancellation: cancellation);
                    _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    if (answer.Difference(_right[number]) is not null)
                    {
                        Interlocked.Increment(ref _wrong);
                    }
                }
                catch (SearchException failure)
                {
                    _failures.AddOrUpdate(failure.Message, 1, (_, count) => count + 1);
                }
            }
        }
    }
}
