using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Package.Tests.Harness;

/// <summary>Runs programs, and keeps what they print.</summary>
internal static class Tool
{
    /// <summary>Runs a program that has to end well.</summary>
    public static async Task<string> Run(string folder, string program, params string[] arguments)
    {
        var (exitCode, output) = await TryRun(folder, program, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    public static Task<(int ExitCode, string Output)> TryRun(string folder, string program, params string[] arguments) => TryRunWith([], folder, program, arguments);

    /// <summary>Runs a program with settings of its environment.</summary>
    public static async Task<(int ExitCode, string Output)> TryRunWith((string Name, string? Value)[] settings, string folder, string program, params string[] arguments)
    {
        var start = Start(folder, program, arguments);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var streams = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(streams));
    }

    /// <summary>How a program is started.</summary>
    public static ProcessStartInfo Start(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public static bool HasLinker => IsIn("PATH", "clang") || IsIn("PATH", "gcc");

    public static bool HasMono =>
        IsIn("PATH", "mono")
        && (IsIn("MONO_PATH", "netstandard.dll") || File.Exists("/usr/lib/mono/4.5/Facades/netstandard.dll"));

    private static bool IsIn(string variable, string file) => (System.Environment.GetEnvironmentVariable(variable) ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, file)));

    private static IEnumerable<(string Name, string? Value)> Environment() =>
    [
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_NOLOGO", "1"),
        ("NUGET_PACKAGES", Workspace.Packages),
        ("SoftKernelsVersion", Workspace.Version),
        ("SoftKernelsKey", Repository.Key),
        // Set by the build that may have started this run; a build of its own must find its own SDK.
        ("MSBuildSDKsPath", null),
        ("MSBuildExtensionsPath", null),
    ];
}
