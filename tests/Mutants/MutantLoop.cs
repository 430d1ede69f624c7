using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using Xunit.Runner.InProc.SystemConsole;

namespace SoftKernels.Mutants;

/// <summary>
/// The entry of a test project for tests/mutate.sh, instead of xunit's: runs the tests for one mutant of dotnet-stryker's after the other, in one process, until one fails.
/// A mutant that never ends, or takes the process down, is one too: the script begins again after it.
/// </summary>
/// <remarks>
/// Each mutant is tried against the test methods that reach it, those first that noticed the last ones, and the quick before the slow; <c>MUTANTS_SECONDS=4</c> leaves out those that take longer,
/// which what survives would run every time, but for those that <c>MUTANTS_ALSO=Golden</c> names. Beside an assembly without mutants it only writes how long each method takes, and that it
/// may reach any: the runtime's loops pass their mutants millions of times, and to note each of them would take hours. What runs once in a process, such as the initial value of a static field, is tried in a process of its own; and what only one test
/// reaches once more, since it may be that all others find it cached.
/// </remarks>
internal static class MutantLoop
{
    private const int GoOn = 3;
    private const int TriedFirst = 6;
    private const double SecondsOfBatch = 10;
    private const string Longest = "MUTANTS_SECONDS";
    private const string Also = "MUTANTS_ALSO";
    private const string Any = "*";

    /// <summary>Of loops over numbers, where each place asks whether its mutant is active.</summary>
    private const double SlowerWithMutants = 20;
    private const string Outcome = "Noticed by: ";
    private static readonly TimeSpan s_leastTime = TimeSpan.FromSeconds(60);

    private static FieldInfo s_active = null!;
    private static Type s_control = null!;

    /// <summary>Arguments: the mutated assembly's name, Stryker's report, the folder, how many of its mutants (0: all), the seed, the results, the coverage; and one mutant to be tried alone.</summary>
    private static async Task<int> Main(string[] arguments)
    {
        // A test run changes the current directory.
        foreach (int path in new[] { 1, 5, 6 })
        {
            arguments[path] = Path.GetFullPath(arguments[path]);
        }

        if (Assembly.Load(arguments[0]).GetTypes().SingleOrDefault(type => type.Name == "MutantControl") is not { } control)
        {
            File.WriteAllLines(arguments[6], await Times());
            return 0;
        }

        s_control = control;
        s_active = s_control.GetField("ActiveMutant")!;
        if (arguments.Length > 7)
        {
            s_active.SetValue(null, Number(arguments[7]));
            var all = TestMethods(arguments[6]);
            string? noticed = await FirstOf(Batches([.. all.Keys.OrderBy(method => all[method].Seconds)], method => all[method].Seconds), batch => Killer(batch, stop: true));

            // Tests write too.
            Console.WriteLine($"\n{Outcome}{noticed}");
            return 0;
        }

        string[] results = File.Exists(arguments[5]) ? File.ReadAllLines(arguments[5]) : [];
        s_active.SetValue(null, -1);
        if (!File.Exists(arguments[6]))
        {
            File.WriteAllLines(arguments[6], await Coverage());
        }

        var methods = TestMethods(arguments[6]);
        var onlyOnce = methods.Values.SelectMany(method => method.Static).ToHashSet();
        List<string> order = [.. methods.OrderBy(method => method.Value.Seconds).Select(method => method.Key)];
        string tests = Assembly.GetExecutingAssembly().GetName().Name!;

        var states = new Dictionary<int, string[]>();
        foreach (string[] fields in results.Select(line => line.Split(' ')))
        {
            states[Number(fields[0])] = fields;
        }

        // What passes without mutants may fail beside them, all switched off: it is asked once.
        HashSet<string> sound = [], unsound = [];
        static Task<string?> With(int mutant, string[] batch)
        {
            s_active.SetValue(null, mutant);
            return Killer(batch, stop: true);
        }

        foreach (int mutant in Chosen(arguments[1], arguments[2], Number(arguments[3]), Number(arguments[4])))
        {
            void Write(string state, string by) => File.AppendAllText(arguments[5], $"{mutant} {state} {by}\n");

            string[]? known = states.GetValueOrDefault(mutant);
            if (known is [_, "begun", ..])
            {
                Write("crashed", tests);
                continue;
            }

            // Another project's tests may yet notice what these do not.
            if (known is not (null or [_, "survived" or "uncovered", ..]) || known?[2] == tests)
            {
                continue;
            }

            string[] covering = [.. order.Where(method => methods[method].Covered?.Contains(mutant) ?? true)];
            bool isStatic = onlyOnce.Contains(mutant);
            if (covering.Length == 0)
            {
                Write(known is [_, "survived", ..] ? "survived" : "uncovered", tests);
                continue;
            }

            Write("begun", tests);
            bool mayBeCached = isStatic || covering.Length == 1;
            using Timer watch = new(_ => EndsNever(), null, Limit(mayBeCached ? order : covering), Timeout.InfiniteTimeSpan);
            string? killer = isStatic ? null : await FirstOf(Batches(covering, method => methods[method].Seconds), async batch =>
            {
                using Timer watchOfBatch = new(_ => EndsNever(), null, Limit(batch), Timeout.InfiniteTimeSpan);
                while (true)
                {
                    batch = [.. batch.Except(unsound)];
                    string? noticed = batch.Length == 0 ? null : await With(mutant, batch);
                    string? by = noticed is null ? null : batch.Where(method => noticed.StartsWith(method, StringComparison.Ordinal)).MaxBy(method => method.Length);
                    if (by is null || !sound.Add(by) || await With(-1, [by]) is null)
                    {
                        return noticed;
                    }

                    Console.WriteLine($"{by} fails beside the mutants, whatever they are, and is left out.");
                    unsound.Add(by);
                }
            });
            bool isAlone = killer is null && mayBeCached;
            if (isAlone)
            {
                killer = await Alone(arguments, mutant);
            }

            TimeSpan Limit(IEnumerable<string> run) => s_leastTime + (5 * TimeSpan.FromSeconds(run.Sum(method => methods[method].Seconds)));

            void EndsNever()
            {
                Write("timeout", tests);
                Environment.Exit(GoOn);
            }

            if (killer is not null && order.FirstOrDefault(method => killer.StartsWith(method, StringComparison.Ordinal)) is { } method)
            {
                order.Remove(method);
                order.Insert(0, method);
            }

            Write(killer is null ? "survived" : "killed", killer is null ? tests : killer.Split('(')[0].Replace(' ', '_') + (isAlone ? " alone" : ""));
        }

        await File.WriteAllLinesAsync(arguments[5] + ".txt", Summary(arguments[1], arguments[2], File.ReadAllLines(arguments[5])));
        return 0;
    }

