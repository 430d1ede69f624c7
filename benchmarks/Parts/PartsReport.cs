using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using System.Threading;
using System.Threading.Tasks;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Peers;

namespace SoftKernels.Benchmarks.Parts;

/// <summary>One row beyond the caches in parts, on the cores of one machine, against one call and against TensorPrimitives: a table of Markdown. Refuses results of which a bit differs.</summary>
internal static class PartsReport
{
    private const int Rounds = 5;
    private const int PartsAThread = 16;

    public static void Print(int values)
    {
        using LongRow row = LongRow.InMemory(values);
        using LongRow probabilities = LongRow.InMemory(values);
        using LongRow expected = LongRow.InMemory(values);
        Random random = new(1);
        foreach (ref float value in row.All)
        {
#pragma warning disable CA5394 // Reproducible, not secret.
            value = (random.NextSingle() * 16) - 8;
#pragma warning restore CA5394
        }

        using LongRow mapped = LongRow.InFile(row);
        SoftMath.Softmax(row.All, expected.All);
        float sum = SoftMath.LogSumExp(row.All);
        int[] threads = [.. new[] { 1, 2, 4, Environment.ProcessorCount }.Where(count => count <= Environment.ProcessorCount).Distinct()];
        (string Name, Action Run, bool IsOurs)[] softmax =
        [
            ("`SoftMath.Softmax`", () => SoftMath.Softmax(row.All, probabilities.All), true),
            .. threads.Select(count => ($"in parts, {Threads(count)}", (Action)(() => Softmax(row, probabilities, count)), true)),
            .. threads.Select(count => ($"in parts of a mapped file, {Threads(count)}", (Action)(() => Softmax(mapped, probabilities, count)), true)),
            ("`TensorPrimitives.SoftMax`, which is not stable", () => TensorPrimitives.SoftMax(row.All, probabilities.All), false),
            ("stable composition of TensorPrimitives", () => StableComposition.Softmax<float>.Invoke(row.All, probabilities.All), false),
        ];
        float found = 0;
        (string Name, Action Run, bool IsOurs)[] logSumExp =
        [
            ("`SoftMath.LogSumExp`", () => found = SoftMath.LogSumExp(row.All), true),
            .. threads.Select(count => ($"in parts, {Threads(count)}", (Action)(() => found = LogSumExp(row, count)), true)),
            .. threads.Select(count => ($"in parts of a mapped file, {Threads(count)}", (Action)(() => found = LogSumExp(mapped, count)), true)),
        ];

        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine($"| {values.ToString("N0", CultureInfo.InvariantCulture)} floats | ns a value | time ÷ that of one call |");
        Console.WriteLine("|---|---|---|");
        Print("softmax", softmax, values, () => probabilities.All.SequenceEqual(expected.All));
        Print("log-sum-exp", logSumExp, values, () => found == sum);
    }

    private static void Print(string title, (string Name, Action Run, bool IsOurs)[] ways, int values, Func<bool> isSame)
    {
        double[][] times = [.. ways.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < ways.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                ways[i].Run();
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / values;
                if (ways[i].IsOurs && !isSame())
                {
                    throw new InvalidOperationException($"{ways[i].Name} differs in {title}.");
                }
            }
        }

        for (int i = 0; i < ways.Length; i++)
        {
            string[] figures = [.. new[] { PairedTiming.Median(times[i]), PairedTiming.Median(times[i].Zip(times[0], (time, one) => time / one)) }.Select(figure => figure.ToString("F2", CultureInfo.InvariantCulture))];
            Console.WriteLine($"| {title}: {ways[i].Name} | {figures[0]} | {figures[1]} |");
        }
    }

    private static void Softmax(LongRow row, LongRow probabilities, int threads)
    {
        (RowPeak<float> peak, RowTotal<float> total) = Sums(row, threads);
        int parts = PartsAThread * threads;
        Parallel.For(0, parts, new() { MaxDegreeOfParallelism = threads }, part => SoftMath.Softmax(row.Part(part, parts), peak, total, probabilities.Part(part, parts)));
    }

    private static float LogSumExp(LongRow row, int threads)
    {
        (RowPeak<float> peak, RowTotal<float> total) = Sums(row, threads);
        return SoftMath.LogSumExp(peak, total);
    }

    /// <summary>Merged as the threads come to it: their order is no matter.</summary>
    private static (RowPeak<float> Peak, RowTotal<float> Total) Sums(LongRow row, int threads)
    {
        int parts = PartsAThread * threads;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        Lock merging = new();
        RowPeak<float> peak = default;
        Parallel.For(0, parts, options, () => default(RowPeak<float>), (part, _, own) => own + SoftMath.Peak(row.Part(part, parts)), own =>
        {
            lock (merging)
            {
                peak += own;
            }
        });
        RowTotal<float> total = default;
        Parallel.For(0, parts, options, () => default(RowTotal<float>), (part, _, own) => own + SoftMath.Total(row.Part(part, parts), peak), own =>
        {
            lock (merging)
            {
                total += own;
            }
        });
        return (peak, total);
    }

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";
}
