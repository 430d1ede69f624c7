using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SoftKernels.Benchmarks.Generator;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>What kernels of all six operations, N = 10, add to a build.</summary>
internal sealed partial class Compilation : IDisposable
{
    private const int Kernels = 100;
    private const int WarmUps = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("softkernels-").FullName;

    public PriceList Measure() => new("Compiling kernels of all six operations, N = 10", ["median"], [.. Cold(), .. Warm(), .. FirstKernel()]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A compiler that has just started, as a build on a server has it.</summary>
    private IEnumerable<PriceLine> Cold()
    {
        string empty = Project("Empty", Kernels, annotated: 0);
        string full = Project("Full", Kernels, annotated: Kernels);
        double without = Processor(3, () => Compiler.Compile(empty));
        double with = Processor(3, () => Compiler.Compile(full, Compiler.Generator));
        yield return Line($"csc, {Kernels} kernels, beyond an empty project: processor time, s", (with - without) / 1000, PayTargets.CompileSeconds);
    }

    /// <summary>The compiler's server, which has compiled some such projects before, each with other names: it remembers what it was asked to generate.</summary>
    private IEnumerable<PriceLine> Warm()
    {
        using CompilerServer server = new();
        List<CompilerRun> runs = [];
        for (int i = 0; i < WarmUps + 3; i++)
        {
            runs.Add(server.Compile(Project($"Warm{i}", Kernels, annotated: Kernels, prefix: $"Warm{i}"), Compiler.Generator));
        }

        string empty = Project("WarmEmpty", Kernels, annotated: 0);
        List<CompilerRun> emptyRuns = [.. Enumerable.Range(0, 5).Select(_ => server.Compile(empty))];
        double elapsed = Median(runs.Skip(WarmUps), run => run.Elapsed) - Median(emptyRuns, run => run.Elapsed);
        double processor = Median(runs.Skip(WarmUps), run => run.Processor) - Median(emptyRuns, run => run.Processor);
        yield return Line("each of them with the compiler's server warm: elapsed, ms", elapsed / Kernels, PayTargets.WarmCompileMilliseconds);
        yield return Line("… processor time, ms", processor / Kernels);
    }

    /// <summary>One kernel in a new process. The generator's own share is what remains when the same text is compiled from a file.</summary>
    private IEnumerable<PriceLine> FirstKernel()
    {
        string empty = Project("NoKernel", 1, annotated: 0);
        string one = Project("OneKernel", 1, annotated: 1);
        string written = Project("WrittenKernel", 1, annotated: 1);
        string generated = Path.Combine(_folder, "generated");
        Directory.CreateDirectory(generated);
        string report = Compiler.Compile(one, Compiler.Generator, "/reportanalyzer", $"/generatedfilesout:{generated}").Output;
        foreach (string file in Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(written, Path.GetFileName(file)));
        }

        double nothing = Processor(7, () => Compiler.Compile(empty));
        double text = Processor(7, () => Compiler.Compile(written));
        double all = Processor(7, () => Compiler.Compile(one, Compiler.Generator));
        yield return Line("generator in a new compiler process, one kernel: processor time, s", (all - text) / 1000, PayTargets.FirstKernelSeconds);
        yield return Line("… as the compiler reports it: elapsed, s", Reported(report));
        yield return Line("… with loading, and compiling its text: processor time beyond an empty project, s", (all - nothing) / 1000);
    }

    private static PriceLine Line(string name, double amount, double? atMost = null) => new(name, [new Price(amount, atMost)]);

    private string Project(string name, int types, int annotated, string prefix = "")
    {
        string folder = Path.Combine(_folder, name);
        AnnotatedProject.Write(folder, types, annotated, prefix);
        return folder;
    }

    private static double Processor(int runs, Func<CompilerRun> compile) => Median(Enumerable.Range(0, runs).Select(_ => compile()), run => run.Processor);

    private static double Median(IEnumerable<CompilerRun> runs, Func<CompilerRun, TimeSpan> time) =>
        PairedTiming.Median(runs.Select(run => time(run).TotalMilliseconds));

    private static double Reported(string report) =>
        double.Parse(GeneratorTime().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total generator execution time: ([0-9.]+)")]
    private static partial Regex GeneratorTime();
}
