using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Playground.Safety;

namespace Playground.Numbers;

/// <summary>Times contenders in turns, in batches, for about a second; one race at a time on this machine.</summary>
internal sealed class Stopwatches : IDisposable
{
    private static readonly TimeSpan s_batch = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_race = TimeSpan.FromMilliseconds(700);

    private readonly SemaphoreSlim _machine = new(1);
    private int _waiting;

    /// <summary>Nanoseconds of a call of each, the median of the batches; <see langword="null"/> when too many wait for the machine.</summary>
    public async Task<IReadOnlyList<double>?> Race(Operation operation, double[] row, bool isDouble, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > Limits.Races)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _machine.WaitAsync(cancellation);
            try
            {
                return await Task.Run(
                    () => isDouble ? Race(operation.Double, row, cancellation) : Race(operation.Single, Array.ConvertAll(row, value => (float)value), cancellation),
                    cancellation);
            }
            finally
            {
                _machine.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _machine.Dispose();

    private static double[] Race<T>(Contender<T>[] contenders, T[] row, CancellationToken cancellation)
    {
        var results = new T[row.Length];
        // The greatest of several counts: whatever else runs here only makes them smaller.
        var calls = new int[contenders.Length];
        Turns(s_warmUp, contenders.Length, i => calls[i] = Math.Max(calls[i], CallsIn(s_batch, contenders[i], row, results)), cancellation);

        var times = Array.ConvertAll(contenders, _ => new List<double>());
        Turns(s_race, contenders.Length, i => times[i].Add(Time(calls[i], contenders[i], row, results) / calls[i]), cancellation);
        return Array.ConvertAll(times, Median);
    }

    private static void Turns(TimeSpan time, int contenders, Action<int> turn, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            for (var i = 0; i < contenders; i++)
            {
                turn(i);
            }

            cancellation.ThrowIfCancellationRequested();
        }
        while (Stopwatch.GetElapsedTime(start) < time);
    }

    /// <summary>How many calls fill a batch.</summary>
    private static int CallsIn<T>(TimeSpan batch, Contender<T> contender, T[] row, T[] results)
    {
        var calls = 1;
        while (Time(calls, contender, row, results) < batch.TotalNanoseconds && calls < 1 << 24)
        {
            calls *= 2;
        }

        return calls;
    }

    private static double Time<T>(int calls, Contender<T> contender, T[] row, T[] results)
    {
        var compute = contender.Compute;
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
        {
            compute(row, results);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
