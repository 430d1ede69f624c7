using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using SoftKernels.Benchmarks.Generator;
using SoftKernels.Generator;

namespace SoftKernels.Benchmarks.Pay;

/// <summary>A run of the compiler.</summary>
/// <param name="Processor">What its process took, of all threads.</param>
/// <param name="Elapsed">What its user waited.</param>
/// <param name="Output">What it printed.</param>
internal sealed record CompilerRun(TimeSpan Processor, TimeSpan Elapsed, string Output);

/// <summary>The C# compiler of the SDK, as a build starts it: csc.dll with the references of a .NET project.</summary>
internal static class Compiler
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
    private static readonly string s_host = Path.Combine(s_root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    private static readonly string s_folder = Path.Combine(s_root, "sdk", SdkVersion(), "Roslyn", "bincore");

    private static readonly string[] s_options =
    [
        "/nologo", "/nostdlib+", "/target:library", "/optimize+", "/deterministic+", $"/define:{string.Join(';', AnnotatedProject.ParseOptions.PreprocessorSymbolNames)}",
        .. Directory.GetFiles(ReferencePack(), "*.dll").Append(typeof(SoftKernelAttribute).Assembly.Location).Select(path => $"/reference:{path}"),
    ];

    /// <summary>The generator and its analyzers, as a package hands them over.</summary>
    public static string Generator { get; } = $"/analyzer:{typeof(SoftKernelGenerator).Assembly.Location}";

    /// <summary>Compiles every file of a folder to a library beside it.</summary>
    public static CompilerRun Compile(string folder, params IEnumerable<string> options)
    {
        string response = folder + ".rsp";
        File.WriteAllLines(response, ((string[])[.. s_options, $"/out:{folder}.dll", .. Directory.GetFiles(folder, "*.cs")]).Select(line => $"\"{line}\""));
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = ChildrenTime();
        using Process process = Start("csc.dll", ["/noconfig", $"@{response}", .. options]);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TimeSpan processor = OperatingSystem.IsWindows() ? process.TotalProcessorTime : ChildrenTime() - before;
        return process.ExitCode == 0
            ? new(processor, Stopwatch.GetElapsedTime(start), output)
            : throw new InvalidDataException($"{folder} does not compile: {output}");
    }

    /// <summary>One of the programs beside the compiler.</summary>
    public static Process Start(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(s_host, ["exec", Path.Combine(s_folder, program), .. arguments]) { RedirectStandardOutput = true };

        // As users have it by default.
        start.Environment["DOTNET_TieredPGO"] = "1";
        return Process.Start(start)!;
    }

    private static string SdkVersion()
    {
        using Process process = Process.Start(new ProcessStartInfo(s_host, "--version") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory })!;
        string version = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return version;
    }

    private static string ReferencePack()
    {
        string packs = Path.Combine(s_root, "packs", "Microsoft.NETCore.App.Ref");
        return Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").Select(pack => Path.Combine(pack, "ref", $"net{Environment.Version.Major}.0")).First();
    }

    /// <summary>The processor time of all child processes that have ended; .NET gives none of an ended process on Unix.</summary>
    private static unsafe TimeSpan ChildrenTime()
    {
        if (OperatingSystem.IsWindows())
        {
            return default;
        }

        // Two times of seconds and microseconds, user's and system's, and fourteen counters.
        long* usage = stackalloc long[18];
        return GetResourceUsage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((int)usage[1] + (int)usage[3])
            : throw new InvalidOperationException("getrusage failed.");
    }

    private const int Children = -1;

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe int GetResourceUsage(int who, long* usage);
}