    private static async Task<string?> FirstOf(IEnumerable<string[]> batches, Func<string[], Task<string?>> run)
    {
        foreach (string[] batch in batches)
        {
            if (await run(batch) is { } killer)
            {
                return killer;
            }
        }

        return null;
    }

    /// <summary>Those that noticed the last mutants, then ten seconds of the others, the quick ones first, and so on.</summary>
    private static IEnumerable<string[]> Batches(string[] covering, Func<string, double> seconds)
    {
        yield return covering[..Math.Min(TriedFirst, covering.Length)];
        List<string> batch = [];
        foreach (string method in covering.Skip(TriedFirst).OrderBy(seconds))
        {
            batch.Add(method);
            if (batch.Sum(seconds) > SecondsOfBatch)
            {
                yield return [.. batch];
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    /// <summary>The mutants of a folder, or as many of them as asked for, drawn by a seed.</summary>
    private static IEnumerable<int> Chosen(string report, string folder, int most, int seed)
    {
        int[] all = [.. Mutants(report, folder).Select(mutant => mutant.Number)];

        // Not the framework's generator of random numbers, which may change.
        return most == 0 || most >= all.Length ? all : all.OrderBy(mutant => Mixed(mutant, seed)).Take(most).Order();
    }

    /// <summary>A row of the table, and the mutants that no test noticed.</summary>
    private static IEnumerable<string> Summary(string report, string folder, string[] results)
    {
        var states = results.Select(line => line.Split(' ')).GroupBy(fields => Number(fields[0])).ToDictionary(fields => fields.Key, fields => fields.Last()[1]);
        var mutants = Mutants(report, folder).ToList();
        int Count(string state) => states.Values.Count(known => known == state);
        int noticed = Count("killed") + Count("crashed") + Count("timeout");
        yield return string.Create(CultureInfo.InvariantCulture,
            $"| {folder} | {mutants.Count} | {states.Count} | {Count("killed") + Count("crashed")} | {Count("timeout")} | {Count("survived")} | {Count("uncovered")} | {100.0 * noticed / states.Count:0.0} % |");
        foreach (var (number, description) in mutants)
        {
            if (states.GetValueOrDefault(number) is "survived" or "uncovered" or "timeout")
            {
                yield return $"{states[number]}: {description}";
            }
        }
    }

    /// <summary>The mutants of a folder that compile.</summary>
    private static IEnumerable<(int Number, string Description)> Mutants(string report, string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        foreach (var file in json.RootElement.GetProperty("files").EnumerateObject().Where(file => IsIn(file.Name.Replace('\\', '/'), folder)))
        {
            string text = file.Value.GetProperty("source").GetString()!;
            if (IsWrittenOut(text))
            {
                continue;
            }

            string[] source = text.Split('\n');
            foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray().Where(mutant => mutant.GetProperty("status").GetString() is "NoCoverage" or "Survived" or "Killed"))
            {
                var start = mutant.GetProperty("location").GetProperty("start");
                var end = mutant.GetProperty("location").GetProperty("end");
                int line = start.GetProperty("line").GetInt32();
                int from = start.GetProperty("column").GetInt32() - 1;
                int to = end.GetProperty("line").GetInt32() == line ? end.GetProperty("column").GetInt32() - 1 : source[line - 1].Length;
                yield return (
                    Number(mutant.GetProperty("id").GetString()!),
                    $"{Path.GetFileName(file.Name)}:{line}: {source[line - 1][from..to].Trim()} → {mutant.GetProperty("replacement").GetString()!.Split('\n')[0].Trim()}");
            }
        }
    }

    /// <summary>Of these only scalar code runs: for each register they are files of their own, in Expanded.</summary>
    private static bool IsWrittenOut(string source) => source.Contains("partial struct Kernel<", StringComparison.Ordinal) || source.Contains("partial struct DoubleKernel<", StringComparison.Ordinal);

    /// <summary>In a folder, and in those below it, or of files whose names begin so; but of runtime, which has its own files beside its folders, only those.</summary>
    private static bool IsIn(string file, string folder) =>
        folder == "runtime" ? Path.GetDirectoryName(file)!.EndsWith("runtime", StringComparison.Ordinal) || !file.Contains('/') : new[] { '/', '.' }.Any(end => ("/" + file).Contains($"/{folder[(folder.IndexOf('/') + 1)..]}{end}", StringComparison.Ordinal));

    private static uint Mixed(int mutant, int seed)
    {
        ulong mixed = ((ulong)(uint)mutant << 32) | (uint)seed;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return (uint)(mixed ^ (mixed >> 31));
    }

    /// <summary>For each test method that passes: how long it takes, the mutants it reaches, and those it reaches while something static is initialised.</summary>
    private static async Task<List<string>> Coverage()
    {
        var capture = s_control.GetField("CaptureCoverage")!;
        var take = s_control.GetMethod("GetCoverageData")!;
        capture.SetValue(null, true);
        var lines = await OfEach((method, seconds) =>
        {
            var covered = (IList<int>[])take.Invoke(null, null)!;
            return $"{method} {seconds} {string.Join(',', covered[0])} {string.Join(',', covered[1])}";
        });
        capture.SetValue(null, false);
        return lines;
    }

    /// <summary>The same without mutants, of the assembly as it is: how long each takes with them, and that it may reach any.</summary>
    private static Task<List<string>> Times() => OfEach((method, seconds) => $"{method} {seconds * SlowerWithMutants} {Any} ");

    private static async Task<List<string>> OfEach(Func<string, double, FormattableString> line)
    {
        List<string> lines = [];
        foreach (string method in TestMethods())
        {
            var clock = Stopwatch.StartNew();
            if (await Killer([method], stop: false) is { } failed)
            {
                Console.WriteLine($"{failed} fails without a mutant, and is left out.");
                continue;
            }

            lines.Add(FormattableString.Invariant(line(method, Math.Round(clock.Elapsed.TotalSeconds, 3))));
        }

        return lines;
    }

    private static IEnumerable<string> TestMethods() =>
        from type in Assembly.GetExecutingAssembly().GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute)) && method.GetCustomAttribute<FactAttribute>() is { Explicit: false, Skip: null }
        select $"{type.FullName}.{method.Name}";

