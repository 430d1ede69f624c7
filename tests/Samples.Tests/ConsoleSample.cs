using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>A sample that prints, run as a process of its own.</summary>
internal static class ConsoleSample
{
    public static async Task<(int ExitCode, string Output, string Errors)> Run(string sample, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Metadata($"Sample:{sample}"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, Trimmed(output.ReplaceLineEndings("\n").Split('\n')), await errors);
    }

    /// <summary>Without the blanks at the ends of lines, which files do not keep.</summary>
    public static string Trimmed(IEnumerable<string> lines) => string.Join("\n", lines.Select(line => line.TrimEnd())).Trim('\n');

    public static string Metadata(string key) => typeof(ConsoleSample).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
