using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace SoftKernels.Benchmarks.Measuring;

/// <summary>Another process of this program, for what can be measured only once in each, or in none that has done something else.</summary>
internal static class OwnProcess
{
    /// <summary>Its console is at hand; it inherits the environment, but for these settings.</summary>
    public static Process Start(IEnumerable<string> words, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        string host = Environment.ProcessPath!;
        string[] assembly = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(OwnProcess).Assembly.Location] : [];
        ProcessStartInfo start = new(host, [.. assembly, .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true };

        // As users have it by default.
        start.Environment["DOTNET_TieredPGO"] = "1";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>All that it prints.</summary>
    public static string OutputOf(params IEnumerable<string> words)
    {
        using Process process = Start(words);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{string.Join(' ', words)}' failed.");
    }
}