    /// <summary>What is known of the test methods that may be run.</summary>
    private static Dictionary<string, (double Seconds, HashSet<int>? Covered, HashSet<int> Static)> TestMethods(string coverage)
    {
        double longest = double.TryParse(Environment.GetEnvironmentVariable(Longest), CultureInfo.InvariantCulture, out double set) ? set : double.PositiveInfinity;
        string? also = Environment.GetEnvironmentVariable(Also);
        return File.ReadLines(coverage)
            .Select(line => line.Split(' '))
            .Select(fields => (Name: fields[0], Seconds: double.Parse(fields[1], CultureInfo.InvariantCulture), Covered: fields[2] == Any ? null : Numbers(fields[2]), Static: Numbers(fields[3])))
            .Where(method => method.Seconds <= longest || (also is { Length: > 0 } && method.Name.Contains(also, StringComparison.Ordinal)))
            .ToDictionary(method => method.Name, method => (method.Seconds, method.Covered, method.Static));
    }

    /// <summary>In a process of its own, where the mutant is active from the beginning.</summary>
    private static async Task<string?> Alone(string[] arguments, int mutant)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. arguments, mutant.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            return "the_process_ends";
        }

        string killer = said[(said.LastIndexOf(Outcome, StringComparison.Ordinal) + Outcome.Length)..].Trim();
        return killer.Length == 0 ? null : killer;
    }

    /// <summary>The first test that fails, if one does.</summary>
    private static async Task<string?> Killer(string[] methods, bool stop)
    {
        using StringWriter output = new();
        string[] arguments = ["-noColor", "-noLogo", .. stop ? ["-stopOnFail"] : Array.Empty<string>(), .. methods.SelectMany(method => new[] { "-method", method })];
        using ConsoleRunner runner = new(arguments, Assembly.GetExecutingAssembly());
        int code = await runner.EntryPoint(TextReader.Null, output);
        if (code == 0)
        {
            return null;
        }

        string? line = output.ToString().Split('\n').FirstOrDefault(line => line.Contains("[FAIL]", StringComparison.Ordinal));
        return line?.Replace("[FAIL]", "", StringComparison.Ordinal).Trim() ?? "error:_" + output.ToString().Trim().Replace('\n', ' ');
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static HashSet<int> Numbers(string list) => [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
}
