using System;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using SoftKernels.Benchmarks.Pay;
using Spectre.Console;

namespace SoftKernels.Benchmarks.Generator;

/// <summary>Runs the benchmarks of the generator and judges them.</summary>
internal static class GeneratorReport
{
    private const double ColdMillisecondsAKernel = 1;

    /// <summary>Ten times the kernels may take ten times as long, and what two runs differ by.</summary>
    private const double Linear = 1.3;

    public static int Print()
    {
        // In this process: BenchmarkDotNet's own projects would be built under this repository's rules.
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance));
        Summary keystrokes = BenchmarkRunner.Run<KeystrokeBenchmarks>(config);
        Summary builds = BenchmarkRunner.Run<BuildBenchmarks>(config);

        double typed = Median(keystrokes, nameof(KeystrokeBenchmarks.TypeInBody), 1000);
        double files = Median(keystrokes, nameof(KeystrokeBenchmarks.FilesOnly), 1000);
        double cold100 = Median(keystrokes, nameof(KeystrokeBenchmarks.Cold), 100) / 100;
        double cold1000 = Median(keystrokes, nameof(KeystrokeBenchmarks.Cold), 1000) / 1000;
        double build = Median(builds, nameof(BuildBenchmarks.Build), 100) - Median(builds, nameof(BuildBenchmarks.Build), 0);

        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Description}[/]");
        Judge(typed - files <= PayTargets.KeystrokeMilliseconds, $"A keystroke in a body, 1,000 types: {typed:F2} ms, of which the compiler's own {files:F2} (at most {PayTargets.KeystrokeMilliseconds} beyond them).");
        Judge(cold1000 <= ColdMillisecondsAKernel, $"Cold: {cold1000:F2} ms a kernel (at most {ColdMillisecondsAKernel}).");
        Judge(cold1000 <= Linear * cold100, $"Growth from 100 to 1,000 kernels: {cold1000 / cold100:F2} times the cost of each (at most {Linear}).");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"100 kernels add {build:F0} ms to a build in this process.");
        return 0;
    }

    private static void Judge(bool isMet, FormattableString text) =>
        AnsiConsole.MarkupLineInterpolated($"{(isMet ? "" : "Missed: ")}{text.ToString(CultureInfo.InvariantCulture)}");

    private static double Median(Summary summary, string method, int parameter) => summary.Reports
        .Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
            && report.BenchmarkCase.Parameters.Items.Any(item => Equals(item.Value, parameter)))
        .ResultStatistics!.Median / 1e6;
}
