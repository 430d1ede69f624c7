using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using SoftKernels.Benchmarks.Kernels;
using SoftKernels.Benchmarks.Measuring;
using Spectre.Console;

namespace SoftKernels.Benchmarks;

/// <summary>What the first call costs in a process that has just started, and how large the generated source is.</summary>
internal static class ColdStart
{
    public const string Child = "coldstart-child";

    private const int Processes = 7;
    private const string Rows = "Rows";

    /// <summary>Rows that need both bodies: the widest block, and one row more.</summary>
    private const int BlockAndOneRow = 17;

    private static readonly int[] s_sizes = [10, 64, 256, 1000, 4096];
    private static readonly string[] s_methods = ["Softmax", "SoftmaxRows", "LogSoftmax", "LogSumExp", "ArgMax"];

    public static int Report(bool isDouble)
    {
        string type = isDouble ? nameof(Double) : nameof(Single);
        AnsiConsole.MarkupLineInterpolated($"[bold]First call in a new process, {type}, milliseconds (median of {Processes})[/]");
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Description}[/]");

        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumns(["N", .. s_methods, "generated source, KB"]);
        List<string> missed = [];
        foreach (int size in s_sizes)
        {
            double[] times = [.. s_methods.Select(method => FirstCall(method, size, type))];
            double kilobytes = SourceKilobytes(size, type);
            table.AddRow([Invariant($"{size}"), .. times.Select(time => Invariant($"{time:F1}")), Invariant($"{kilobytes:F1}")]);
            missed.AddRange(s_methods.Zip(times)
                .Where(pair => pair.Second > Targets.FirstCallMilliseconds)
                .Select(pair => Invariant($"{pair.First}{size} ({pair.Second:F1} > {Targets.FirstCallMilliseconds} ms)")));
            if (kilobytes > Targets.SourceKilobytes)
            {
                missed.Add(Invariant($"source for N = {size} ({kilobytes:F0} > {Targets.SourceKilobytes} KB)"));
            }
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"{(missed.Count == 0 ? "No target missed." : $"Missed: {string.Join(", ", missed)}.")}");
        return 0;
    }

    /// <summary>What the child process does: one call, and its time in milliseconds on the console.</summary>
    public static int Measure(string method, string size, string type)
    {
        int length = int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture);
        Operation operation = Enum.Parse<Operation>(method.Replace(Rows, "", StringComparison.Ordinal));
        bool inRows = method.EndsWith(Rows, StringComparison.Ordinal);
        TimeSpan time = type == nameof(Double)
            ? FirstCall<double>(operation, length, inRows)
            : FirstCall<float>(operation, length, inRows);
        Console.WriteLine(Invariant($"{time.TotalMilliseconds}"));
        return 0;
    }

    private static unsafe TimeSpan FirstCall<T>(Operation operation, int size, bool inRows)
        where T : unmanaged, INumber<T>
    {
        KernelMethods<T> methods = KernelMethods<T>.Generated(typeof(ColdStart).Assembly, operation, size);
        int rows = inRows ? BlockAndOneRow : 1;

        // Logits differ; where maxima are equal, logarithms need one method more.
        T[] values = [.. Enumerable.Range(0, rows * size).Select(i => T.CreateChecked(i % size) / T.CreateChecked(size))];
        T[] results = new T[rows * size];
        long start = Stopwatch.GetTimestamp();
        if (inRows)
        {
            methods.Rows(values, results);
        }
        else if (operation.GivesRow())
        {
            methods.RowToRow(values, results);
        }
        else if (operation == Operation.ArgMax)
        {
            methods.RowToIndex(values);
        }
        else
        {
            methods.RowToValue(values);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static double FirstCall(string method, int size, string type) =>
        PairedTiming.Median([.. Enumerable.Range(0, Processes).Select(_ => Launch(Child, method, Invariant($"{size}"), type))]);

    private static double Launch(params string[] words) => double.Parse(OwnProcess.OutputOf(words), CultureInfo.InvariantCulture);

    private static double SourceKilobytes(int size, string type)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "generated");
        return Directory.GetFiles(folder, $"*{type}{size}.*").Sum(file => new FileInfo(file).Length) / 1024d;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
