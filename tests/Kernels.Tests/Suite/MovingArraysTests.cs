using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>The garbage collector may move either array in the midst of a row: the distance between them is not to be relied upon.</summary>
public sealed class MovingArraysTests
{
    private const int Milliseconds = 1500;

    [Theory]
    [InlineData(20)]
    [InlineData(54)]
    [InlineData(1000)]
    public void Arrays_may_move_while_they_are_read_and_written(int size)
    {
        using var stopped = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stopped.IsCancellationRequested)
            {
                for (int i = 0; i < 1000; i++)
                {
                    GC.KeepAlive(new byte[200]);
                }

                GC.Collect(0, GCCollectionMode.Forced, blocking: true, compacting: true);
            }
        });
        collector.Start();
        try
        {
            var expected = Row(size);
            SoftMath.Softmax(expected, expected);
            var random = new Random(1);
            for (var watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < Milliseconds;)
            {
                // Garbage between the two: they move by different distances.
                var logits = Row(size);
                GC.KeepAlive(new byte[random.Next(3000)]);
                var probabilities = new float[size];
                SoftMath.Softmax(logits, probabilities);
                Assert.True(expected.AsSpan().SequenceEqual(probabilities));
            }
        }
        finally
        {
            stopped.Cancel();
            collector.Join();
        }
    }

    private static float[] Row(int size)
    {
        var row = new float[size];
        for (int i = 0; i < size; i++)
        {
            row[i] = i * 0.01f;
        }

        return row;
    }
}
