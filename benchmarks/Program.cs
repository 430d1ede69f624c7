using System;
using System.IO;
using System.Text;
using BenchmarkDotNet.Running;
using SoftKernels.Benchmarks;
using SoftKernels.Benchmarks.Generator;
using SoftKernels.Benchmarks.Measuring;
using SoftKernels.Benchmarks.Reports;
using Spectre.Console;

const string Usage = """
    Usage:
      quick [--double] [--row] [--op OPERATION] [--n SIZE,SIZE,…]
                     compares with every peer, in turns, in under two minutes; --row: one row a call
      bdn …          the same with BenchmarkDotNet, whose options follow
      coldstart [--double]
                     the first call in a new process, and how large the generated source is
      generator      what the generator costs: cold, on a keystroke and in a build, in some ten minutes
      chart FOLDER   measures everything and writes there a page and a chart named for the registers in use
    """;

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160;
}

try
{
    return args switch
    {
        ["quick", .. var words] => Quick(Options.Parse(words)),
        ["bdn", .. var words] => BenchmarkDotNet(words),
        ["coldstart"] => ColdStart.Report(isDouble: false),
        ["coldstart", "--double"] => ColdStart.Report(isDouble: true),
        ["coldstart", ColdStart.Child, var method, var size, var type] => ColdStart.Measure(method, size, type),
        ["generator"] => GeneratorReport.Print(),
        ["chart", var folder] when Directory.Exists(folder) => PerformancePage.Write(folder),
        ["chart", var folder] => throw new UsageException($"The folder '{folder}' does not exist: create it first, or name another."),
        ["chart"] => throw new UsageException("'chart' needs a folder to write to: chart FOLDER."),
        ["quick" or "coldstart" or "generator" or "chart", .., var word] => throw new UsageException($"'{word}' is one word too many."),
        ["-h" or "--help"] => Help(),
        [var word, ..] => throw new UsageException($"'{word}' is not a command."),
        [] => throw new UsageException("Which command?"),
    };
}
catch (UsageException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    Console.Error.WriteLine(Usage);
    return 2;
}

static int Quick(Options options)
{
    QuickReport.Print(options.Scenario, Comparison.Run(options.Scenario, options.ChosenSizes));
    return 0;
}

// In this process: BenchmarkDotNet's own projects would be built under this repository's rules.
static int BenchmarkDotNet(string[] words)
{
    BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks<>).Assembly).Run([.. words, "--inProcess"]);
    return 0;
}

static int Help()
{
    Console.WriteLine(Usage);
    return 0;
}
