using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>The process that calls kernels of its sizes for the first time, one after the other, and says how many milliseconds each took.</summary>
/// <remarks>Processor time, which no other process lengthens much: a first call waits for nothing but the JIT.</remarks>
internal static class FirstCall
{
    public const string Word = "first-call";

    /// <summary>Rows that need both bodies: the widest block, and one row more.</summary>
    private const int BlockAndOneRow = 17;

    /// <summary>What another process measures.</summary>
    public static double[] Launch(Scenario scenario, params IEnumerable<int> sizes)
    {
        string output = OwnProcess.OutputOf(
        [
            Word, $"{scenario.Operation}", $"{scenario.IsDouble}", $"{scenario.OneRowACall}", .. sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)),
        ]);
        return [.. output.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    public static int Run(string operation, string isDouble, string oneRow, IEnumerable<string> sizes)
    {
        Scenario scenario = new(Enum.Parse<Operation>(operation), bool.Parse(isDouble), bool.Parse(oneRow));
        int[] lengths = [.. sizes.Select(size => int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture))];
        TimeSpan[] times = scenario.IsDouble ? Measure<double>(scenario, lengths) : Measure<float>(scenario, lengths);
        Console.WriteLine(string.Join(' ', times.Select(time => time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture))));
        return 0;
    }

    private static TimeSpan[] Measure<T>(Scenario scenario, int[] sizes)
        where T : unmanaged, INumber<T>
    {
        int rows = scenario.OneRowACall ? 1 : BlockAndOneRow;
        TimeSpan[] times = new TimeSpan[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            int size = sizes[i];
            KernelMethods<T> methods = KernelMethods<T>.Generated(typeof(FirstCall).Assembly, scenario.Operation, size);

            // Logits differ; where maxima are equal, logarithms need one method more.
            T[] values = [.. Enumerable.Range(0, rows * size).Select(at => T.CreateChecked(at % size) / T.CreateChecked(size))];
            T[] results = new T[rows * size];
            times[i] = Measure(scenario, methods, values, scenario.Operation.GivesRow() ? results : results[..rows], new int[rows]);
        }

        return times;
    }

    private static unsafe TimeSpan Measure<T>(Scenario scenario, KernelMethods<T> methods, T[] values, T[] results, int[] indices)
        where T : unmanaged
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        switch (scenario)
        {
            case { OneRowACall: false, Operation: Operation.ArgMax }:
                methods.RowsToIndices(values, indices);
                break;
            case { OneRowACall: false }:
                methods.Rows(values, results);
                break;
            case { Operation: Operation.ArgMax }:
                indices[0] = methods.RowToIndex(values);
                break;
            case { Operation: Operation.LogSumExp or Operation.Max }:
                results[0] = methods.RowToValue(values);
                break;
            default:
                methods.RowToRow(values, results);
                break;
        }

        return Environment.CpuUsage.TotalTime - start;
    }
}
