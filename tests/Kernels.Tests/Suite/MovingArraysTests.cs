using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>The garbage collector may move either array in the midst of a row: the distance between them is not to be relied upon.</summary>
[On(Hardware.Every)]
public sealed class MovingArraysTests
{
    private const int Milliseconds = 1500;

    // A block of the widest register, and some rows left.
    private const int MostRows = 19;

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
            var expected = Row(size, 1);
            SoftMath.Softmax(expected, expected);
            var random = new Random(1);
            for (var watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < Milliseconds;)
            {
                // Garbage between the two: they move by different distances.
                var columns = random.Next(3) == 0 ? MostRows : 1;
                var rows = random.Next(2) == 0 ? 1 : MostRows;
                var logits = Row(size, rows, columns);
                GC.KeepAlive(new byte[random.Next(3000)]);
                var probabilities = new float[rows * size * columns];
                if (columns > 1)
                {
                    SoftMath.SoftmaxColumns(logits, probabilities, size, columns);
                }
                else if (rows == 1)
                {
                    SoftMath.Softmax(logits, probabilities);
                }
                else
                {
                    SoftKernels.Numerics.Rows.Softmax(logits, probabilities, size);
                }

                for (var i = 0; i < probabilities.Length; i++)
                {
                    Assert.True(probabilities[i] == expected[i / columns % size]);
                }
            }
        }
        finally
        {
            stopped.Cancel();
            collector.Join();
        }
    }

    private static float[] Row(int size, int rows, int columns = 1)
    {
        var row = new float[rows * size * columns];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = i / columns % size * 0.01f;
        }

        return row;
    }
}
